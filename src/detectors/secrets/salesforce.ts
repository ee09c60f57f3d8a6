import type { Detector } from "../detector.ts";
import { isDocumented } from "./documented.ts";
import { tokenDetector } from "./token.ts";

const isGenuine = (secret: string): boolean => !isDocumented(secret);

/**
 * Sessions and access tokens: the id of the organization, which begins with `00D`, `!` (which shells and addresses escape) and some 96
 * characters. https://help.salesforce.com/s/articleView?id=sf.remoteaccess_oauth_web_server_flow.htm
 */
export const salesforceSession: Detector = tokenDetector({
  id: "secret/salesforce-session",
  summary: "Salesforce session or access token",
  remedy:
    "End the session under “Session Management” in Setup, or revoke the token (https://help.salesforce.com/s/articleView?id=sf.remoteaccess_revoke_token.htm). Let the program ask for one when it runs.",
  literals: ["00D"],
  prefixes: [],
  pattern: /(?<![\w+/-](?<!\\[nrt]))00D[A-Za-z0-9]{12}(?:[A-Za-z0-9]{3})?(?:\\{0,2}!|%21)[\w.]{60,300}(?![\w+/=-])/g,
  behind: { run: "unspaced", least: 72 },
  reach: { before: 8, after: 400 },
  isGenuine,
  examples: [
    "SF_ACCESS_TOKEN='«00D{base62:12}!AQ0A{base62:40}.{base62:25}_{base62:26}»'",
    '{ "access_token": "«00D{base62:12}!AR8A{base62:92}»", "token_type": "Bearer" }',
    "Authorization: OAuth «00D{base62:15}!{base62:96}»",
    "<sessionId>«00D{base62:12}!{base62:50}.{base62:45}»</sessionId>",
    'curl https://acme.my.salesforce.com/services/data/ -H "Authorization: Bearer «00D{base62:12}\\!{base62:96}»"',
    "https://acme.my.salesforce.com/secur/frontdoor.jsp?sid=«00D{base62:12}%21{base62:96}»&retURL=/",
    "cut off: 00D{base62:12}!AQ0AQDpEDKYs...; 00D{base62:11}!{base62:96}, 00D{base62:12} is the organization",
    "00D000000000000!xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx",
  ],
});

/** Gets a new session whenever it is asked for one. https://help.salesforce.com/s/articleView?id=sf.remoteaccess_oauth_refresh_token_flow.htm */
export const salesforceRefreshToken: Detector = tokenDetector({
  id: "secret/salesforce-refresh-token",
  summary: "Salesforce refresh token",
  remedy:
    "Revoke it under “Connected Apps OAuth Usage” in Setup, or with https://help.salesforce.com/s/articleView?id=sf.remoteaccess_revoke_token.htm, and keep the new one in a store for secrets.",
  prefixes: ["5Aep861"],
  pattern: /(?<![\w+/-](?<!\\[nrt]))5Aep861[\w.]{60,120}(?:=|%3[Dd]){0,2}(?![\w+/=-])/g,
  isGenuine,
  examples: [
    '"refresh_token": "«5Aep861{base62:20}.{base62:30}_{base62:19}==»"',
    "SALESFORCE_REFRESH_TOKEN=«5Aep861{base62:79}»",
    "sfdxAuthUrl: force://PlatformCLI::«5Aep861{base62:40}.{base62:39}»@acme.my.salesforce.com",
    "grant_type=refresh_token&refresh_token=«5Aep861{base62:70}%3D%3D»&client_id=PlatformCLI",
    "5Aep861{base62:59}, 15Aep861{base62:79}, 5Aep861...",
    "5Aep861xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx",
  ],
});
