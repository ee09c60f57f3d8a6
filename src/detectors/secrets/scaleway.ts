import type { Detector } from "../detector.ts";
import { tokenDetector } from "./token.ts";

/**
 * API keys: an id, `SCW` and 17 capitals and digits, and behind it a secret that is a UUID, as the ids of projects are: so it
 * stands right behind, or behind the word. https://www.scaleway.com/en/developers/api/iam/api-keys
 */
export const scalewaySecret: Detector = tokenDetector({
  id: "secret/scaleway-secret-key",
  summary: "Scaleway secret key",
  remedy: "Delete the API key at https://console.scaleway.com/iam/api-keys, and read a new one from the environment.",
  literals: ["SCW"],
  behind: { run: "token", least: 17 },
  reach: { before: 8, after: 240 },
  pattern:
    /(?<![\w-](?<!\\[nrt]))SCW[A-Z0-9]{17}(?!\w)(?:[^\w{}]{1,8}|[^{}]{1,80}?[sS](?:ecret|ECRET)[^{}]{1,24}?(?<![\w-]))(?<secret>[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12})(?![\w-])/dg,
  isGenuine: (secret) => !/^([0-9a-f])\1{7}-/.test(secret),
  confidence: 0.9,
  examples: [
    "the id is SCW{LOWER36:17} and the secret «{uuid}», for the backups",
    "SCW_ACCESS_KEY=SCW{LOWER36:17}\nSCW_SECRET_KEY=«{uuid}»\nSCW_DEFAULT_PROJECT_ID={uuid}",
    "access_key: SCW{LOWER36:17}\nsecret_key: «{uuid}»\ndefault_organization_id: {uuid}",
    'createClient({ accessKey: "SCW{LOWER36:17}", secretKey: "«{uuid}»" })',
    "curl -u SCW{LOWER36:17}:«{uuid}» https://s3.fr-par.scw.cloud",
    "a project: SCW_ACCESS_KEY=SCW{LOWER36:17}\nSCW_DEFAULT_PROJECT_ID={uuid}",
    "an id alone: SCW{LOWER36:17}; one character short: SCW{LOWER36:16}:{uuid}",
    "SCW_ACCESS_KEY=SCWXXXXXXXXXXXXXXXXX\nSCW_SECRET_KEY=11111111-1111-1111-1111-111111111111",
  ],
});
