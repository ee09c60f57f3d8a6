import type { Detector } from "../detector.ts";
import { tokenDetector } from "./token.ts";

/** Keys of an app and of an organization: 103 letters and digits of base32. https://documentation.onesignal.com/docs/en/keys-and-ids */
export const onesignalKey: Detector = tokenDetector({
  id: "secret/onesignal-key",
  summary: "OneSignal API key",
  remedy:
    "Delete it at https://dashboard.onesignal.com (Settings, Keys & IDs), and read a new one from the environment.",
  prefixes: ["os_v2_app_", "os_v2_org_"],
  pattern: /(?<![A-Za-z0-9](?<!\\[nrt]))os_v2_(?:app|org)_[a-z2-7]{100,106}(?![\w-])/g,
  examples: [
    "ONESIGNAL_API_KEY=«os_v2_app_{lower32:103}»",
    '-H "Authorization: Key «os_v2_org_{lower32:103}»"',
    "os_v2_app_{lower32:99}, os_v3_app_{lower32:103}, an app's id is public: {uuid}",
    "os_v2_app_xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx, os_v2_app_...",
  ],
});
