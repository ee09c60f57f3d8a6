import type { Detector } from "../detector.ts";
import { isRandom } from "./random.ts";
import { tokenDetector } from "./token.ts";

/**
 * Access tokens of persons, communities and services: `vk1.a.` and some 192 characters of base64url. https://dev.vk.com/ru/api/access-token/getting-started
 * Where no documentation gives a length, it is that of examples in public code.
 */
export const vkToken: Detector = tokenDetector({
  id: "secret/vk-token",
  summary: "VK access token",
  remedy:
    "End the sessions at https://vk.com/settings?act=security, delete a community's key in its settings, and read a new one from the environment.",
  behind: { run: "token", least: 80 },
  prefixes: ["vk1.a."],
  pattern: /(?<![\w.-](?<!\\[nrt]))vk1\.a\.[\w-]{80,400}(?![\w-])/g,
  isGenuine: (_, value) => isRandom(value),
  examples: [
    "VK_TOKEN=«vk1.a.{base64url:192}»",
    "https://oauth.vk.com/blank.html#access_token=«vk1.a.{base64url:192}»&expires_in=86400",
    "vk1.a.{base64url:79}, vk1.a.AbCdEf..., vk1.a.xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx",
  ],
});
