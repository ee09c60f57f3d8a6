import type { Detector } from "../detector.ts";
import { tokenDetector } from "./token.ts";

/**
 * Client secrets: `WPL_AP` with a number, sixteen letters and digits, and four bytes in base64. Older secrets, and access
 * tokens (`AQ…`), look like any other value. https://learn.microsoft.com/en-us/linkedin/shared/authentication/application-secret-management
 */
export const linkedinSecret: Detector = tokenDetector({
  id: "secret/linkedin-client-secret",
  summary: "LinkedIn client secret",
  remedy:
    "Generate a new one under Auth of the app at https://www.linkedin.com/developers/apps, delete this one, and read the new one from the environment.",
  literals: ["WPL_AP"],
  prefixes: ["WPL_AP1.", "WPL_AP0."],
  pattern: /(?<![\w-](?<!\\[nrt]))WPL_AP\d\.[A-Za-z0-9]{16}\.[A-Za-z0-9+/]{5}[AQgw]==(?![\w+/=-])/g,
  examples: [
    "the app's secret is «WPL_AP1.{base62:16}.{base64:5}g==»",
    "LINKEDIN_CLIENT_SECRET=«WPL_AP1.{base62:16}.{base64:5}A==»",
    "clientSecret: '«WPL_AP1.{base62:16}.{base64:5}w==»',",
    "linkedin:\n  secret: «WPL_AP0.{base62:16}.{base64:5}Q==»",
    "https://www.linkedin.com/oauth/v2/accessToken?client_secret=«WPL_AP1.{base62:16}.{base62:5}g==»&grant_type=client_credentials",
    "one character short: WPL_AP1.{base62:15}.{base64:5}g==; no four bytes: WPL_AP1.{base62:16}.{base64:5}B==",
    "WPL_AP1.xxxxxxxxxxxxxxxx.xxxxxA==, WPL_AP1...",
  ],
});
