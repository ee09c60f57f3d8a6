import type { Detector } from "../detector.ts";
import { isPlaceholder } from "./placeholder.ts";
import { tokenDetector } from "./token.ts";

/**
 * Access tokens: base64 of `tok:`, a UUID with `_` between its parts, and two numbers.
 * https://developers.intercom.com/docs/build-an-integration/learn-more/authentication
 */
export const intercomToken: Detector = tokenDetector({
  id: "secret/intercom-token",
  summary: "Intercom access token",
  remedy:
    "Regenerate it under Configure, Authentication of the app in Intercom's Developer Hub, and read the new one from the environment.",
  behind: { run: "token", least: 50 },
  prefixes: ["dG9rOj", "dG9rOm"],
  pattern: /(?<![\w+/-](?<!\\[nrt]))dG9rO[jm][A-Za-z0-9]{50,60}={0,2}(?![\w+/=-])/g,
  isProven: (secret) => {
    const [, id] =
      /^tok:([\da-f]{8}_(?:[\da-f]{4}_){3}[\da-f]{12}):\d{1,4}:\d{1,4}$/.exec(
        Buffer.from(secret, "base64").toString("latin1"),
      ) ?? [];
    return id !== undefined && !isPlaceholder(id.replaceAll("_", ""));
  },
  examples: [
    "the token is «{encode:base64}tok:4{hex:7}_{hex:4}_{hex:4}_{hex:4}_{hex:12}:1:0{end}».",
    "INTERCOM_ACCESS_TOKEN=«{encode:base64}tok:b{hex:7}_{hex:4}_{hex:4}_{hex:4}_{hex:12}:1:0{end}»",
    'new IntercomClient({ token: "«{encode:base64}tok:{hex:8}_{hex:4}_{hex:4}_{hex:4}_{hex:12}:2:0{end}»" })',
    'curl https://api.intercom.io/me -H "Authorization: Bearer «{encode:base64}tok:{hex:8}_{hex:4}_{hex:4}_{hex:4}_{hex:12}:1:0{end}»"',
    "of something else: {encode:base64}tok:{base62:42}{end}",
    "{encode:base64}tok:00000000_0000_0000_0000_000000000000:1:0{end}, dG9rOjxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx",
  ],
});
