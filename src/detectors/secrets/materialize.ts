import type { Detector } from "../detector.ts";
import { tokenDetector } from "./token.ts";

/**
 * Two UUIDs, that of the client and the secret one, in base64url or in hexadecimal digits. https://materialize.com/docs/security/cloud/users-service-accounts/ ·
 * https://github.com/MaterializeInc/materialize/blob/main/src/frontegg-auth/src/app_password.rs
 */
export const materializePassword: Detector = tokenDetector({
  id: "secret/materialize-password",
  summary: "Materialize app password",
  remedy: "Delete it at https://console.materialize.com/access, and read a new one from MZ_PASSWORD.",
  behind: { run: "value", least: 43 },
  prefixes: ["mzp_"],
  pattern: /(?<![\w-](?<!\\[nrt]))mzp_(?:[\w-]{43}=?|[0-9a-f]{64})(?![\w-])/g,
  examples: [
    "MZ_PASSWORD=«mzp_{base64url:43}»",
    "app password for dbt: «mzp_{hex:64}»",
    "mzp_{base64url:42}, mzp_{hex:63}, mzp_xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx",
  ],
});
