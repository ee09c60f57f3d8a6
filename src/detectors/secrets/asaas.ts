import type { Detector } from "../detector.ts";
import { tokenDetector } from "./token.ts";

/**
 * Keys of production: `$aact_prod_`, of before 2025 `$aact_`, and base64. Those of the test mode, `$aact_hmlg_`, move no money.
 * https://docs.asaas.com/docs/chaves-de-api
 */
export const asaasKey: Detector = tokenDetector({
  id: "secret/asaas-key",
  summary: "Asaas API key",
  remedy:
    "Disable it under “Integrações”, “Chaves de API” at https://www.asaas.com, and read a new one from the environment.",
  literals: ["aact_prod_", "aact_YT"],
  prefixes: ["$aact_prod_", "aact_prod_", "$aact_", "aact_"],
  behind: { run: "value", least: 60 },
  reach: { before: 8, after: 320 },
  pattern:
    /(?<![A-Za-z0-9_-](?<!\\[nrt]))\$?aact_(?:prod_[A-Za-z0-9+/]{80,300}|YT[A-Za-z0-9+/]{80,300})={0,2}(?![\w+/=-])/g,
  examples: [
    "ASAAS_API_KEY='«$aact_prod_000{base64:160}»'",
    "access_token: «$aact_YT{base64:150}==»",
    '"ASAAS_API_KEY": "\\«$aact_prod_000{base64:158}==»"',
    "too short: $aact_prod_{base64:60}",
    "of the test mode: $aact_hmlg_000{base64:160}",
    "$aact_prod_xxxxxxxxxxxxxxxxxxxxxxxxxx, $aact_prod_000SuaChaveAqui",
  ],
});
