import type { Detector } from "../detector.ts";
import { tokenDetector } from "./token.ts";

/** Personal access tokens: a version, the ids of user and token, and 32 hex digits, close to the name. https://developers.asana.com/docs/personal-access-token */
export const asanaToken: Detector = tokenDetector({
  id: "secret/asana-token",
  summary: "Asana personal access token",
  remedy: "Deauthorize it at https://app.asana.com/0/my-apps, and read a new one from the environment.",
  literals: ["asana"],
  anyCase: true,
  pattern: /(?<![\w/.-](?<!\\[nrt]))[0-2]\/\d{12,19}(?:\/\d{12,19})?:[0-9a-f]{32}(?![\w-])/g,
  examples: [
    "ASANA_TOKEN=«1/12{digits:14}:{hex:32}»",
    'client = asana.Client.access_token("«2/12{digits:14}/12{digits:14}:{hex:32}»")',
    "one digit short: asana 1/12{digits:14}:{hex:31}",
    "of something else: 1/12{digits:14}:{hex:32}",
    "ASANA_TOKEN=1/1234567890123456:00000000000000000000000000000000",
  ],
});
