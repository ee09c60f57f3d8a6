import type { Detector } from "../detector.ts";
import { isPlaceholder } from "./placeholder.ts";
import { tokenDetector } from "./token.ts";

/** Addresses that start a scenario, with no other credential: 32 letters and digits. https://help.make.com/webhooks */
export const makeWebhook: Detector = tokenDetector({
  id: "secret/make-webhook",
  summary: "Make webhook address",
  remedy: "Make a new webhook for the scenario at https://www.make.com, and read its address from the environment.",
  literals: [".make.com", ".make.celonis.com", "hook.integromat.com"],
  pattern: /(?<![\w.-])hook\.(?:(?:[a-z]{2}\d\.)?make(?:\.celonis)?|integromat)\.com\\?\/[a-z0-9]{32}(?![\w-])/g,
  isGenuine: (secret) => /\d/.test(secret.slice(-32)) && !isPlaceholder(secret.slice(-32)),
  confidence: 0.9,
  examples: [
    "MAKE_WEBHOOK_URL=https://«hook.eu1.make.com/{lower36:32}»",
    'fetch("https://«hook.us2.make.com/{lower36:32}»", { method: "POST" })',
    "url: https://«hook.integromat.com/{lower36:32}»",
    "https://hook.eu1.make.com/{lower36:31}, https://www.make.com/{lower36:32}, https://webhook.make.com/{lower36:32}",
    "https://hook.eu1.make.com/your-webhook-id, https://hook.eu1.make.com/xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx",
  ],
});
