import type { Detector } from "../detector.ts";
import { isMixed } from "./random.ts";
import { tokenDetector } from "./token.ts";

/**
 * Keys of Tencent Cloud: an id, `AKID` and 32 letters and digits, which shows the secret behind it, 32 more.
 * https://www.tencentcloud.com/document/product/598/32675
 */
export const tencentSecret: Detector = tokenDetector({
  id: "secret/tencent-secret-key",
  summary: "Tencent Cloud secret key",
  remedy: "Disable and delete it at https://console.tencentcloud.com/cam/capi, and use a role in its place.",
  literals: ["AKID"],
  behind: { run: "token", least: 32 },
  reach: { before: 8, after: 240 },
  pattern:
    /(?<![\w-](?<!\\[nrt]))AKID[A-Za-z0-9]{32}(?![\w-])[^{}]{1,120}?(?<![\w-])(?<secret>[A-Za-z0-9]{32})(?![\w-])/dg,
  isGenuine: isMixed,
  confidence: 0.9,
  examples: [
    "take AKID{base62:32} with «{base62:32}»",
    "TENCENTCLOUD_SECRET_ID=AKID{base62:32}\nTENCENTCLOUD_SECRET_KEY=«{base62:32}»",
    'new COS({ SecretId: "AKID{base62:32}", SecretKey: "«{base62:32}»" })',
    "secret_id: AKID{base62:32}\nsecret_key: «{base62:32}»",
    "an id alone: AKID{base62:32}",
    "one character short: AKID{base62:31} {base62:32}, AKID{base62:32} {base62:31}",
    "a hash behind it: AKID{base62:32} {hex:32}",
    'SecretId: "AKID{base62:32}", SecretKey: "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx"',
  ],
});
