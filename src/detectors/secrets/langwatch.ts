import type { Detector } from "../detector.ts";
import { tokenDetector } from "./token.ts";

/**
 * Keys of a project (`sk-lw-`) and of a person (`pat-lw-`): 48 letters and digits, of newer ones behind an id of sixteen.
 * https://github.com/langwatch/langwatch
 */
export const langwatchKey: Detector = tokenDetector({
  id: "secret/langwatch-key",
  summary: "LangWatch API key",
  remedy:
    "Regenerate it in the project's settings at https://app.langwatch.ai, and read the new one from the environment.",
  behind: { run: "token", least: 48 },
  prefixes: ["sk-lw-", "pat-lw-"],
  pattern: /(?<![\w-](?<!\\[nrt]))(?:sk|pat)-lw-(?:[A-Za-z0-9]{16}_)?[A-Za-z0-9]{48}(?![\w-])/g,
  examples: [
    "traces go there with «sk-lw-{base62:48}» as of today",
    "LANGWATCH_API_KEY=«sk-lw-{base62:16}_{base62:48}»",
    "X-Auth-Token: «pat-lw-{base62:16}_{base62:48}»",
    'langwatch.setup(api_key="«sk-lw-{base62:48}»")',
    "one character short: sk-lw-{base62:47}, pat-lw-{base62:16}_{base62:47}; task-lw-{base62:48}",
    "sk-lw-xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx, sk-lw-...",
  ],
});
