import type { Detector } from "../detector.ts";
import { isRandom } from "./random.ts";
import { tokenDetector } from "./token.ts";

/** Keys of a person: letters and digits. https://render.com/docs/api */
export const renderKey: Detector = tokenDetector({
  id: "secret/render-key",
  summary: "Render API key",
  remedy: "Revoke it at https://dashboard.render.com/u/settings#api-keys, and read a new one from the environment.",
  prefixes: ["rnd_"],
  pattern: /(?<![A-Za-z0-9](?<!\\[nrt]))rnd_[A-Za-z0-9]{28,32}(?![\w-])/g,
  behind: { run: "token", least: 28 },
  isGenuine: (_, value) => /[A-Z]/.test(value) && /\d/.test(value) && isRandom(value),
  examples: [
    "RENDER_API_KEY=«rnd_{base62:28}»",
    '-H "Authorization: Bearer «rnd_{base62:28}»" https://api.render.com/v1/services',
    "rnd_{base62:27}, rnd_{base62:33}, grnd_{base62:28}, rnd_{hex:32}",
    "rnd_your_api_key_here, rnd_xxxxxxxxxxxxxxxxxxxxxxxxxxxx, rnd_UniformIntegerDistributionOf",
  ],
});
