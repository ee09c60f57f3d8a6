import type { Detector } from "../detector.ts";
import { tokenDetector } from "./token.ts";

/** Secret keys are `sk-lf-` and a UUID; those with `pk-lf-` are public. https://langfuse.com/docs/api-and-data-platform/features/public-api */
export const langfuseKey: Detector = tokenDetector({
  id: "secret/langfuse-key",
  summary: "Langfuse secret key",
  remedy: "Delete it under “API Keys” in the project's settings, and read a new one from the environment.",
  prefixes: ["sk-lf-"],
  pattern: /(?<![\w-](?<!\\[nrt]))sk-lf-[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}(?![\w-])/g,
  examples: [
    "LANGFUSE_SECRET_KEY=«sk-lf-{uuid}»",
    'Langfuse(secret_key="«sk-lf-{uuid}»", public_key="pk-lf-{uuid}")',
    "sk-lf-..., sk-lf-{hex:32}, sk-lf-00000000-0000-0000-0000-000000000000",
  ],
});
