import type { Detector } from "../detector.ts";
import { tokenDetector } from "./token.ts";

const prefixes = ["sq0atp-", "sq0csp-", "sandbox-sq0atb-", "sandbox-sq0csb-"];

/**
 * Personal access tokens of before 2019 (22 characters) and OAuth secrets of an application (43), those of the sandbox too.
 * `sq0idp-` is the application's public id. https://developer.squareup.com/docs/build-basics/access-tokens
 */
export const squareSecret: Detector = tokenDetector({
  id: "secret/square-secret",
  summary: "Square access token or OAuth secret",
  remedy:
    "Replace it under “Credentials” or “OAuth” of the application at https://developer.squareup.com/apps, and read the new one from the environment.",
  prefixes,
  pattern:
    /(?<![\w-](?<!\\[nrt]))(?:(?:sq0atp-|sandbox-sq0atb-)[\w-]{22}|(?:sq0csp-|sandbox-sq0csb-)[\w-]{43})(?![\w-])/g,
  examples: [
    "SQUARE_ACCESS_TOKEN=«sq0atp-{base64url:22}»",
    'client_secret: "«sq0csp-{base64url:43}»",',
    "'«sandbox-sq0atb-{base64url:22}»', '«sandbox-sq0csb-{base64url:43}»'",
    "public: sq0idp-{base64url:22}",
    "one character short: sq0atp-{base64url:21}, sq0csp-{base64url:42}",
    "sq0csp-xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx",
  ],
});

/** Personal and OAuth access tokens of today: 64 characters that begin with `EAAA`. https://developer.squareup.com/reference/square/oauth-api/obtain-token */
export const squareToken: Detector = tokenDetector({
  id: "secret/square-token",
  summary: "Square access token",
  remedy:
    "Replace it under “Credentials” of the application at https://developer.squareup.com/apps, or revoke it with the OAuth API, and read the new one from the environment.",
  behind: { run: "token", least: 60 },
  prefixes: ["EAAA"],
  reach: { before: 8, after: 72 },
  // Longer ones are Facebook's, and `+` and `/` stand in base64 of something else.
  pattern: /(?<![\w+/-](?<!\\[nrt]))EAAA[\w-]{60}(?![\w+/=-])/g,
  confidence: 0.9,
  examples: [
    "SQUARE_ACCESS_TOKEN=«EAAA{base64url:60}»",
    "Authorization: Bearer «EAAA{base64url:60}»",
    'accessToken: "«EAAA{base64url:60}»"',
    "too long, and too short: EAAA{base64url:61} EAAA{base64url:59}",
    "within base64: AB+EAAA{base64url:60}, EAAA{base64url:60}/",
    "EAAAxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx",
  ],
});
