import type { Detector } from "../detector.ts";
import { tokenDetector } from "./token.ts";

/**
 * Tokens of a person (`snyk_uat`) and of a service account (`snyk_sat`): an id, JSON in base64url that names the region, a signature.
 * https://docs.snyk.io/snyk-api/authentication-for-api/personal-access-tokens-pats
 */
export const snykToken: Detector = tokenDetector({
  id: "secret/snyk-token",
  summary: "Snyk access token",
  remedy:
    "Revoke it at https://app.snyk.io/account/personal-access-tokens (a service account's under “Service accounts” in the settings), and read a new one from SNYK_TOKEN.",
  prefixes: ["snyk_uat.", "snyk_sat."],
  reach: { before: 8, after: 700 },
  pattern: /(?<![A-Za-z0-9](?<!\\[nrt]))snyk_[us]at\.[0-9a-z]{8}\.eyJ[\w-]{16,400}\.[\w-]{16,200}(?![\w-])/g,
  examples: [
    'SNYK_TOKEN=«snyk_uat.{hex:8}.{encode:base64url}{"e":1800000000,"h":"snyk.io","j":"{base62:22}","s":"{base62:22}"}{end}.{base64url:86}»',
    'Authorization: token «snyk_sat.{hex:8}.{encode:base64url}{"h":"api.eu.snyk.io"}{end}.{base64url:43}»',
    'snyk config set api="«snyk_uat.{hex:8}.{encode:base64url}{"h":"api.snyk.io","j":"{uuid}"}{end}.{base64url:86}»"',
    "no JSON: snyk_uat.12345678.abcdefg-hijklmnop.qrstuvwxyz-123456, snyk_uat.{hex:8}.{base62:40}",
    "snyk_uat.<your-token>, snyk_uat.{hex:8}.eyJ...",
  ],
});
