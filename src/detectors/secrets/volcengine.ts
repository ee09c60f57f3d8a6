import { rangeOf } from "../../model/range.ts";
import type { Detector } from "../detector.ts";

/**
 * Key pairs of Volcengine: an id, `AKLT` and 32 hexadecimal digits in base64, and beside it a secret, which is 32 such digits in base64, and this in
 * base64 again. https://www.volcengine.com/docs/6291/65568
 */
export const volcengineSecret: Detector = {
  id: "secret/volcengine-secret",
  summary: "Volcengine secret access key",
  remedy:
    "Disable and delete the key at https://console.volcengine.com/iam/keymanage, and read a new one from the environment.",
  trigger: { literals: ["AKLT"] },
  reach: { before: 160, after: 320 },

  *detect(window) {
    for (const match of window.matchAll(secret)) {
      if (isDigits(decoded(decoded(match[0])))) yield { range: rangeOf(match) };
    }
  },

  examples: [
    "VOLC_ACCESSKEY=AKLT{encode:base64url}{hex:32}{end}\nVOLC_SECRETKEY=«{encode:base64}{encode:base64url}{hex:32}{end}{end}»",
    'visual.setAccessKey("AKLT{encode:base64url}{hex:32}{end}"); visual.setSecretKey("«{encode:base64}{encode:base64url}{hex:32}{end}{end}»");',
    "an id alone: AKLT{encode:base64url}{hex:32}{end}",
    "of something else: AKLT{encode:base64url}{hex:32}{end} {base64:58}==",
    "nothing says whose it is: {encode:base64}{encode:base64url}{hex:32}{end}{end}",
  ],
};

const secret = /(?<![\w+/-](?<!\\[nrt]))[A-Za-z0-9]{58}==(?![\w+/=-])/g;

function decoded(text: string): string {
  return Buffer.from(text, "base64").toString("latin1");
}

function isDigits(text: string): boolean {
  return /^[0-9a-f]{32}$/.test(text) && new Set(text).size >= 6;
}
