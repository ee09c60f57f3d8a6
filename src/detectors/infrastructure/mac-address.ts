import { type Range, rangeOf } from "../../model/range.ts";
import type { Detector } from "../detector.ts";

/**
 * Six octets that are no longer row of them, such as a fingerprint, and no part of an IPv6 address. RFC 7042, section 2.1.2, keeps 00-00-5E-00-53-xx
 * for documentation. https://standards.ieee.org/products-programs/regauth/
 */
export const macAddress: Detector = {
  id: "infrastructure/mac-address",
  summary: "Hardware address of a network card",
  remedy: "Leave it out, or write one that is kept for documentation: 00:00:5E:00:53:01 (RFC 7042).",
  disclosure: { topic: "network", weight: 2.5 },
  trigger: [
    { shape: "colon-groups", least: 17 },
    {
      literals: ["mac", "physical", "hwaddr", "ether", "wake"],
      anyCase: true,
      behind: { run: "token", least: 17, holds: "-", within: 96 },
    },
    {
      literals: ["mac", "physical", "hwaddr", "ether", "wake"],
      anyCase: true,
      behind: { run: "unspaced", least: 14, holds: ".", within: 96 },
    },
    { literals: ["MAC", "mac address"], behind: { none: "token" } },
  ],
  reach: { before: 64, after: 80 },

  *detect(window) {
    for (const match of window.matchAll(octets)) {
      const range = rangeOf(match);
      if (!isMadeUpAddress(match[0]) && (match[0].includes(":") || isNamed(window.text, range))) yield { range };
    }
  },

  examples: [
    "link/ether «3c:7c:3f:1e:9a:d4» brd ff:ff:ff:ff:ff:ff",
    '{"m":"see\\n«3c:7c:3f:1e:9a:d4» and\\t«3c:7c:3f:1e:9a:d4»"}',
    "Physical Address. . . . . . . . . : «3C-7C-3F-1E-9A-D4»",
    "«A4-83-E7-2B-51-0C» is its MAC",
    'wake-on-lan: {"mac": "«a4:83:e7:2b:51:0c»"}',
    "wake on lan for «a4-83-e7-2b-51-0c», the switch says MAC «a483.e72b.510c»",
    "wake on lan for «a483.e72b.510c»",
    "mac 1234.5678.9012, mac a483.e72b.510c.1f",
    "build a483.e72b.510c, together 3C-7C-3F-1E-9A-D4",
    "00:00:5E:00:53:01, 00-00-5e-00-53-af, 00:00:00:00:00:00, ff:ff:ff:ff:ff:ff",
    "AA:BB:CC:DD:EE:FF, 00:11:22:33:44:55, 01:23:45:67:89:ab, 11:22:33:44:55:66, 12:34:56:78:9a:bc, de:ad:be:ef:ca:fe",
    "multicast goes to 01:00:5e:00:00:fb and 33:33:00:00:00:01, containers have 02:42:ac:11:00:02",
    "SHA1 3c:7c:3f:1e:9a:d4:51:0c:2b:e7:83:a4:77:18:90:cd:1b:be:53:20",
    "3c:7c:3f:1e:9a:d4:51, fd3c:7c:3f:1e:9a:d4, 2001:db8:3f:1e:9a:d4:51:c",
    "macro 3c-7c-3f-1e-9a-d4-51, MAC xx:xx:xx:xx:xx:xx",
    "2024:10:12:13:14:15, 10:12:13:14:15:16 is six numbers",
  ],
};

const octets =
  /(?<![\w:.-](?<!\\[nrt]))[\da-f]{2}(?::[\da-f]{2}){5}(?![\w:]|-\w|\.\d)|(?<![\w:.-](?<!\\[nrt]))[\da-f]{2}(?:-[\da-f]{2}){5}(?![\w:-]|\.\d)|(?<![\w:.-](?<!\\[nrt]))[\da-f]{4}\.[\da-f]{4}\.[\da-f]{4}(?![\w:-]|\.\d)/gi;

/** With hyphens or, as switches show it, with dots it may be any other number. */
function isNamed(text: string, { start, end }: Range): boolean {
  return (
    /mac|physical|hwaddr|(?<![a-z])ether|wake[- ]?on/i.test(text.slice(Math.max(0, start - 64), start)) ||
    /(?:MAC|mac address)(?![\w-])/.test(text.slice(end, end + 48))
  );
}

/** What people write for one: rows, repetitions, words; groups of hosts; those that containers count up. */
function isMadeUpAddress(text: string): boolean {
  const digits = text.toLowerCase().replaceAll(/[:.-]/g, "");
  return (
    !/[a-f]/.test(digits) || // decimal numbers of some other kind
    new Set(digits).size <= 4 ||
    /^.[13579bdf]/.test(digits) || // a group of cards
    /^(?:010203|00005e|0000|01005e|3333|0242ac|525400|080027|ffff)|0123|1234|2345|4567|6789|abcd|cdef|bccdd|deadbe|cafe|babe|c0ffee|001122|112233|aabbcc|ddeeff/.test(
      digits,
    )
  );
}
