import { crc32Hex } from "../checksum.ts";
import type { Detector } from "../detector.ts";
import { isRandom } from "./random.ts";
import { tokenDetector } from "./token.ts";

/**
 * Keys of Yandex Cloud's services (`AQVN`), IAM tokens (`t1.`, which end with a signature of 64 bytes) and OAuth tokens (`y0_`).
 * https://yandex.cloud/en/docs/iam/operations/compromised-credentials
 */
export const yandexKey: Detector = tokenDetector({
  id: "secret/yandex-key",
  summary: "Yandex key or token",
  remedy:
    "Delete the key of the service account, or revoke the token: https://yandex.cloud/en/docs/iam/operations/compromised-credentials. Read a new one from the environment.",
  prefixes: ["AQVN", "t1.", "y0_"],
  pattern:
    /(?<![\w+/.-](?<!\\[nrt]))(?:AQVN[\w-]{35,38}|t1\.[\w-]{20,400}={0,2}\.[\w-]{86}(?:==)?|y0_[\w-]{55,60})(?![\w+/=-])/g,
  behind: { run: "token", least: 20 },
  reach: { before: 8, after: 520 },
  isGenuine: (secret) => isRandom(secret),
  confidence: 0.9,
  examples: [
    "YANDEX_API_KEY=«AQVN{base64url:36}»",
    "Authorization: Api-Key «AQVN{base64url:36}»",
    '{"iamToken": "«t1.{base64url:86}==.{base64url:86}==»", "expiresAt": "2026-01-01T00:00:00Z"}',
    "YC_TOKEN=«y0_AgAAAA{base62:50}»",
    "curl https://cloud-api.yandex.net/v1/disk -H 'Authorization: OAuth «y0__{base64url:54}»'",
    "AQVN{base62:34}, in base64: AQVN{base62:36}/, t1.{base62:40}.{base62:43}, y0_{base62:54}, play0_{base62:55}",
    "AQVN-yandex-key-123, t1.columnOfTheTableThatHasALongName.name, y0_xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx",
  ],
});

/** What proves to SmartCaptcha that the server asks: 40 letters and digits and the CRC32 of all before it. `ysc1_` is public. https://yandex.cloud/en/docs/smartcaptcha/concepts/keys */
export const yandexCaptchaKey: Detector = tokenDetector({
  id: "secret/yandex-smartcaptcha-key",
  summary: "Server key of Yandex SmartCaptcha",
  remedy: "Make a new captcha at https://console.yandex.cloud, and read its server key from the environment.",
  prefixes: ["ysc2_"],
  pattern: /(?<![A-Za-z0-9](?<!\\[nrt]))ysc2_[A-Za-z0-9]{40}[0-9a-f]{8}(?![\w-])/g,
  isProven: (secret) => crc32Hex(secret.slice(0, -8)) === secret.slice(-8),
  examples: [
    "SMARTCAPTCHA_SERVER_KEY=«ysc2_{base62:40}{wholehex}»",
    "define('SMARTCAPTCHA_SERVER_KEY', '«ysc2_{base62:40}{wholehex}»');",
    "public: ysc1_{base62:40}{hex:8}; a checksum that does not fit: ysc2_{base62:40}00000000",
    "ysc2_xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx, pysc2_environment",
  ],
});
