import type { Detector } from "../detector.ts";
import { isRandom } from "./random.ts";
import { tokenDetector } from "./token.ts";

/**
 * API keys: three parts between `-`: `AQE` and some ninety characters of base64, 44 more, and sixteen that may be any sign.
 * https://docs.adyen.com/development-resources/api-credentials/
 */
export const adyenKey: Detector = tokenDetector({
  id: "secret/adyen-key",
  summary: "Adyen API key",
  remedy:
    "Generate a new one for the API credential in the Customer Area (Developers, API credentials), which ends this one within a day, and read it from the environment.",
  behind: { run: "value", least: 100, holds: "=" },
  prefixes: ["AQE"],
  reach: { before: 8, after: 256 },
  pattern: /(?<![\w+/-](?<!\\[nrt]))AQE[A-Za-z0-9+/]{57,120}={0,2}-[A-Za-z0-9+/]{40,44}={0,2}-[^\s"'\x60\\]{8,24}/g,
  isGenuine: (secret) => isRandom(secret.slice(3, 60)),
  examples: [
    "the key of the terminal: «AQE{base64:91}==-{base64:43}=-{base62:16}»",
    "ADYEN_API_KEY=«AQE{base64:91}==-{base64:43}=-{base62:4},~*{base62:8}^<»",
    "config.apiKey = '«AQE{base64:91}==-{base64:43}=-{base62:13}(2^»';",
    'curl https://checkout-test.adyen.com/v71/payments -H "x-API-key: «AQE{base64:67}=-{base64:43}=-{base62:16}»"',
    "AQE{base64:91}==, AQE{base64:91}==-{base64:20}=-{base62:16}, AQE-like",
    "AQExxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx==-xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx=-xxxxxxxxxxxxxxxx",
  ],
});
