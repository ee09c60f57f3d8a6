import type { Detector } from "../detector.ts";
import { tokenDetector } from "./token.ts";

/**
 * Access and refresh tokens and codes of Hydra (two times 32 bytes in base64url), sessions of Kratos, keys of workspaces and projects.
 * https://github.com/ory/hydra/issues/2845 · https://www.ory.com/docs/concepts/personal-access-token
 * Where no documentation gives a length, it is that of examples in public code.
 */
export const oryToken: Detector = tokenDetector({
  id: "secret/ory-token",
  summary: "Ory token",
  remedy:
    "Revoke it: a session and an OAuth token at the API that issued it, a key in the settings at https://console.ory.sh.",
  prefixes: ["ory_at_", "ory_rt_", "ory_ac_", "ory_st_", "ory_pat_", "ory_wak_", "ory_apikey_"],
  pattern:
    /(?<![\w-](?<!\\[nrt]))ory_(?:(?:at|rt|ac)_[\w-]{43}\.[\w-]{43}|(?:st|pat|wak|apikey)_[A-Za-z0-9]{32,64})(?![\w-])/g,
  examples: [
    "Authorization: Bearer «ory_at_{base64url:43}.{base64url:43}»",
    "ORY_PROJECT_API_TOKEN=«ory_pat_{base62:32}», X-Session-Token: «ory_st_{base62:32}»",
    "ORY_WORKSPACE_API_KEY=«ory_wak_{base62:32}»",
    "history_at_{base64url:43}, ory_at_{base64url:43}, ory_st_{base62:31}",
    "ory_pat_xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx",
  ],
});
