import type { Detector } from "../detector.ts";
import { isMixed } from "./random.ts";
import { tokenDetector } from "./token.ts";

/** Tokens: `BBUS-`, before 2024 `BBFF-`, and 30 letters and digits. https://docs.ubidots.com/v1.6/reference/authentication */
export const ubidotsToken: Detector = tokenDetector({
  id: "secret/ubidots-token",
  summary: "Ubidots token",
  remedy: "Delete it under “API Credentials” of the account, and read a new one from the device's own configuration.",
  prefixes: ["BBUS-", "BBFF-"],
  behind: { run: "token", least: 30 },
  pattern: /(?<![\w-](?<!\\[nrt]))BB(?:US|FF)-[A-Za-z0-9]{30}(?![\w-])/g,
  isGenuine: (_, value) => isMixed(value),
  examples: [
    'const char* TOKEN = "«BBUS-{base62:27}a7K»";',
    'ApiClient(token="«BBFF-{base62:27}3bQ»")',
    "one character short: BBUS-{base62:29}",
    "BBUS-xxxxxxxxxxxxxxxxxxxxxxxxxxxxxx, BBFF-your-token",
  ],
});
