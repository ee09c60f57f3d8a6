import type { Match } from "../../model/match.ts";
import { rangeOf } from "../../model/range.ts";
import type { Window } from "../../model/window.ts";
import type { Detector } from "../detector.ts";
import { besideOf, groupsOf, hostConfidence, isPrivate, isShared, mappedOctets, octetsOf } from "./address.ts";
import { isCarriers } from "./tailnet.ts";

/**
 * RFC 1918, RFC 3927, RFC 4193 and RFC 4291's link-local, and RFC 6598 where it is a carrier's: each one tells how a network is laid
 * out. The nets for documentation (RFC 5737, RFC 3849, RFC 9637) and for benchmarks (RFC 2544, RFC 5180) are none of them.
 */
export const privateAddress: Detector = {
  id: "infrastructure/private-address",
  summary: "Private network address",
  remedy:
    "Say what it is instead of its address (`our database server`), or write an address reserved for documentation: 192.0.2.1 (RFC 5737), 2001:db8::1 (RFC 3849).",
  disclosure: { topic: "network", weight: 2, map: "machine" },
  trigger: [
    { shape: "private-address", least: 8 },
    { shape: "colon-groups", least: 6 },
  ],
  reach: { before: 96, after: 96 },

  *detect(window) {
    yield* addressesOfFour(window);
    yield* addressesOfSix(window);
  },

  examples: [
    "ssh deploy@«10.20.0.7» -p 2222",
    "upstream «172.16.4.11»:8080; backup «192.168.1.9».",
    "the printer answers at «169.254.12.7», the carrier gave us «100.72.3.9» behind its CGNAT",
    "it listens on ::ffff:«10.20.0.7», in other digits «::ffff:a14:7», and on «fd3c:91a7:0b52:4::10»",
    "from «fe80::5c3a:91ff:fe07:b21d»%eth0 to [«fd3c:91a7:b52::10»]:8080",
    "inet6 «fd3c:91a7:b52:4::21»/64 scope global, inet6 «fe80::5c3a:91ff:fe07:b21d»/64 scope link, the net fd3c:91a7:b52:4::/64",
    '{"m":"see\\n«10.20.4.7» and\\t«10.20.4.7»"}',
    "leases go from «192.168.7.50»-192.168.7.99, the host is «10.20.4.7»/24",
    "the router is at «192.168.1.1», which says little",
    "a net of ours is «10.87.12.0»/24",
    '{"client":"«10.20.0.7»","bytes":120}',
    "the docs use 192.0.2.10, 198.51.100.7, 203.0.113.9, 2001:db8::1 and 3fff:0:1::7",
    "127.0.0.1, ::1, 0.0.0.0, 8.8.8.8, 1.1.1.1, 198.18.0.7, 224.0.0.1, 255.255.255.0",
    "172.32.0.1 and 10.0.0.256 are not private addresses, 192.169.1.1 neither, nor is 010.020.000.007",
    "release 10.20.0.7-rc1, v10.20.0.7, Version=10.0.0.17, pkg==10.4.2.1, OID 1.3.6.10.0.0.1, 10.20.0.7.5",
    "Chrome/10.0.64.20 Safari, version: 10.12.6.4, lib-10.2.3.4.jar, section 10.2.1.3, build 10.1.12.9",
    "RFC 1918 has 10.0.0.0/8, 172.16.0.0/12 and 192.168.0.0/16, which ends at 192.168.255.255",
    "fc00::/7, fe80::/10, fd00::/8, std::fade1, 12:34:56, aa:bb:cc, ::1234",
    "10.2.1.3 Limits of the method",
    '<h4><a name="x"></a>10.3.2.1. Structure</h4>',
    "deps: patch V8 to 10.2.154.26",
    "the router, for example 192.168.1.1 or 10.0.0.1",
    "http://169.254.169.254/latest/meta-data/, 169.254.170.2, fd00:ec2::254",
    "fd7a:115c:a1e0::1 is another rule's",
    "7d:10:0a:3f:fd:00:11:9c:44:10:9a:be:07:15:52:b0",
  ],
};

// Four numbers that are not part of a longer dotted number, of a name or of a product's version: `Chrome/10.0.64.20`.
const dottedQuad =
  /(?<![\w.-](?<!\\[nrt]))(?<![A-Z][A-Za-z]{1,20}\/)(?:\d{1,3}\.){3}\d{1,3}(?!\w|\.\w|-(?!\d{1,3}\.\d{1,3}\.))/g;

function* addressesOfFour(window: Window): Generator<Match> {
  for (const match of window.matchAll(dottedQuad)) {
    const octets = octetsOf(match[0]);
    const range = rangeOf(match);
    if (octets === undefined || !(isPrivate(octets) || (isShared(octets) && isCarriers(window.text, range)))) continue;
    const confidence = hostConfidence(octets, besideOf(window.text, range));
    if (confidence !== undefined) yield { range, confidence };
  }
}

const colonGroups = /(?<![\w:.-](?<!\\[nrt]))(?:[\da-f]{0,4}:){2,7}[\da-f]{0,4}(?![\w:]|\.\d)/gi;

function* addressesOfSix(window: Window): Generator<Match> {
  for (const match of window.matchAll(colonGroups)) {
    const groups = groupsOf(match[0]);
    const confidence = groups && confidenceOf(groups);
    if (confidence !== undefined) yield { range: rangeOf(match), confidence };
  }
}

function confidenceOf(groups: readonly number[]): number | undefined {
  const [first = 0, second = 0, third = 0] = groups;
  const octets = mappedOctets(groups);
  if (octets !== undefined) return isPrivate(octets) ? hostConfidence(octets, { before: "", after: "" }) : undefined;
  const isUnique = first >> 9 === 0xfc00 >> 9;
  if (!isUnique && first >> 6 !== 0xfe80 >> 6) return undefined;
  if (first === 0xfd7a && second === 0x115c && third === 0xa1e0) return undefined; // Tailscale's
  if (first === 0xfd00 && second === 0xec2) return undefined; // metadata of Amazon's machines
  if (groups.slice(4).every((group) => group === 0)) return undefined; // a network
  // What people make up for an example has no random number in it.
  const isPlain = second === 0 || /^fd(?:00|12|ab)|^f[cd]0|^fedc/.test(first.toString(16));
  return isUnique && isPlain ? 0.5 : groups.slice(4, 7).every((group) => group === 0) && !isUnique ? 0.5 : 1;
}
