import type { Detector } from "../detector.ts";
import { isRandom } from "./random.ts";
import { tokenDetector } from "./token.ts";

/** Keys of a person or a service account: capitals and digits. https://octopus.com/docs/octopus-rest-api/how-to-create-an-api-key */
export const octopusKey: Detector = tokenDetector({
  id: "secret/octopus-key",
  summary: "Octopus Deploy API key",
  remedy: "Revoke it in the profile of your Octopus server, and read a new one from the environment.",
  prefixes: ["API-"],
  pattern: /(?<![\w-](?<!\\[nrt]))API-[A-Z0-9]{25,36}(?![\w-])/g,
  behind: { run: "token", least: 25 },
  isGenuine: (_, value) => (value.match(/\d/g) ?? []).length >= 4 && isRandom(value),
  examples: [
    "OCTOPUS_CLI_API_KEY=«API-{LOWER36:32}»",
    '-H "X-Octopus-ApiKey: «API-{LOWER36:26}»"',
    "API-{LOWER36:24}, API-{LOWER36:37}, MY-API-{LOWER36:32}, API-{lower36:32}",
    "API-XXXXXXXXXXXXXXXXXXXXXXXXXXXXXX, API-AUTHENTICATIONREFERENCEGUIDE, API-YOURAPIKEYYOURAPIKEYYOURAPIKEY",
  ],
});
