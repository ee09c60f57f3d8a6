import type { Detector } from "../detector.ts";
import { tokenDetector } from "./token.ts";

/**
 * The password of a user of a managed database, at Aiven and at DigitalOcean, whose databases it runs: 19 characters of base64url.
 * https://aiven.io/docs/platform/howto/manage-service-users
 * Where no documentation gives a length, it is that of examples in public code.
 */
export const aivenPassword: Detector = tokenDetector({
  id: "secret/aiven-password",
  summary: "Password of a managed database",
  remedy:
    "Reset it under “Users” of the service at https://console.aiven.io (or of the database at https://cloud.digitalocean.com/databases), and read the new one from the environment.",
  prefixes: ["AVNS_"],
  pattern: /(?<![A-Za-z0-9](?<!\\[nrt]))AVNS_[\w-]{15,24}(?![\w-])/g,
  examples: [
    "DB_PASSWORD=«AVNS_{base64url:19}»",
    "postgres://avnadmin:«AVNS_{base64url:19}»@pg-1-acme.aivencloud.com:21314/defaultdb?sslmode=require",
    '"user": "avnadmin", "password": "«AVNS_{base64url:19}»"',
    "the password is «AVNS_{base64url:19}».",
    "ExtraVNs_{base64url:19}, AVNS_{base64url:14}, AVNS_{base64url:25}",
    "AVNS_xxxxxxxxxxxxxxxxxxx, AVNS_your_password_here, AVNS_...",
  ],
});
