import type { Detector } from "../detector.ts";
import { isRandom } from "./random.ts";
import { tokenDetector } from "./token.ts";

/**
 * `sk_car_` and 22 letters and digits. https://docs.cartesia.ai/get-started/make-an-api-request
 * Where no documentation gives a length, it is that of examples in public code.
 */
export const cartesiaKey: Detector = tokenDetector({
  id: "secret/cartesia-key",
  summary: "Cartesia API key",
  remedy: "Delete it at https://play.cartesia.ai/keys, and read a new one from the environment.",
  behind: { run: "token", least: 20 },
  prefixes: ["sk_car_"],
  pattern: /(?<![\w-](?<!\\[nrt]))sk_car_[A-Za-z0-9]{20,24}(?![\w-])/g,
  isGenuine: (_, value) => isRandom(value),
  examples: [
    "the voice speaks with «sk_car_{base62:22}» today",
    "CARTESIA_API_KEY=«sk_car_{base62:22}»",
    'Cartesia(api_key="«sk_car_{base62:22}»")',
    "X-API-Key: «sk_car_{base62:22}»",
    "wss://api.cartesia.ai/tts/websocket?api_key=«sk_car_{base62:22}»&cartesia_version=2025-04-16",
    "too short: sk_car_{base62:19}; the end of a name: task_car_{base62:22}",
    "sk_car_xxxxxxxxxxxxxxxxxxxxxx, sk_car_driveWanderingAround",
  ],
});
