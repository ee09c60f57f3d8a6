import type { Match } from "../../model/match.ts";
import { type Range, rangeOf } from "../../model/range.ts";
import type { Window } from "../../model/window.ts";
import type { Detector } from "../detector.ts";
import { besideOf, groupsOf, hostConfidence, isShared, octetsOf } from "./address.ts";
import { isMadeUp } from "./made-up.ts";

/**
 * Names and addresses of machines in a tailnet. https://tailscale.com/kb/1217/tailnet-name
 * https://tailscale.com/kb/1015/100.x-addresses https://tailscale.com/kb/1033/ip-and-dns-addresses
 */
export const tailnet: Detector = {
  id: "infrastructure/tailnet",
  summary: "Machine in a tailnet",
  remedy: "Say what the machine does instead of its name or address; in an example write machine.example.ts.net.",
  disclosure: { topic: "network", weight: 4.5 },
  trigger: [
    { literals: [".ts.net", "fd7a:115c:a1e0:"], anyCase: true },
    { shape: "private-address", least: 10 },
  ],
  reach: { before: 160, after: 160 },

  *detect(window) {
    for (const match of window.matchAll(name)) if (!isDocumented(match[0])) yield { range: rangeOf(match) };
    yield* addresses(window);
    for (const match of window.matchAll(ownSix))
      if (
        (groupsOf(match[0])
          ?.slice(3)
          .some((group) => group !== 0) ??
          false) &&
        !match[0].endsWith(":53")
      )
        yield { range: rangeOf(match) };
  },

  examples: [
    "open https://«grafana.tail4c1b9.ts.net»/d/1 on the phone",
    '{"m":"see\\n«nas.tail9f3c2.ts.net» and\\t«nas.tail9f3c2.ts.net»"}',
    "ssh root@«build01.heron-fjord.ts.net»",
    "the tailnet is «tail4c1b9.ts.net», or «heron-fjord.ts.net»",
    "ping «100.83.21.94», or «fd7a:115c:a1e0::b101:94»",
    "tailscale ip says «100.101.7.12»",
    "100.100.100.100 and fd7a:115c:a1e0::53 answer to names in every tailnet",
    "Tailscale uses 100.64.0.0/10 and fd7a:115c:a1e0::/48",
    "machine.example.ts.net, host.your-tailnet.ts.net, device.tailnet-name.ts.net, tailnet.ts.net, monitoring.yak-bebop.ts.net",
    "100.63.255.254 and 100.128.0.1 are everybody's; release 100.64.12.7-rc1, Chrome/100.70.4.12",
    "v100.72.3.9, version 100.72.3.9, 1.100.72.3.9",
    "import net from './file.ts'; file.ts.net",
    "our carrier's CGNAT (RFC 6598) gave us 100.72.3.9",
  ],
};

const name =
  /(?<![\w.-](?<!(?<!\\)\\[nrt]))(?<!(?<!\\)\\(?=[nrt]))(?:[a-z\d][a-z\d-]{0,62}\.[a-z\d][a-z\d-]{2,62}|tail[\da-f]{4,8}|[a-z]{3,20}-[a-z]{3,20})\.ts\.net(?![\w-]|\.\w)/gi;

/** Names that stand for one, and those in Tailscale's own manual. */
function isDocumented(text: string): boolean {
  const [tailnetName = ""] = text
    .toLowerCase()
    .replace(/\.ts\.net$/, "")
    .split(".")
    .slice(-1);
  return (
    isMadeUp(tailnetName) ||
    /^(?:tailnet|tailnet-name|tailnet-xxxx|tailxxxx|tail1234|tail12345|tail123abc|tailabc|yak-bebop|cat-crocodile|pango-lin|amelie-workspace|tail-scale|ts)$|x{3}/.test(
      tailnetName,
    )
  );
}

const sharedQuad = /(?<![\w.-](?<!\\[nrt]))(?<![A-Z][A-Za-z]{1,20}\/)100\.(?:\d{1,3}\.){2}\d{1,3}(?!\w|\.\w|-)/g;

function* addresses(window: Window): Generator<Match> {
  for (const match of window.matchAll(sharedQuad)) {
    const octets = octetsOf(match[0]);
    const range = rangeOf(match);
    if (octets === undefined || !isShared(octets) || isCarriers(window.text, range)) continue;
    const [, b, c] = octets;
    if (b === 100 && c === 100) continue; // services of every tailnet
    const confidence = hostConfidence(octets, besideOf(window.text, range));
    if (confidence === undefined) continue;
    const around = window.text.slice(Math.max(0, range.start - 160), range.end + 160);
    const isNamed = /tailscale|tailnet|headscale|\.ts\.net/i.test(around);
    yield { range, confidence: isNamed ? confidence : b === 64 && c === 0 ? 0.4 : Math.min(confidence, 0.9) };
  }
}

const ownSix = /(?<![\w:.-](?<!\\[nrt]))fd7a:115c:a1e0:(?:[\da-f]{0,4}:){0,4}[\da-f]{0,4}(?![\w:.]|\/\d)/gi;

/** Whether the text around says that the address is a carrier's. */
export function isCarriers(text: string, { start, end }: Range): boolean {
  const around = text.slice(Math.max(0, start - 96), end + 96);
  return (
    /\bCG-?NAT\b|\bISP\b|\bWAN\b|carrier[- ]grade|RFC ?6598|\bshared address/i.test(around) &&
    !/tailscale|tailnet/i.test(around)
  );
}
