import type { Detector } from "../detector.ts";
import { tokenDetector } from "./token.ts";

const remedy = "Deauthorize it at https://app.asana.com/0/my-apps, and read a new one from the environment.";

/** Personal access tokens: a version, the ids of user and token, and 32 hex digits, close to the name. https://developers.asana.com/docs/personal-access-token */
export const asanaToken: Detector = tokenDetector({
  id: "secret/asana-token",
  summary: "Asana personal access token",
  remedy,
  literals: ["asana"],
  anyCase: true,
  pattern: /(?<![\w/.-](?<!\\[nrt]))[0-2]\/\d{12,19}(?:\/\d{12,19})?:[0-9a-f]{32}(?![\w-])/g,
  examples: [
    "ASANA_TOKEN=«1/12{digits:14}:{hex:32}»",
    'client = asana.Client.access_token("«2/12{digits:14}/12{digits:14}:{hex:32}»")',
    "one digit short: asana 1/12{digits:14}:{hex:31}",
    "of something else: 1/98{digits:14}:{hex:32}",
    "ASANA_TOKEN=1/1234567890123456:00000000000000000000000000000000",
  ],
});

/** Ids that Asana gives since 2021 have sixteen digits, and 12 in front: such a token needs no name. */
export const asanaBareToken: Detector = tokenDetector({
  id: "secret/asana-bare-token",
  summary: "Asana personal access token",
  remedy,
  literals: ["0/12", "1/12", "2/12"],
  behind: { run: "number", least: 14 },
  pattern: /(?<![\w/.-](?<!\\[nrt]))[0-2]\/12\d{14}(?:\/12\d{14})?:[0-9a-f]{32}(?![\w-])/g,
  examples: [
    "tasks are made with «2/12{digits:14}/12{digits:14}:{hex:32}» now",
    "TRACKER_PAT=«1/12{digits:14}:{hex:32}»",
    'new Client("«2/12{digits:14}/12{digits:14}:{hex:32}»")',
    "-H 'Authorization: Bearer «2/12{digits:14}/12{digits:14}:{hex:32}»'",
    "one digit short: 1/12{digits:13}:{hex:32}, 2/12{digits:14}/12{digits:14}:{hex:31}; a date: 1/12/2024",
    "1/1212121212121212:00000000000000000000000000000000",
  ],
});
