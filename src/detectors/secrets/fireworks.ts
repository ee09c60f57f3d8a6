import type { Detector } from "../detector.ts";
import { isRandom } from "./random.ts";
import { tokenDetector } from "./token.ts";

/** Keys: letters and digits. https://docs.fireworks.ai/tools-sdks/firectl/commands/api-key-create */
export const fireworksKey: Detector = tokenDetector({
  id: "secret/fireworks-key",
  summary: "Fireworks AI API key",
  remedy: "Delete it at https://app.fireworks.ai/settings/users/api-keys, and read a new one from the environment.",
  prefixes: ["fw_"],
  pattern: /(?<![\w-](?<!\\[nrt]))fw_[A-Za-z0-9]{22,40}(?![\w-])/g,
  behind: { run: "token", least: 22 },
  isGenuine: (_, value) => /[A-Z]/.test(value) && /\d/.test(value) && isRandom(value),
  confidence: 0.9,
  examples: [
    "FIREWORKS_API_KEY=«fw_{base62:22}»",
    'new OpenAI({ baseURL: "https://api.fireworks.ai/inference/v1", apiKey: "«fw_{base62:33}»" })',
    "fw_{base62:21}, fw_{base62:41}, hfw_{base62:24}, fw_{hex:32}",
    // Wheels of Python list their files so, by hashes in base64url.
    "pip/version.py,sha256={base64url:4}-fw_{base62:22},160 pip/main.py,sha256={base64url:4}_fw_{base62:33},92",
    "fw_your_fireworks_key, fw_xxxxxxxxxxxxxxxxxxxxxxxx, fw_UpdateFirmwareVersionOfDevice",
  ],
});
