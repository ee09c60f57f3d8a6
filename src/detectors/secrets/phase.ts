import type { Detector } from "../detector.ts";
import { tokenDetector } from "./token.ts";

/**
 * Tokens of a service (`pss_service`) and of a user (`pss_user`): a version and four parts of 64 hexadecimal digits.
 * https://docs.phase.dev/access-control/authentication/tokens · https://github.com/phasehq/cli
 */
export const phaseToken: Detector = tokenDetector({
  id: "secret/phase-token",
  summary: "Phase token",
  remedy:
    "Delete it in the Phase Console (https://docs.phase.dev/access-control/authentication/tokens), and read a new one from PHASE_SERVICE_TOKEN.",
  prefixes: ["pss_service:v", "pss_user:v"],
  reach: { before: 8, after: 300 },
  pattern: /(?<![\w-](?<!\\[nrt]))pss_(?:service|user):v\d{1,2}(?::[0-9a-fA-F]{64}){4}(?![\w:-])/g,
  examples: [
    "PHASE_SERVICE_TOKEN=«pss_service:v2:{hex:64}:{hex:64}:{hex:64}:{hex:64}»",
    'phase auth --token "«pss_user:v1:{hex:64}:{hex:64}:{hex:64}:{hex:64}»"',
    "a part is missing: pss_service:v2:{hex:64}:{hex:64}:{hex:64}",
    "pss_service:v2:{token}:{public_key}:{share}:{wrap_key}, pss_user:v1:...",
  ],
});
