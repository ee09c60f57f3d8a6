import type { Detector } from "../detector.ts";
import { beside } from "./beside.ts";
import { entropy } from "./placeholder.ts";
import { isMixed } from "./random.ts";
import { tokenDetector } from "./token.ts";

const clients = "https://console.cloud.google.com/auth/clients";

/**
 * OAuth client secrets: `GOCSPX-` and 28 characters, in their older form 24 characters beside a name or the client's id.
 * https://developers.google.com/identity/protocols/oauth2
 */
export const googleClientSecret: Detector = tokenDetector({
  id: "secret/google-client-secret",
  summary: "Google OAuth client secret",
  remedy: `Add a new secret at ${clients}, move to it, and delete this one.`,
  prefixes: ["GOCSPX-"],
  pattern: /(?<![\w-])GOCSPX-[\w-]{28}(?![\w-])/g,
  examples: [
    'const CLIENT_SECRET = "«GOCSPX-{base64url:28}»"',
    '{"web":{"client_id":"{digits:12}-{lower36:32}.apps.googleusercontent.com","client_secret":"«GOCSPX-{base64url:28}»"}}',
    "GOCSPX-{base64url:27}, GOCSPX-{base64url:29}",
    "GOCSPX-xxxxxxxxxxxxxxxxxxxxxxxxxxxx, GOCSPX-your-client-secret-goes-here",
    "a client's id is no secret: {digits:12}-{lower36:32}.apps.googleusercontent.com",
  ],
});

export const googleOldClientSecret: Detector = tokenDetector({
  id: "secret/google-client-secret-old",
  summary: "Google OAuth client secret",
  remedy: `Add a new secret at ${clients}, move to it, and delete this one.`,
  literals: [".apps.googleusercontent.com", "google_client_secret", "googleclientsecret", "google-client-secret"],
  anyCase: true,
  pattern: beside("client[_-]?secret", String.raw`[\w-]{24}`),
  isGenuine: (secret) => isMixed(secret) || entropy(secret) > 4.1, // one in sixty has no digit
  examples: [
    "CLIENT_ID = '{digits:12}-{lower36:32}.apps.googleusercontent.com'; CLIENT_SECRET = '«{base64url:24}»';",
    "GOOGLE_CLIENT_SECRET=«{base64url:24}»",
    "CLIENT_ID = '{digits:12}-{lower36:32}.apps.googleusercontent.com'; clientSecret = '{base64url:23}';",
    "CLIENT_SECRET = '{base64url:24}' of another vendor",
    "google_client_secret: abcdefghijklmnopqrstuvwx",
    "google_client_secret = my-client-secret-from-vault",
  ],
});

/**
 * Access tokens (`ya29.`, of service accounts `ya29.c.`), which last an hour, and refresh tokens (`1//0`), which last for
 * years. https://developers.google.com/identity/protocols/oauth2#size
 */
export const googleToken: Detector = tokenDetector({
  id: "secret/google-oauth-token",
  summary: "Google OAuth token",
  remedy:
    "Revoke it: its user at https://myaccount.google.com/connections, a program at https://oauth2.googleapis.com/revoke. Access tokens end within the hour, refresh tokens do not.",
  prefixes: ["ya29.", "1//0"],
  pattern: /(?<![\w.-])ya29\.(?:[a-z]\.)?[\w-]{40,2000}(?![\w-])|(?<![\w/:.-])1\/\/0[\w-]{40,500}(?![\w-])/g,
  isGenuine: isMixed,
  examples: [
    "Authorization: Bearer «ya29.a0AfH6{base64url:150}»",
    "access_token: '«ya29.c.b0A{base64url:200}»'.....",
    '"refresh_token": "«1//03{base64url:98}»",',
    "cut off: ya29.a0AfH6SMBx..., 1//0gLu8...",
    "ya29.{base64url:20}, 1//0{base64url:30}",
    "https://host/1//0{base64url:60}",
    "ya29.your_access_token_goes_here_and_it_is_long_enough_1A",
  ],
});
