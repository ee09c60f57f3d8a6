import type { Detector } from "../detector.ts";
import { isMixed } from "./random.ts";
import { tokenDetector } from "./token.ts";

const remedy =
  "Revoke it in the settings of the account under “Security” at https://www.figma.com/settings, and read a new one from the environment.";
const prefixes = ["figd_", "figu_", "figo_", "figor_", "figur_"];

/** Personal access tokens (`figd_`) and OAuth tokens. https://developers.figma.com/docs/rest-api/personal-access-tokens/ */
export const figmaToken: Detector = tokenDetector({
  id: "secret/figma-token",
  summary: "Figma access token",
  remedy,
  behind: { run: "token", least: 38 },
  prefixes,
  pattern: /(?<![\w-](?<!\\[nrt]))fig(?:[duo]|[ou]r)_[\w-]{38,64}(?![\w-])/g,
  // Names of functions may begin with `fig` and a letter.
  isGenuine: isMixed,
  examples: [
    "FIGMA_TOKEN=«figd_{base64url:40}»",
    "curl -H 'X-FIGMA-TOKEN: «figd_{base64url:40}»' https://api.figma.com/v1/me",
    '"access_token": "«figu_{base64url:40}»"',
    "too short: figd_{base64url:36}",
    "figd_xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx, figo_the_second_of_all_figures_of_the_book",
  ],
});

/** Personal access tokens of before 2022: a number and a UUID, close to the name. */
export const figmaLegacyToken: Detector = tokenDetector({
  id: "secret/figma-legacy-token",
  summary: "Figma access token",
  remedy,
  literals: ["figma"],
  anyCase: true,
  pattern: /(?<![\w-](?<!\\[nrt]))\d{3,8}-[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}(?![\w-])/g,
  confidence: 0.9,
  examples: [
    "FIGMA_TOKEN=«{digits:6}-{uuid}»",
    "--header='X-Figma-Token: «{digits:4}-{uuid}»'",
    "of something else: {digits:6}-{uuid}",
    "FIGMA_FILE={uuid}",
  ],
});
