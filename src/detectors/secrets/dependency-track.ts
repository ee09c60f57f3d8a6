import type { Detector } from "../detector.ts";
import { isRandom } from "./random.ts";
import { tokenDetector } from "./token.ts";

/**
 * Keys of a team: 32 letters and digits, since version 4.13 behind a public id of eight.
 * https://docs.dependencytrack.org/getting-started/configuration/ (alpine.api.key.prefix)
 */
export const dependencyTrackKey: Detector = tokenDetector({
  id: "secret/dependency-track-key",
  summary: "Dependency-Track API key",
  remedy:
    "Delete it under “Administration”, “Access Management”, “Teams” of the server, and read a new one from the environment.",
  prefixes: ["odt_"],
  pattern: /(?<![A-Za-z0-9](?<!\\[nrt]))odt_(?:[A-Za-z0-9]{8}_)?[A-Za-z0-9]{32}(?![\w-])/g,
  behind: { run: "token", least: 32 },
  isGenuine: (secret) => isRandom(secret.slice(-32)),
  examples: [
    "DTRACK_API_KEY=«odt_{base62:8}_{base62:32}»",
    'curl -X POST https://dtrack.acme.example/api/v1/bom -H "X-Api-Key: «odt_{base62:32}»"',
    "apiKey: «odt_{base62:8}_{base62:32}»",
    "odt_{base62:31}, odt_{base62:7}_{base62:32}, podt_{base62:32}",
    "odt_convertTheDocumentToAnotherFormat, odt_xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx",
  ],
});
