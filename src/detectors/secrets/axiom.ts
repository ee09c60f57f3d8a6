import type { Detector } from "../detector.ts";
import { tokenDetector } from "./token.ts";

/** API tokens (`xaat-`) and personal tokens (`xapt-`): a UUID. https://axiom.co/docs/reference/tokens */
export const axiomToken: Detector = tokenDetector({
  id: "secret/axiom-token",
  summary: "Axiom token",
  remedy:
    "Delete it at https://app.axiom.co/settings/api-tokens (or in your profile), and read a new one from the environment.",
  prefixes: ["xaat-", "xapt-"],
  pattern: /(?<![\w-](?<!\\[nrt]))xa[ap]t-[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}(?![\w-])/g,
  examples: [
    "AXIOM_TOKEN=«xaat-{uuid}»",
    '{ "authorization": "Bearer «xapt-{uuid}»" }',
    "xaat-{hex:32}, xabt-{uuid}, xaat-{uuid}-2",
    "xaat-xxxxxxxx-xxxx-xxxx-xxxx-xxxxxxxxxxxx, xaat-00000000-0000-0000-0000-000000000000",
  ],
});
