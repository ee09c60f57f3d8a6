import type { Detector } from "../detector.ts";
import { isRandom } from "./random.ts";
import { tokenDetector } from "./token.ts";

/**
 * Secrets of tokens (`as-`) and of proxies' tokens (`ws-`), 22 letters and digits behind the token's id, which is no secret itself but
 * shows what follows. https://modal.com/docs/reference/modal.config · https://modal.com/docs/guide/webhook-proxy-auth
 * Where no documentation gives a length, it is that of examples in public code.
 */
export const modalSecret: Detector = tokenDetector({
  id: "secret/modal-secret",
  summary: "Modal token secret",
  remedy: "Delete the token at https://modal.com/settings/tokens, and read a new one from the environment.",
  literals: ["ak-", "wk-"],
  behind: { run: "token", least: 22 },
  reach: { before: 8, after: 200 },
  pattern: /(?<![\w-])[aw]k-[A-Za-z0-9]{22}(?![\w-])[^{}]{1,120}?(?<![\w-])(?<secret>[aw]s-[A-Za-z0-9]{22})(?![\w-])/dg,
  isGenuine: (secret) => isRandom(secret.slice(3)),
  examples: [
    "MODAL_TOKEN_ID=ak-{base62:22}\nMODAL_TOKEN_SECRET=«as-{base62:22}»",
    "modal token set --token-id ak-{base62:22} --token-secret «as-{base62:22}»",
    'curl -H "Modal-Key: wk-{base62:22}" -H "Modal-Secret: «ws-{base62:22}»" https://acme--api.modal.run',
    "an id alone: ak-{base62:22}, of another length: ak-{base62:22} as-{base62:21}, ak-{base62:22} bas-{base62:22}",
    "the end of a word: break-{base62:22} as-{base62:22}",
    "MODAL_TOKEN_ID=ak-XXXXXX, MODAL_TOKEN_SECRET=as-YYYYYY",
  ],
});
