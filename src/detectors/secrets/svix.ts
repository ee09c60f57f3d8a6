import type { Detector } from "../detector.ts";
import { isRandom } from "./random.ts";
import { tokenDetector } from "./token.ts";

/**
 * Tokens of an environment: 32 characters, and the region where it is; those of a development environment (`testsk_`) tell themselves
 * without one. https://docs.svix.com/quickstart · https://docs.svix.com/security
 */
export const svixToken: Detector = tokenDetector({
  id: "secret/svix-token",
  summary: "Svix API token",
  remedy: "Rotate it under “API access” at https://dashboard.svix.com, and read the new one from the environment.",
  literals: ["sk_"],
  behind: { run: "token", least: 32 },
  prefixes: ["testsk_", "sk_"],
  pattern: /(?<![\w-](?<!\\[nrt]))(?:testsk_[\w-]{32}(?:\.[a-z]{2}\d?)?|sk_[\w-]{32}\.(?:us|eu|in|ca|au))(?![\w-])/g,
  isGenuine: (secret) => isRandom(secret.slice(secret.indexOf("sk_") + 3, secret.indexOf("sk_") + 35)),
  confidence: 0.9,
  examples: [
    "SVIX_TOKEN=«sk_{base64url:32}.eu»",
    'new Svix("«testsk_{base64url:32}»")',
    "Authorization: Bearer «testsk_{base64url:32}.us»",
    "of somebody else: sk_{base64url:32}, task_{base64url:32}.eu, a name: sk_translations_for_the_slovak_site.eu",
    "testsk_{base64url:31}, testsk_xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx",
  ],
});
