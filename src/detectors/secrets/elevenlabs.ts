import type { Detector } from "../detector.ts";
import { tokenDetector } from "./token.ts";

/** `sk_` and 48 hex digits. https://elevenlabs.io/docs/api-reference/authentication */
export const elevenlabsKey: Detector = tokenDetector({
  id: "secret/elevenlabs-key",
  summary: "ElevenLabs API key",
  remedy: "Delete it at https://elevenlabs.io/app/developers/api-keys, and read a new one from the environment.",
  behind: { run: "token", least: 48 },
  prefixes: ["sk_"],
  reach: { before: 8, after: 56 },
  pattern: /(?<![\w-](?<!\\[nrt]))sk_[0-9a-f]{48}(?![\w-])/g,
  examples: [
    "ELEVENLABS_API_KEY=«sk_{hex:48}»",
    'curl -H "xi-api-key: «sk_{hex:48}»" https://api.elevenlabs.io/v1/models',
    "api_key='«sk_{hex:48}»',",
    "one digit short: sk_{hex:47}",
    "the end of a name: task_{hex:48}",
    "sk_000000000000000000000000000000000000000000000000",
  ],
});
