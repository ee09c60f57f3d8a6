import type { Detector } from "../detector.ts";
import { isDocumented } from "./documented.ts";
import { isRandom } from "./random.ts";
import { tokenDetector } from "./token.ts";

/** Of a graph (`service:`) or a person (`user:`): its name and 16 bytes in base64url. https://www.apollographql.com/docs/graphos/platform/access-management/api-keys */
export const apolloKey: Detector = tokenDetector({
  id: "secret/apollo-key",
  summary: "Apollo GraphOS API key",
  remedy:
    "Delete it at https://studio.apollographql.com (of a graph in its settings), and read a new one from APOLLO_KEY.",
  behind: { run: "unspaced", least: 24 },
  prefixes: ["service:", "user:"],
  pattern: /(?<![\w.:-](?<!\\[nrt]))(?:service:[\w-]{1,64}|user:[\w.-]{1,64}):[\w-]{22}(?![\w:.-])/g,
  isGenuine: (secret) =>
    /\d/.test(secret.slice(-22)) &&
    /[A-Z].*[A-Z]/.test(secret.slice(-22)) &&
    isRandom(secret.slice(-22)) &&
    !isDocumented(secret),
  confidence: 0.9,
  examples: [
    "APOLLO_KEY=«service:acme-shop:{base62:22}»",
    "rover graph publish --profile default # «user:gh.acme:{base62:22}»",
    "service:acme-shop:{base62:21}, microservice:acme:{base62:22}, service:acme:TheRoleOfThisService22",
  ],
});
