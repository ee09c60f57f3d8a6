import type { Detector } from "../detector.ts";
import { testMode, tokenDetector } from "./token.ts";

const remedy =
  "Disable it under “API Keys” at https://app.easypost.com/account/settings, and read a new one from the environment.";

/** Keys that buy postage: a UUID without its marks and 22 letters and digits. https://docs.easypost.com/docs/authentication */
export const easypostKey: Detector = tokenDetector({
  id: "secret/easypost-key",
  summary: "EasyPost API key",
  remedy,
  prefixes: ["EZAK"],
  pattern: /(?<![\w+/-](?<!\\[nrt]))EZAK[0-9a-f]{32}[A-Za-z0-9]{22}(?![\w+/=-])/g,
  behind: { run: "token", least: 54 },
  examples: [
    "EASYPOST_API_KEY=«EZAK{hex:32}{base62:22}»",
    "easypost.EasyPostClient('«EZAK{hex:32}{base62:22}»')",
    "curl https://api.easypost.com/v2/shipments -u «EZAK{hex:32}{base62:22}»:",
    '{ "mode": "production", "key": "«EZAK{hex:32}{base62:22}»" }',
    "EZAK{hex:32}{base62:21}, EZAK{hex:32}{base62:23}, AEZAK{hex:32}{base62:22}, in base64: /EZAK{hex:32}{base62:22}",
    "EZAKxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx, EZAK...",
  ],
});

/** The same for tests, which buys nothing. */
export const easypostTestKey: Detector = tokenDetector({
  id: "secret/easypost-test-key",
  summary: "EasyPost test API key",
  remedy,
  prefixes: ["EZTK"],
  pattern: /(?<![\w+/-](?<!\\[nrt]))EZTK[0-9a-f]{32}[A-Za-z0-9]{22}(?![\w+/=-])/g,
  behind: { run: "token", least: 54 },
  confidence: testMode,
  examples: [
    "EASYPOST_API_KEY=«EZTK{hex:32}{base62:22}»",
    'easypost.api_key = "«EZTK{hex:32}{base62:22}»"',
    "EZTK{hex:32}{base62:21}, EZTK{base62:54}, EZTK_123",
  ],
});
