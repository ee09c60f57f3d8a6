import type { Detector } from "../detector.ts";
import { tokenDetector } from "./token.ts";

/** Keys of a project: `standard_` and 128 bytes in hexadecimal digits. https://appwrite.io/docs/advanced/platform/api-keys · https://github.com/appwrite/appwrite */
export const appwriteKey: Detector = tokenDetector({
  id: "secret/appwrite-key",
  summary: "Appwrite API key",
  remedy:
    "Delete it under “API keys” in the project's overview at https://cloud.appwrite.io, and read a new one from APPWRITE_API_KEY.",
  prefixes: ["standard_"],
  behind: { run: "hexadecimal", least: 255 },
  reach: { before: 8, after: 272 },
  pattern: /(?<![\w-](?<!\\[nrt]))standard_[0-9a-f]{256}(?![\w-])/g,
  examples: [
    "APPWRITE_API_KEY=«standard_{hex:256}»",
    'client.setKey("«standard_{hex:256}»")',
    "X-Appwrite-Key: «standard_{hex:256}»",
    "one digit short: standard_{hex:255}; a price: standard_{hex:32}",
    "standard_deviation, standard_your_key",
  ],
});
