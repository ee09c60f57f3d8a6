import type { Detector } from "../detector.ts";
import { tokenDetector } from "./token.ts";

/** `AstraCS:`, the client's id of 24 letters and digits, 64 hexadecimal digits. https://docs.datastax.com/en/astra-db-serverless/administration/manage-application-tokens.html */
export const astraToken: Detector = tokenDetector({
  id: "secret/astra-token",
  summary: "Astra DB application token",
  remedy:
    "Delete it at https://astra.datastax.com/settings/tokens, and read a new one from ASTRA_DB_APPLICATION_TOKEN.",
  prefixes: ["AstraCS:"],
  pattern: /(?<![\w-](?<!\\[nrt]))AstraCS:[A-Za-z0-9]{20,30}:[0-9a-f]{64}(?![\w-])/g,
  examples: [
    "ASTRA_DB_APPLICATION_TOKEN=«AstraCS:{base62:24}:{hex:64}»",
    'new DataAPIClient("«AstraCS:{letters:24}:{hex:64}»")',
    "AstraCS:{base62:24}:{hex:63}, AstraCS:..., AstraCS:<client id>:<secret>",
    "AstraCS:xxxxxxxxxxxxxxxxxxxxxxxx:0000000000000000000000000000000000000000000000000000000000000000",
  ],
});
