import { rangeOf } from "../../model/range.ts";
import type { Detector } from "../detector.ts";
import { isPlaceholder } from "./placeholder.ts";

/**
 * Key pairs of Alibaba Cloud: an id, `LTAI` and 12 to 20 more letters and digits, and beside it a secret of thirty.
 * https://www.alibabacloud.com/help/en/ram/user-guide/create-an-accesskey-pair
 */
export const alibabaKey: Detector = {
  id: "secret/alibaba-access-key",
  summary: "Alibaba Cloud access key",
  remedy: "Disable and delete it at https://ram.console.aliyun.com/profile/access-keys. Use a RAM role in its place.",
  trigger: { literals: ["LTAI"] },
  prefixes: ["LTAI"],

  *detect(window) {
    for (const match of window.matchAll(pair)) {
      const { id = "", secret } = match.groups ?? {};
      if (!hasBothCases(id.slice(4))) continue;
      for (const [group, value] of [
        ["id", id.slice(4)],
        ["secret", secret],
      ] as const) {
        if (value === undefined) continue;
        const range = rangeOf(match, group);
        if (isPlaceholder(value)) yield { range, placeholder: true };
        else if (hasBothCases(value)) yield { range, variant: group };
      }
    }
  },

  examples: [
    "ALIBABA_CLOUD_ACCESS_KEY_ID=«LTAI5t{base62:18}»\nALIBABA_CLOUD_ACCESS_KEY_SECRET=«{base62:30}»",
    'new OSS({ accessKeyId: "«LTAI{base62:12}»", accessKeySecret: "«{base62:30}»" })',
    "key «LTAI5t{base62:18}» of commit {hex:40}",
    "LTAI5t{base62:5}, LTAI{base62:30}, VOLTAIRE, LTAIXXXXXXXXXXXX, LTAI************",
    "LTAIyouraccesskeyid1",
  ],
};

/** Digits are missing in one of seven short ids. */
function hasBothCases(value: string): boolean {
  return /[a-z]/.test(value) && /[A-Z]/.test(value);
}

const pair =
  /(?<![A-Za-z0-9])(?<id>LTAI[A-Za-z0-9]{12,20})(?![A-Za-z0-9])(?:[^A-Za-z0-9][^]{0,60}?(?<![A-Za-z0-9])(?<secret>[A-Za-z0-9]{30})(?![A-Za-z0-9]))?/dg;
