import { crc32Hex } from "../checksum.ts";
import type { Detector } from "../detector.ts";
import { beside } from "./beside.ts";
import { isMixed } from "./random.ts";
import { tokenDetector } from "./token.ts";

/**
 * Server keys of Firebase Cloud Messaging's closed interface: 11 characters, of which the first four are `A`, a colon, 140
 * more. Registration tokens of devices look alike but do not begin so.
 * https://firebase.google.com/docs/cloud-messaging/migrate-v1
 */
export const firebaseServerKey: Detector = tokenDetector({
  id: "secret/firebase-server-key",
  summary: "Firebase Cloud Messaging server key",
  remedy:
    "Delete it in the project's settings, Cloud Messaging, at https://console.firebase.google.com. The interface it was made for is closed: use a service account.",
  literals: [":APA91b"],
  pattern: /(?<![\w-])AAAA[\w-]{7}:APA91b[\w-]{134}(?![\w-])/g,
  isProven: isMixed, // its `AAAA` is no mark of a placeholder
  examples: [
    "FCM_SERVER_KEY=«AAAA{base64url:7}:APA91b{base64url:134}»",
    "Authorization: key=«AAAA{base64url:7}:APA91b{base64url:134}»",
    "a device's token: c{base64url:10}:APA91b{base64url:134}",
    "AAAA{base64url:7}:APA91b{base64url:133}",
  ],
});

/** The secret of the pair that always passes. https://developers.google.com/recaptcha/docs/faq */
const published = "07e175bd";

/**
 * Secret keys of reCAPTCHA. Site keys have the same format and stand in every page, so only the name tells which it is.
 * https://developers.google.com/recaptcha/docs/verify
 */
export const recaptchaSecret: Detector = tokenDetector({
  id: "secret/recaptcha-secret-key",
  summary: "reCAPTCHA secret key",
  remedy: "Make a new pair of keys at https://www.google.com/recaptcha/admin, and keep the secret one on the server.",
  literals: ["recaptcha"],
  anyCase: true,
  behind: { run: "token", least: 40, within: 128 },
  pattern: beside(String.raw`recaptcha[\w .-]{0,30}(?:secret|private)(?:[_ .-]?key)?`, String.raw`6L[\w-]{38}`),
  isGenuine: (secret) => isMixed(secret) && crc32Hex(secret) !== published,
  examples: [
    "RECAPTCHA_SECRET_KEY=«6Lc{base64url:37}»",
    '"recaptchaPrivateKey": "«6Ld{base64url:37}»"',
    "the page's own key: RECAPTCHA_SITE_KEY=6Lc{base64url:37}",
    "RECAPTCHA_SECRET_KEY=6Lc{base64url:36}",
    "RECAPTCHA_SECRET_KEY=6Lxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx",
  ],
});
