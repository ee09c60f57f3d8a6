import type { Detector } from "../detector.ts";
import { tokenDetector } from "./token.ts";

/**
 * `cal_live_` (of a test `cal_`) and 16 bytes in hexadecimal digits. https://cal.com/docs/api-reference/v2/introduction ·
 * https://github.com/calcom/cal.com/blob/main/packages/features/ee/api-keys/lib/apiKeys.ts
 */
export const calKey: Detector = tokenDetector({
  id: "secret/cal-com-key",
  summary: "Cal.com API key",
  remedy: "Delete it at https://app.cal.com/settings/developer/api-keys, and read a new one from the environment.",
  literals: ["cal_"],
  behind: { run: "token", least: 32 },
  prefixes: ["cal_live_", "cal_"],
  pattern: /(?<![\w-](?<!\\[nrt]))cal_(?:live_)?[0-9a-f]{32}(?![\w-])/g,
  examples: [
    "CAL_API_KEY=«cal_live_{hex:32}»",
    "https://api.cal.com/v1/bookings?apiKey=«cal_{hex:32}»",
    "cal_{hex:31}, local_{hex:32}, cal_live_00000000000000000000000000000000",
  ],
});
