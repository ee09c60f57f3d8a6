import type { Detector } from "../detector.ts";
import { tokenDetector } from "./token.ts";

const prefixes = ["lin_api_", "lin_oauth_", "lin_refresh_", "lin_wh_"];

/** Personal API keys (40 letters and digits), OAuth tokens (64 hex digits) and what refreshes them, webhook secrets. https://linear.app/developers/graphql#personal-api-keys */
export const linearKey: Detector = tokenDetector({
  id: "secret/linear-key",
  summary: "Linear API key",
  remedy: "Revoke it at https://linear.app/settings/account/security, and read a new one from the environment.",
  prefixes,
  pattern:
    /(?<![\w-](?<!\\[nrt]))lin_(?:api_[A-Za-z0-9]{40}|oauth_[0-9a-f]{64}|refresh_[A-Za-z0-9]{40,64}|wh_[A-Za-z0-9]{32,64})(?![\w-])/g,
  examples: [
    "LINEAR_API_KEY=«lin_api_{base62:40}»",
    'new LinearClient({ accessToken: "«lin_oauth_{hex:64}»" })',
    '"refresh_token": "«lin_refresh_{hex:64}»"',
    "LINEAR_WEBHOOK_SECRET: «lin_wh_{base62:40}»",
    "one character short: lin_api_{base62:39}, lin_oauth_{hex:63}, lin_refresh_0123456789",
    "lin_api_xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx",
  ],
});
