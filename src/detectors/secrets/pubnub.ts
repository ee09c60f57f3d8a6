import type { Detector } from "../detector.ts";
import { isPlaceholder } from "./placeholder.ts";
import { tokenDetector } from "./token.ts";

/**
 * Secret keys: a UUID in base64. Subscribe and publish keys (`sub-c-`, `pub-c-`) may stand in pages.
 * https://www.pubnub.com/docs/general/security/access-control
 */
export const pubnubKey: Detector = tokenDetector({
  id: "secret/pubnub-key",
  summary: "PubNub secret key",
  remedy: "Add a new keyset or reset the secret key at https://admin.pubnub.com, and read it from the environment.",
  behind: { run: "token", least: 48 },
  prefixes: ["sec-c-"],
  pattern: /(?<![\w-](?<!\\[nrt]))sec-c-[A-Za-z0-9]{48,50}(?![\w-])/g,
  isProven: (_, value) => {
    const id = Buffer.from(value, "base64").toString("latin1").trim();
    return /^[\da-f]{8}-(?:[\da-f]{4}-){3}[\da-f]{12}$/.test(id) && !isPlaceholder(id.replaceAll("-", ""));
  },
  examples: [
    "it is signed with «sec-c-{encode:base64}{uuid}{end}», and they know it",
    "PUBNUB_SECRET_KEY=«sec-c-{encode:base64}{uuid}{end}»",
    'new PubNub({ subscribeKey: "sub-c-{uuid}", publishKey: "pub-c-{uuid}", secretKey: "«sec-c-{encode:base64}{uuid}{end}»" })',
    "pubnub:\n  secret_key: «sec-c-{encode:base64}{uuid}{end}»",
    "no UUID: sec-c-{base62:48}; one character short: sec-c-{base62:47}",
    "sec-c-{encode:base64}00000000-0000-0000-0000-000000000000{end}, SEC-C-01, sec-c-xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx",
  ],
});
