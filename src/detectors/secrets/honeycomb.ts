import type { Detector } from "../detector.ts";
import { beside } from "./beside.ts";
import { tokenDetector } from "./token.ts";

/** Ingest keys: their id, of 26 characters, and their secret, of 32, with nothing between. https://docs.honeycomb.io/api/authentication */
export const honeycombKey: Detector = tokenDetector({
  id: "secret/honeycomb-key",
  summary: "Honeycomb ingest key",
  remedy:
    "Delete it in the environment's settings at https://ui.honeycomb.io, and read a new one from the environment.",
  literals: ["ik_"],
  prefixes: [],
  pattern: /(?<![A-Za-z0-9](?<!\\[nrt]))hc[a-z\d]ik_[a-z0-9]{58}(?![\w-])/g,
  behind: { run: "token", least: 58 },
  examples: [
    "HONEYCOMB_API_KEY=«hcaik_{lower36:58}»",
    'OTEL_EXPORTER_OTLP_HEADERS: "x-honeycomb-team=«hcbik_{lower36:58}»"',
    "the id alone is no key: hcaik_{lower36:26}",
    "hcaik_{lower36:57}, hcaik_{lower36:59}, hcxik_1234567890123456789012345612345678901234567890123456789012",
  ],
});

/** Keys of before: 22 letters and digits, or 32 hexadecimal digits, in the header that they are sent in. https://docs.honeycomb.io/api/authentication */
export const honeycombOldKey: Detector = tokenDetector({
  id: "secret/honeycomb-old-key",
  summary: "Honeycomb API key",
  remedy:
    "Delete it in the environment's settings at https://ui.honeycomb.io, and read an ingest key from the environment.",
  literals: ["x-honeycomb-team"],
  anyCase: true,
  pattern: beside("x-honeycomb-team", "(?=[a-z]{0,21}\\d)[a-z\\d]{22}|[\\da-f]{32}"),
  examples: [
    "headers:\n  x-honeycomb-team: «{base62:21}7»",
    'OTEL_EXPORTER_OTLP_HEADERS="x-honeycomb-team=«{hex:32}»"',
    "x-honeycomb-team: ${env:HONEYCOMB_API_KEY}, x-honeycomb-team: {base62:21}",
    "x-honeycomb-team: YOUR_API_KEY",
  ],
});
