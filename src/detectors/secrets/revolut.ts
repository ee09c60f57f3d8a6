import type { Detector } from "../detector.ts";
import { isDocumented } from "./documented.ts";
import { isRandom } from "./random.ts";
import { testMode, tokenDetector } from "./token.ts";

/** Codes, access and refresh tokens of Revolut Business: 32 bytes in base64url. https://developer.revolut.com/docs/guides/manage-accounts/get-started/make-your-first-api-request */
export const revolutToken: Detector = tokenDetector({
  id: "secret/revolut-token",
  summary: "Revolut Business token",
  remedy: "Revoke the access of the certificate at https://business.revolut.com/settings/api, and make a new one.",
  behind: { run: "token", least: 43 },
  prefixes: ["oa_prod_"],
  pattern: /(?<![\w-](?<!\\[nrt]))oa_prod_[\w-]{43}(?![\w-])/g,
  isGenuine: (secret, value) => isRandom(value) && !isDocumented(secret),
  examples: [
    '"access_token": "«oa_prod_{base64url:43}»", "token_type": "bearer"',
    "--data refresh_token=«oa_prod_{base64url:43}»",
    "oa_prod_{base64url:42}, coa_prod_{base64url:43}, oa_prod_xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx",
  ],
});

/** The same of the sandbox, where no money moves. */
export const revolutTestToken: Detector = tokenDetector({
  id: "secret/revolut-test-token",
  summary: "Revolut Business sandbox token",
  remedy: "Revoke it in the sandbox, and read it from the environment as the live one.",
  behind: { run: "token", least: 43 },
  prefixes: ["oa_sand_"],
  pattern: /(?<![\w-](?<!\\[nrt]))oa_sand_[\w-]{43}(?![\w-])/g,
  isGenuine: (secret, value) => isRandom(value) && !isDocumented(secret),
  confidence: testMode,
  examples: [
    '"access_token": "«oa_sand_{base64url:43}»"',
    "oa_sand_{base64url:42}, aotearoa_sand_with_pipi_and_one_more_shell_than_that_",
  ],
});
