import type { Detector } from "../detector.ts";
import { isMixed } from "./random.ts";
import { tokenDetector } from "./token.ts";

/** `napi_` and 64 small letters and digits. https://neon.com/docs/manage/api-keys */
export const neonKey: Detector = tokenDetector({
  id: "secret/neon-key",
  summary: "Neon API key",
  remedy: "Revoke it at https://console.neon.tech/app/settings/api-keys, and read a new one from NEON_API_KEY.",
  prefixes: ["napi_"],
  pattern: /(?<![A-Za-z0-9](?<!\\[nrt]))napi_[a-z0-9]{64}(?![\w-])/g,
  examples: [
    "NEON_API_KEY=«napi_{lower36:64}»",
    "curl -H 'Authorization: Bearer «napi_{lower36:64}»' https://console.neon.tech/api/v2/projects",
    "napi_{lower36:63}, napi_{lower36:65}, napi_create_reference",
    "NEON_API_KEY=napi_xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx",
  ],
});

/**
 * The password that Neon makes for a role of a database: `npg_` and twelve letters and digits. https://neon.com/docs/manage/roles
 * Where no documentation gives a length, it is that of examples in public code.
 */
export const neonPassword: Detector = tokenDetector({
  id: "secret/neon-password",
  summary: "Neon database password",
  remedy:
    "Reset it under “Roles & Databases” of the branch at https://console.neon.tech, and read the new one from the environment.",
  behind: { run: "token", least: 12 },
  prefixes: ["npg_"],
  pattern: /(?<![A-Za-z0-9_-](?<!\\[nrt]))npg_[A-Za-z0-9]{12}(?![\w-])/g,
  isGenuine: isMixed,
  examples: [
    "PGPASSWORD=«npg_a7K{base62:9}»",
    "postgresql://neondb_owner:«npg_a7K{base62:9}»@ep-cool-darkness-a1b2c3d4.eu-central-1.aws.neon.tech/neondb?sslmode=require",
    "npg_a7K{base62:8}, npg_a7K{base62:10}, npg_connection, npg_xxxxxxxxxxxx",
  ],
});
