import type { Detector } from "../detector.ts";
import { tokenDetector } from "./token.ts";

/**
 * Tokens that write and read, keys of the API and of the gateway: a version, a region, and 44 letters and digits.
 * https://pydantic.dev/docs/logfire/manage/create-write-tokens/ · https://github.com/pydantic/logfire/blob/main/logfire/_internal/auth.py
 */
export const logfireToken: Detector = tokenDetector({
  id: "secret/logfire-token",
  summary: "Pydantic Logfire token",
  remedy:
    "Revoke it in the project's settings at https://logfire.pydantic.dev, and read a new one from the environment.",
  literals: ["pylf_v"],
  prefixes: ["pylf_v1_us_", "pylf_v1_eu_"],
  pattern: /(?<![\w-](?<!\\[nrt]))pylf_v\d{1,2}_[a-z]{2,12}_[A-Za-z0-9]{40,64}(?![\w-])/g,
  examples: [
    "LOGFIRE_TOKEN=«pylf_v1_us_{base62:44}»",
    'logfire.configure(token="«pylf_v1_eu_{base62:44}»")',
    "headers: { Authorization: '«pylf_v2_us_{base62:43}»' }",
    "pylf_v1_us_{base62:39}, pylf_v1_{base62:44}",
    "pylf_v1_us_gatewayapikey, pylf_v1_us_xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx",
  ],
});
