import type { Detector } from "../detector.ts";
import { tokenDetector } from "./token.ts";

/**
 * Static keys: `v1.`, a message of Protocol Buffers in base64url that begins with the key's id, and what it is signed with.
 * https://docs.nebius.com/iam/service-accounts/static-keys
 */
export const nebiusKey: Detector = tokenDetector({
  id: "secret/nebius-key",
  summary: "Nebius API key",
  remedy:
    "Delete it with `nebius iam static-key delete` or at https://tokenfactory.nebius.com, and read a new one from the environment.",
  // What base64 makes of the two bytes in front of the id, and of `statickey-`.
  literals: ["KHHN0YXRpY2tleS1"],
  prefixes: ["v1."],
  pattern: /(?<![\w.-](?<!\\[nrt]))v1\.C[\w-]{2}KHHN0YXRpY2tleS1[\w-]{60,800}(?:\.[\w-]{16,800}){0,2}(?![\w-])/g,
  examples: [
    "NEBIUS_API_KEY=«v1.CmMKHHN0YXRpY2tleS1{base64url:160}»",
    'OpenAI(base_url="https://api.tokenfactory.nebius.com/v1/", api_key="«v1.CmQKHHN0YXRpY2tleS1{base64url:120}.{base64url:86}»")',
    "Authorization: Bearer «v1.CmMKHHN0YXRpY2tleS1{base64url:160}»",
    "a version of something else: v1.{base64url:160}, v1.2.CmMKHHN0YXRpY2tleS1{base64url:160}",
    "v1.CmMKHHN0YXRpY2tleS1{base64url:59}, v1.CmMKHHN0YXRpY2tleS1xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx",
  ],
});
