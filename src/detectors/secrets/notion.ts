import type { Detector } from "../detector.ts";
import { isMixed } from "./random.ts";
import { tokenDetector } from "./token.ts";

const remedy =
  "Refresh the secret of the integration at https://www.notion.so/profile/integrations, and read the new one from the environment.";

/** `ntn_` and 46 characters, of which the first 11 are digits in those seen so far. https://developers.notion.com/guides/authorization/credential-security */
export const notionToken: Detector = tokenDetector({
  id: "secret/notion-token",
  summary: "Notion API token",
  remedy,
  prefixes: ["ntn_"],
  reach: { before: 8, after: 72 },
  // Notion says that the length may change.
  pattern: /(?<![\w-](?<!\\[nrt]))ntn_[A-Za-z0-9]{40,60}(?![\w-])/g,
  examples: [
    "NOTION_TOKEN=«ntn_{digits:11}{base62:35}»",
    'new Client({ auth: "«ntn_{digits:11}{base62:35}»" })',
    "Authorization: Bearer «ntn_{digits:11}{base62:35}»",
    "too short: ntn_{digits:11}{base62:28}",
    "ntn_xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx",
  ],
});

/** Tokens of before September 2024, which stay valid: `secret_` and 43 letters and digits. https://developers.notion.com/page/changelog */
export const notionLegacyToken: Detector = tokenDetector({
  id: "secret/notion-legacy-token",
  summary: "Notion API token",
  remedy,
  prefixes: ["secret_"],
  reach: { before: 8, after: 56 },
  pattern: /(?<![\w-](?<!\\[nrt]))secret_[A-Za-z0-9]{43}(?![\w-])/g,
  isGenuine: isMixed,
  confidence: 0.9,
  examples: [
    "NOTION_KEY=«secret_{base62:43}»",
    '"Authorization": "Bearer «secret_{base62:43}»"',
    "one character short: secret_{base62:42}, the end of a name: client_secret_{base62:43}",
    "secret_thatisreadfromtheenvironmentandnowhereelse1",
  ],
});
