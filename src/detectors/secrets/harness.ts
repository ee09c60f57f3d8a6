import type { Detector } from "../detector.ts";
import { tokenDetector } from "./token.ts";

/** Tokens of people (`pat`) and service accounts (`sat`): the account, the token's id and its secret. https://developer.harness.io/docs/platform/automation/api/add-and-manage-api-keys/ */
export const harnessToken: Detector = tokenDetector({
  id: "secret/harness-token",
  summary: "Harness token",
  remedy: "Delete it in the profile at https://app.harness.io, and read a new one from the environment.",
  prefixes: ["pat.", "sat."],
  pattern: /(?<![\w.-](?<!\\[nrt]))[ps]at\.[\w-]{22}\.[0-9a-f]{24}\.[A-Za-z0-9]{20}(?![\w-]|\.\w)/g,
  behind: { run: "token", least: 22 },
  examples: [
    "HARNESS_PLATFORM_API_KEY=«pat.{base64url:22}.{hex:24}.{base62:20}»",
    "x-api-key: «sat.{base64url:22}.{hex:24}.{base62:20}»",
    "pat.{base64url:22}.{hex:23}.{base62:20}, spat.{base64url:22}.{hex:24}.{base62:20}",
    "pat.AccountId.TokenId.Secret, pat.xxxxxxxxxxxxxxxxxxxxxx.000000000000000000000000.xxxxxxxxxxxxxxxxxxxx",
  ],
});
