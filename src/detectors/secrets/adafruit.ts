import type { Detector } from "../detector.ts";
import { isRandom } from "./random.ts";
import { tokenDetector } from "./token.ts";

/**
 * The key of an account of Adafruit IO: 28 letters and digits, which sketches of boards hold. https://io.adafruit.com/api/docs/#authentication
 * Where no documentation gives a length, it is that of examples in public code.
 */
export const adafruitKey: Detector = tokenDetector({
  id: "secret/adafruit-io-key",
  summary: "Adafruit IO key",
  remedy:
    "Regenerate it under “My Key” at https://io.adafruit.com, and keep the new one in a file that is not committed (secrets.h, settings.toml).",
  prefixes: ["aio_"],
  pattern: /(?<![A-Za-z0-9](?<!\\[nrt]))aio_[A-Za-z0-9]{28}(?![\w-])/g,
  behind: { run: "token", least: 28 },
  isGenuine: (_, value) => isRandom(value),
  confidence: 0.9,
  examples: [
    "ADAFRUIT_AIO_KEY=«aio_{base62:28}»",
    '#define IO_KEY "«aio_{base62:28}»"',
    'curl -H "X-AIO-Key: «aio_{base62:28}»" https://io.adafruit.com/api/v2/carol/feeds',
    "https://io.adafruit.com/api/v2/carol/feeds?x-aio-key=«aio_{base62:28}»",
    '{ "username": "carol", "key": "«aio_{base62:28}»" }',
    "one character short, and one too long: aio_{base62:27}, aio_{base62:29}",
    "aio_readTheBufferOfThatFileAgain, aio_error_of_the_last_operation_, kaio_{base62:28}",
    "aio_xxxxxxxxxxxxxxxxxxxxxxxxxxxx, aio_YOUR_KEY",
  ],
});
