import type { Detector } from "../detector.ts";
import { tokenDetector } from "./token.ts";

/**
 * A header that says so, and in base64url 27 characters and a UUID. https://www.jetbrains.com/help/teamcity/managing-your-user-account.html#Managing+Access+Tokens,
 * https://github.com/rapid7/metasploit-framework/pull/18408
 */
export const teamcityToken: Detector = tokenDetector({
  id: "secret/teamcity-token",
  summary: "TeamCity access token",
  remedy: "Delete it under “Access Tokens” in the user's profile, and read a new one from the environment.",
  prefixes: ["eyJ0eXAiOiAiVENWMiJ9."],
  pattern: /(?<![\w-](?<!\\[nrt]))eyJ0eXAiOiAiVENWMiJ9\.[\w-]{20,80}\.[\w-]{30,100}(?![\w-])/g,
  examples: [
    "TEAMCITY_TOKEN=«eyJ0eXAiOiAiVENWMiJ9.{base64url:36}.{encode:base64url}{uuid}{end}»",
    "curl -H 'Authorization: Bearer «eyJ0eXAiOiAiVENWMiJ9.{base64url:38}.{base64url:48}»' https://teamcity.acme.example.io/app/rest/builds",
    "eyJ0eXAiOiAiVENWMiJ9.{base64url:38}, eyJ0eXAiOiAiVENWMiJ9.…",
  ],
});
