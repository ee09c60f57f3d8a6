import type { Detector } from "../detector.ts";
import { isRandom } from "./random.ts";
import { tokenDetector } from "./token.ts";

/** Secrets of service accounts: 40 characters of base64url. Their ids begin with mdb_sa_id_. https://www.mongodb.com/docs/atlas/api/service-accounts-overview/ */
export const mongodbAtlasSecret: Detector = tokenDetector({
  id: "secret/mongodb-atlas-secret",
  summary: "MongoDB Atlas service account secret",
  remedy:
    "Revoke it at https://cloud.mongodb.com (Access Manager, Applications), and read a new one from the environment.",
  prefixes: ["mdb_sa_sk_"],
  pattern: /(?<![A-Za-z0-9](?<!\\[nrt]))mdb_sa_sk_[\w-]{36,48}(?![\w-])/g,
  isGenuine: (_, value) => isRandom(value),
  examples: [
    "MONGODB_ATLAS_CLIENT_SECRET=«mdb_sa_sk_{base64url:40}»",
    'provider "mongodbatlas" { client_id = "mdb_sa_id_{hex:24}", client_secret = "«mdb_sa_sk_{base64url:40}»" }',
    "mdb_sa_sk_{base62:35}, mdb_sa_id_{hex:24}",
    "mdb_sa_sk_your_client_secret_from_atlas_goes_here, mdb_sa_sk_xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx",
  ],
});
