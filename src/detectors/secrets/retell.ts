import type { Detector } from "../detector.ts";
import { tokenDetector } from "./token.ts";

/**
 * `key_` and 28 hexadecimal digits, which may be something else too: they only warn. https://docs.retellai.com/accounts/api-keys-overview
 * Where no documentation gives a length, it is that of examples in public code.
 */
export const retellKey: Detector = tokenDetector({
  id: "secret/retell-key",
  summary: "Retell API key",
  remedy: "Delete it under API Keys at https://dashboard.retellai.com, and read a new one from the environment.",
  behind: { run: "hexadecimal", least: 28 },
  prefixes: ["key_"],
  reach: { before: 8, after: 40 },
  pattern: /(?<![\w-](?<!\\[nrt]))key_[0-9a-f]{28}(?![\w-])/g,
  confidence: 0.7,
  examples: [
    "calls are made with «key_{hex:28}» there",
    "RETELL_API_KEY=«key_{hex:28}»",
    "new Retell({ apiKey: '«key_{hex:28}»' })",
    "Authorization: Bearer «key_{hex:28}»",
    "one digit short: key_{hex:27}; a hash behind it: key_{hex:32}; the end of a name: cache_key_{hex:28}",
    "key_0000000000000000000000000000, key_xxxxxxxxxxxxxxxxxxxxxxxxxxxx",
  ],
});
