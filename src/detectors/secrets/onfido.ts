import type { Detector } from "../detector.ts";
import { isRandom } from "./random.ts";
import { testMode, tokenDetector } from "./token.ts";

/**
 * Of the live system, `us` and `ca` where its data are. https://documentation.onfido.com/api/latest/#token-authentication
 * Where no documentation gives a length, it is that of examples in public code.
 */
export const onfidoToken: Detector = tokenDetector({
  id: "secret/onfido-token",
  summary: "Onfido API token",
  remedy:
    "Delete it in the dashboard under “Tokens” (https://dashboard.onfido.com/api/tokens), and read a new one from the environment.",
  prefixes: ["api_live.", "api_live_us.", "api_live_ca."],
  pattern: /(?<![\w.-](?<!\\[nrt]))api_live(?:_us|_ca)?\.[\w-]{8,16}\.[\w-]{24,48}(?![\w-])/g,
  isGenuine: isDrawn,
  examples: [
    "ONFIDO_API_TOKEN=«api_live.{base62:11}.{base64url:32}»",
    "Authorization: Token token=«api_live_us.{base64url:11}.{base64url:32}»",
    "api_live.{base62:11}, api_live.<id>.<secret>, api_live.settings.nameOfTheSettingThatIsLong",
  ],
});

/** The same of the sandbox, where nobody is checked. */
export const onfidoTestToken: Detector = tokenDetector({
  id: "secret/onfido-test-token",
  summary: "Onfido sandbox API token",
  remedy: "Delete it in the dashboard, and read it from the environment as the live one.",
  prefixes: ["api_sandbox.", "api_sandbox_us.", "api_sandbox_ca."],
  pattern: /(?<![\w.-](?<!\\[nrt]))api_sandbox(?:_us|_ca)?\.[\w-]{8,16}\.[\w-]{24,48}(?![\w-])/g,
  isGenuine: isDrawn,
  confidence: testMode,
  examples: [
    "ONFIDO_API_TOKEN=«api_sandbox.{base62:11}.{base64url:32}»",
    "api_sandbox.{base62:11}, api_sandbox_us.<id>.<secret>",
  ],
});

/** The secret behind the id. */
function isDrawn(token: string): boolean {
  return isRandom(token.slice(token.lastIndexOf(".") + 1));
}
