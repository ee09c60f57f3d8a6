import type { Detector } from "../detector.ts";
import { tokenDetector } from "./token.ts";

/** Keys of an app: `atsk_` and 72 hexadecimal digits. https://developers.africastalking.com/docs/authentication */
export const africasTalkingKey: Detector = tokenDetector({
  id: "secret/africas-talking-key",
  summary: "Africa's Talking API key",
  remedy:
    "Generate a new one under “Settings”, “API Key” of the app at https://account.africastalking.com, which ends this one.",
  prefixes: ["atsk_"],
  behind: { run: "hexadecimal", least: 64 },
  reach: { before: 8, after: 96 },
  pattern: /(?<![\w-](?<!\\[nrt]))atsk_[0-9a-f]{64,80}(?![\w-])/g,
  examples: [
    "AFRICASTALKING_API_KEY=«atsk_{hex:72}»",
    'africastalking.initialize("acme", "«atsk_{hex:72}»")',
    "too short: atsk_{hex:40}; the end of a name: tatsk_{hex:72}",
    "atsk_test_key, atsk_xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx",
  ],
});
