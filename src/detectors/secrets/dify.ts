import type { Detector } from "../detector.ts";
import { isRandom } from "./random.ts";
import { tokenDetector } from "./token.ts";

/**
 * Of an application (`app-`) or of the knowledge base (`dataset-`, `ds-`): 24 letters and digits, which a name has as well, so that they have to be
 * drawn. https://docs.dify.ai/en/guides/application-publishing/developing-with-apis · https://github.com/langgenius/dify/blob/main/api/controllers/console/apikey.py
 */
export const difyKey: Detector = tokenDetector({
  id: "secret/dify-key",
  summary: "Dify API key",
  remedy:
    "Delete it under “API Access” of the application or of the knowledge base, and read a new one from the environment.",
  behind: { run: "token", least: 24 },
  prefixes: ["app-", "dataset-", "ds-"],
  reach: { before: 8, after: 48 },
  pattern: /(?<![\w-](?<!\\[nrt]))(?:app|dataset|ds)-[A-Za-z0-9]{24}(?![\w-])/g,
  isGenuine: (_, value) => /\d/.test(value) && /[a-z]/.test(value) && /[A-Z].*[A-Z]/.test(value) && isRandom(value),
  confidence: 0.9,
  examples: [
    "DIFY_API_KEY=«app-{base62:24}»",
    "curl -H 'Authorization: Bearer «dataset-{base62:24}»' https://api.dify.ai/v1/datasets",
    "one character short: app-{base62:23}; the end of a name: my-app-{base62:24}; a hash: app-{hex:24}",
    "app-xxxxxxxxxxxxxxxxxxxxxxxx, app-StartupConfigurationPage",
  ],
});
