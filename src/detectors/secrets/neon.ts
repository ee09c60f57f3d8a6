import type { Detector } from "../detector.ts";
import { tokenDetector } from "./token.ts";

/** `napi_` and 64 small letters and digits. https://neon.com/docs/manage/api-keys */
export const neonKey: Detector = tokenDetector({
  id: "secret/neon-key",
  summary: "Neon API key",
  remedy: "Revoke it at https://console.neon.tech/app/settings/api-keys, and read a new one from NEON_API_KEY.",
  literals: ["napi_"],
  prefixes: ["napi_"],
  pattern: /(?<![A-Za-z0-9](?<!\\[nrt]))napi_[a-z0-9]{64}(?![\w-])/g,
  examples: [
    "NEON_API_KEY=«napi_{lower36:64}»",
    "curl -H 'Authorization: Bearer «napi_{lower36:64}»' https://console.neon.tech/api/v2/projects",
    "napi_{lower36:63}, napi_{lower36:65}, napi_create_reference",
    "NEON_API_KEY=napi_xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx",
  ],
});
