import type { Detector } from "../detector.ts";
import { tokenDetector } from "./token.ts";

/**
 * Of an administrator (`*:*.`) and of a person (`user:`): 28 bytes in hexadecimal digits. https://docs.getunleash.io/concepts/api-tokens-and-client-keys ·
 * https://github.com/Unleash/unleash/blob/main/src/lib/services/api-token-service.ts
 */
export const unleashToken: Detector = tokenDetector({
  id: "secret/unleash-token",
  summary: "Unleash API token",
  remedy:
    "Delete it under “Access control”, “API access” of the Unleash server (a person's in the profile), and read a new one from the environment.",
  behind: { run: "hexadecimal", least: 56 },
  prefixes: ["*:*.", "user:"],
  pattern: /(?<![\w*-](?<!\\[nrt]))(?:\*:\*\.|user:)[0-9a-f]{56}(?![\w-])/g,
  examples: [
    "UNLEASH_API_TOKEN=«*:*.{hex:56}»",
    "Authorization: «user:{hex:56}»",
    "*:*.{hex:55}, user:{hex:64}, *:*.00000000000000000000000000000000000000000000000000000000",
  ],
});

/** Of a project and an environment. Backends' are secret, those of frontends are made to be seen, and both look alike. */
export const unleashClientToken: Detector = tokenDetector({
  id: "secret/unleash-client-token",
  summary: "Unleash client token",
  remedy:
    "A frontend may have it: then allow it. A backend's: delete it under “Access control”, “API access”, and read a new one from the environment.",
  literals: [":default.", ":development.", ":production.", ":staging.", ":test."],
  behind: { run: "hexadecimal", least: 56 },
  prefixes: [],
  pattern:
    /(?<![\w*[\]-](?<!\\[nrt]))(?:\*|\[\]|[\w-]{1,100}):(?:default|development|production|staging|test)\.[0-9a-f]{56}(?![\w-])/g,
  confidence: 0.7,
  examples: [
    "UNLEASH_SERVER_API_TOKEN=«default:development.{hex:56}»",
    "clientKey: '«*:production.{hex:56}»', «[]:staging.{hex:56}»",
    "default:development.{hex:55}, default:development.unleash-insecure-api-token",
  ],
});
