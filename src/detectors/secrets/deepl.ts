import type { Detector } from "../detector.ts";
import { tokenDetector } from "./token.ts";

/** Keys of the free API: a UUID that ends with `:fx`. Those of the paid one are a UUID alone. https://developers.deepl.com/docs/getting-started/auth */
export const deeplKey: Detector = tokenDetector({
  id: "secret/deepl-key",
  summary: "DeepL API key",
  remedy: "Deactivate it at https://www.deepl.com/your-account/keys, and read a new one from the environment.",
  literals: [":fx"],
  behind: { none: "token" },
  reach: { before: 48, after: 8 },
  pattern: /(?<![\w-](?<!\\[nrt]))[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}:fx(?![\w-])/g,
  examples: [
    "DEEPL_AUTH_KEY=«{uuid}:fx»",
    "curl -H 'Authorization: DeepL-Auth-Key «{uuid}:fx»' https://api-free.deepl.com/v2/translate",
    'translator = deepl.Translator("«{uuid}:fx»")',
    "{uuid}:fy, {uuid}:fxx, {uuid} :fx",
    "00000000-0000-0000-0000-000000000000:fx, xxxxxxxx-xxxx-xxxx-xxxx-xxxxxxxxxxxx:fx",
  ],
});
