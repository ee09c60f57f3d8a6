import type { Detector } from "../detector.ts";
import { beside } from "./beside.ts";
import { tokenDetector } from "./token.ts";

/** A UUID behind its name, which requests are signed with. https://developer.phonepe.com/v1/docs/api-integration-checksum */
export const phonepeSalt: Detector = tokenDetector({
  id: "secret/phonepe-salt-key",
  summary: "PhonePe salt key",
  remedy: "Have PhonePe's support issue another one for the merchant, and read it from the environment.",
  literals: ["phonepe", "phone_pe"],
  anyCase: true,
  behind: { run: "token", least: 36, within: 96 },
  pattern: beside("phone_?pe[\\w.-]{0,24}salt[_-]?(?:key)?", "[\\da-f]{8}(?:-[\\da-f]{4}){3}-[\\da-f]{12}"),
  examples: [
    "PHONEPE_SALT_KEY=«{uuid}»",
    'phonePe: saltKey, phonepeSaltKey: "«{uuid}»"',
    "PHONEPE_MERCHANT_ID={uuid}, PHONEPE_SALT_INDEX=1",
    "PHONEPE_SALT_KEY=00000000-0000-0000-0000-000000000000",
  ],
});
