import type { Detector } from "../detector.ts";
import { tokenDetector } from "./token.ts";

/**
 * An application's secret (`ramp_sec_`) and the tokens of a business and of a person. https://docs.ramp.com/developer-api/v1/authorization
 * Where no documentation gives a length, it is that of examples in public code.
 */
export const rampToken: Detector = tokenDetector({
  id: "secret/ramp-token",
  summary: "Ramp client secret or token",
  remedy:
    "Rotate the secret of the application at https://app.ramp.com/developer, and read the new one from the environment.",
  behind: { run: "token", least: 40 },
  prefixes: ["ramp_sec_", "ramp_business_tok_", "ramp_user_tok_"],
  pattern: /(?<![\w-](?<!\\[nrt]))ramp_(?:sec|(?:business|user)_tok)_[A-Za-z0-9]{40,64}(?![\w-])/g,
  examples: [
    "RAMP_CLIENT_SECRET=«ramp_sec_{base62:48}»",
    '"access_token": "«ramp_business_tok_{base62:42}»"',
    "the id of an application: ramp_id_{base62:40}; too short: ramp_sec_{base62:39}, ramp_user_tok_XXXXX",
  ],
});
