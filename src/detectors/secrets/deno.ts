import type { Detector } from "../detector.ts";
import { isDocumented } from "./documented.ts";
import { tokenDetector } from "./token.ts";

/** Tokens of persons (`ddp_`) and organizations (`ddo_`): 36 letters and digits. https://docs.deno.com/subhosting/api/authentication/ */
export const denoToken: Detector = tokenDetector({
  id: "secret/deno-token",
  summary: "Deno Deploy access token",
  remedy: "Revoke it at https://dash.deno.com/account#access-tokens, and read a new one from DENO_DEPLOY_TOKEN.",
  prefixes: ["ddp_", "ddo_"],
  pattern: /(?<![A-Za-z0-9](?<!\\[nrt]))dd[op]_[A-Za-z0-9]{36}(?![\w-])/g,
  isGenuine: (secret) => !isDocumented(secret),
  examples: [
    "DENO_DEPLOY_TOKEN=«ddp_{base62:36}»",
    'const token = "«ddo_{base62:36}»";',
    "ddp_{base62:35}, ddp_{base62:37}, ddp_find_unused_parameters",
    "DENO_DEPLOY_TOKEN=ddp_your_token, ddp_xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx",
  ],
});
