import type { Detector } from "../detector.ts";
import { tokenDetector } from "./token.ts";

/** `pplx-` and 48 letters and digits, some older ones more or less. https://docs.perplexity.ai/getting-started/quickstart */
export const perplexityKey: Detector = tokenDetector({
  id: "secret/perplexity-key",
  summary: "Perplexity API key",
  remedy: "Delete it at https://www.perplexity.ai/account/api/keys, and read a new one from the environment.",
  prefixes: ["pplx-"],
  pattern: /(?<![\w-](?<!\\[nrt]))pplx-[A-Za-z0-9]{40,64}(?![\w-])/g,
  // Models have the prefix too: pplx-70b-online.
  isGenuine: (secret) => /[A-Z]|\d.*\d/.test(secret),
  examples: [
    "PERPLEXITY_API_KEY=«pplx-{base62:48}»",
    'OpenAI(api_key="«pplx-{base62:48}»", base_url="https://api.perplexity.ai")',
    "Authorization: Bearer «pplx-{hex:48}»",
    "too short: pplx-{base62:39}",
    "pplx-70b-online, pplx-xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx",
  ],
});
