import type { Detector } from "../detector.ts";
import { tokenDetector } from "./token.ts";

/** `p.`, whose token it is as JSON in base64url, and 32 bytes of signature. https://www.tinybird.co/docs/forward/administration/tokens/static-tokens */
export const tinybirdToken: Detector = tokenDetector({
  id: "secret/tinybird-token",
  summary: "Tinybird token",
  remedy:
    "Refresh it under “Tokens” at https://cloud.tinybird.co, and read the new one from the environment. One that only reads a published endpoint may be public: then allow it.",
  literals: ["p.eyJ"],
  prefixes: ["p."],
  reach: { before: 8, after: 480 },
  pattern: /(?<![\w.-](?<!\\[nrt]))p\.eyJ[\w-]{20,400}\.[\w-]{43}(?![\w.-])/g,
  isProven: (secret) => namesToken(secret.split(".")[1] ?? ""),
  examples: [
    'TB_TOKEN=«p.{encode:base64url}{"u":"{uuid}","id":"{uuid}","host":"us_east"}{end}.{base64url:43}»',
    'https://api.tinybird.co/v0/pipes/top_pages.json?token=«p.{encode:base64url}{"u": "{uuid}", "id": "{uuid}"}{end}.{base64url:43}»',
    'of something else: p.{encode:base64url}{"name":"{uuid}","version":"2.0.0"}{end}.{base64url:43}',
    'TB_TOKEN=«p.{encode:base64url}{"u":"{uuid}","id":"{uuid}","host":"{lower:60}","name":"{lower:60}"}{end}.{base64url:43}»',
    "p.eyJ1Ijoi…, p.eyJ{base64url:60}.{base64url:43}",
  ],
});

function namesToken(base64: string): boolean {
  const payload = Buffer.from(base64, "base64url").toString("latin1");
  return /^\{"u": ?"[\w-]{1,64}", ?"id": ?"[\w-]{1,64}"[,}]/.test(payload);
}
