import type { Detector } from "../detector.ts";
import { tokenDetector } from "./token.ts";

/**
 * `sk-helicone-`, of some keys a kind or a region (`cp-`, `eu-`), and four times seven small letters and digits of base32.
 * Those with `pk-` only write. https://docs.helicone.ai/helicone-headers/helicone-auth
 */
export const heliconeKey: Detector = tokenDetector({
  id: "secret/helicone-key",
  summary: "Helicone API key",
  remedy: "Delete it at https://us.helicone.ai/settings/api-keys, and read a new one from the environment.",
  prefixes: ["sk-helicone-"],
  pattern: /(?<![\w-](?<!\\[nrt]))sk-helicone-(?:[a-z]{2,5}-){0,2}[a-z2-7]{7}(?:-[a-z2-7]{7}){3}(?![\w-])/g,
  examples: [
    "all calls are logged with «sk-helicone-{lower32:7}-{lower32:7}-{lower32:7}-{lower32:7}» since May",
    "HELICONE_API_KEY=«sk-helicone-cp-{lower32:7}-{lower32:7}-{lower32:7}-{lower32:7}»",
    '"Helicone-Auth": "Bearer «sk-helicone-eu-{lower32:7}-{lower32:7}-{lower32:7}-{lower32:7}»"',
    "https://gateway.helicone.ai/v1/«sk-helicone-{lower32:7}-{lower32:7}-{lower32:7}-{lower32:7}»/chat",
    "one character short: sk-helicone-{lower32:7}-{lower32:7}-{lower32:7}-{lower32:6}",
    "writes only: pk-helicone-{lower32:7}-{lower32:7}-{lower32:7}-{lower32:7}",
    "sk-helicone-xxxxxxx-xxxxxxx-xxxxxxx-xxxxxxx, sk-helicone-...",
  ],
});
