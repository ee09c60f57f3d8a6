import type { Detector } from "../detector.ts";
import { tokenDetector } from "./token.ts";

/** Signing keys of an environment: 64 hexadecimal digits. https://www.inngest.com/docs/platform/signing-keys */
export const inngestKey: Detector = tokenDetector({
  id: "secret/inngest-key",
  summary: "Inngest signing key",
  remedy:
    "Rotate it at https://app.inngest.com/env/production/manage/signing-key, and read a new one from the environment.",
  literals: ["signkey-"],
  prefixes: ["signkey-prod-", "signkey-branch-", "signkey-test-"],
  pattern: /(?<![\w-](?<!\\[nrt]))signkey-(?:prod|branch|test)-[0-9a-f]{64}(?![\w-])/g,
  examples: [
    "INNGEST_SIGNING_KEY=«signkey-prod-{hex:64}»",
    'signingKey: "«signkey-branch-{hex:64}»"',
    "signkey-prod-{hex:63}, signkey-prod-{hex:65}, signkey-{hex:64}",
    "signkey-prod-xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx, signkey-test-12345678",
  ],
});
