import type { Detector } from "../detector.ts";
import { isDocumented } from "./documented.ts";
import { tokenDetector } from "./token.ts";

/**
 * Tokens that read accounts (`rma`), write (`wma`) or do what was chosen, in the form of RFC 8959: base58 between the kind and `yrucrem`.
 * https://docs.mercury.com/docs/getting-started
 */
export const mercuryToken: Detector = tokenDetector({
  id: "secret/mercury-token",
  summary: "Mercury API token",
  remedy: "Revoke it at https://app.mercury.com/settings/tokens, and read a new one from the environment.",
  literals: ["mercury_production_"],
  prefixes: ["secret-token:mercury_production_", "mercury_production_"],
  pattern: /(?<![\w-](?<!\\[nrt]))(?:secret-token:)?mercury_production_[a-z]{2,8}_[A-Za-z0-9]{30,64}_yrucrem(?![\w-])/g,
  isGenuine: (secret) => !isDocumented(secret),
  examples: [
    "MERCURY_API_TOKEN=«secret-token:mercury_production_rma_{base58:45}_yrucrem»",
    "curl -u «secret-token:mercury_production_wma_{base58:44}_yrucrem»: https://api.mercury.com/api/v1/accounts",
    "of the sandbox, where no money is: secret-token:mercury_sandbox_rma_{base58:45}_yrucrem",
    "mercury_production_rma_{base58:29}_yrucrem, mercury_production_rma_xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx_yrucrem",
  ],
});
