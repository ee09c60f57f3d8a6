import type { Detector } from "../detector.ts";
import { tokenDetector } from "./token.ts";

/** Addresses that start a Zap, with no other credential. https://help.zapier.com/hc/en-us/articles/8496288690317 */
export const zapierWebhook: Detector = tokenDetector({
  id: "secret/zapier-webhook",
  summary: "Zapier webhook address",
  remedy:
    "Make a new webhook trigger in the Zap at https://zapier.com/app/zaps, and read its address from the environment.",
  literals: ["hooks.zapier.com"],
  prefixes: ["hooks.zapier.com/hooks/catch/", "hooks.zapier.com/hooks/standard/"],
  pattern:
    /hooks\.zapier\.com\\?\/hooks\\?\/(?:catch|standard)\\?\/\d{5,9}\\?\/(?:silent\\?\/)?[a-z0-9]{6,32}(?![\w-])/g,
  isGenuine: (secret) => /\d/.test(secret.slice(-7)) && /[a-z]/.test(secret.slice(-7)),
  confidence: 0.9,
  examples: [
    "ZAPIER_URL=https://«hooks.zapier.com/hooks/catch/{digits:7}/b3{lower36:5}»/",
    'fetch("https://«hooks.zapier.com/hooks/catch/{digits:8}/x9{lower36:5}»")',
    "https://hooks.zapier.com/hooks/catch/, https://hooks.zapier.com/hooks/catch/{digits:7}/abcdef",
    "https://hooks.zapier.com/hooks/catch/ACCOUNT/HOOK",
  ],
});
