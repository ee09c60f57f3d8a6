import type { Detector } from "../detector.ts";
import { tokenDetector } from "./token.ts";

/** API keys (`e2b_`) and access tokens of a person (`sk_e2b_`): 40 hex digits. https://e2b.dev/docs/api-key */
export const e2bKey: Detector = tokenDetector({
  id: "secret/e2b-key",
  summary: "E2B API key",
  remedy: "Delete it at https://e2b.dev/dashboard?tab=keys, and read a new one from the environment.",
  literals: ["e2b_"],
  prefixes: ["sk_e2b_", "e2b_"],
  pattern: /(?<![\w-](?<!\\[nrt]))(?:sk_)?e2b_[0-9a-f]{40}(?![\w-])/g,
  examples: [
    "E2B_API_KEY=«e2b_{hex:40}»",
    'Sandbox(api_key="«e2b_{hex:40}»")',
    "E2B_ACCESS_TOKEN=«sk_e2b_{hex:40}»",
    "one digit short: e2b_{hex:39}",
    "e2b_0000000000000000000000000000000000000000",
  ],
});
