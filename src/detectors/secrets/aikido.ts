import type { Detector } from "../detector.ts";
import { isRandom } from "./random.ts";
import { tokenDetector } from "./token.ts";

/** Tokens for pipelines: `AIK_CI_`, elsewhere `AIK_CI_US_` or `AIK_CI_ME_`, and 64 letters and digits. https://github.com/AikidoSec/ci-api-client */
export const aikidoToken: Detector = tokenDetector({
  id: "secret/aikido-token",
  summary: "Aikido CI token",
  remedy:
    "Revoke it under “Continuous Integration” at https://app.aikido.dev/settings/integrations, and read a new one from the environment.",
  prefixes: ["AIK_CI_US_", "AIK_CI_ME_", "AIK_CI_"],
  literals: ["AIK_CI_"],
  pattern: /(?<![\w-](?<!\\[nrt]))AIK_CI_(?:US_|ME_)?[A-Za-z0-9]{64}(?![\w-])/g,
  isGenuine: (_, value) => isRandom(value),
  examples: [
    "AIKIDO_API_KEY=«AIK_CI_{base62:64}»",
    "aikido-local-scanner scan ./ --apikey «AIK_CI_US_{base62:64}» --repositoryname acme",
    "one character short: AIK_CI_{base62:63}",
    "AIK_CI_xxx, AIK_CI_your_key_here, AIK_CI_xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx",
  ],
});
