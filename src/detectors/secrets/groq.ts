import type { Detector } from "../detector.ts";
import { tokenDetector } from "./token.ts";

/** `gsk_` and 52 letters and digits. https://console.groq.com/docs/quickstart */
export const groqKey: Detector = tokenDetector({
  id: "secret/groq-key",
  summary: "Groq API key",
  remedy: "Delete it at https://console.groq.com/keys, and read a new one from the environment.",
  prefixes: ["gsk_"],
  pattern: /(?<![\w-](?<!\\[nrt]))gsk_[A-Za-z0-9]{52}(?![\w-])/g,
  examples: [
    "GROQ_API_KEY=«gsk_{base62:52}»",
    'client = Groq(api_key="«gsk_{base62:52}»")',
    "Authorization: Bearer «gsk_{base62:52}»",
    "one character short: gsk_{base62:51}",
    "gsk_xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx",
  ],
});
