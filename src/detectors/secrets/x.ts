import type { Detector } from "../detector.ts";
import { isDocumented } from "./documented.ts";
import { isPlaceholder } from "./placeholder.ts";
import { tokenDetector } from "./token.ts";

/**
 * App-only bearer tokens: the number of the app in base64, which begins with zeros, its signature in base64 as URLs escape it,
 * and fifty letters and digits. https://docs.x.com/fundamentals/authentication/oauth-2-0/bearer-tokens
 */
export const xBearerToken: Detector = tokenDetector({
  id: "secret/x-bearer-token",
  summary: "X (Twitter) bearer token",
  remedy:
    "Regenerate it under “Keys and tokens” of the app at https://developer.x.com/en/portal/dashboard, and read the new one from the environment.",
  behind: { run: "unspaced", holds: "%" },
  prefixes: ["AAAAAAAAAAAAAAAAAAAA"],
  pattern: /(?<![\w%+/-](?<!\\[nrt]))A{20}(?:[A-Za-z0-9]|%2[BF]){32,60}%3D[A-Za-z0-9]{40,60}(?![\w%+/=-])/g,
  isProven: (secret) => !isPlaceholder(secret.slice(-40)) && !isDocumented(secret),
  examples: [
    "TWITTER_BEARER_TOKEN=«AAAAAAAAAAAAAAAAAAAAA{base62:5}AAAAAA{base62:24}%3D{base62:50}»",
    'Authorization: "Bearer «AAAAAAAAAAAAAAAAAAAAA{base62:4}AAAAAAA{base62:8}%2B{base62:6}%2F{base62:9}%3D{base62:50}»"',
    "a picture: data:image/png;base64,AAAAAAAAAAAAAAAAAAAAA{base62:80}AAAA%3D",
    "one character short: AAAAAAAAAAAAAAAAAAAA{base62:31}%3D{base62:50}",
    "AAAAAAAAAAAAAAAAAAAAAxxxxxAAAAAAAxxxxxxxxxxxxxxxxxxxxxxxxxxx%3Dxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx",
  ],
});
