import type { Detector } from "../detector.ts";
import { tokenDetector } from "./token.ts";

/** Keys of a project at ReadMe: 70 small letters and digits. https://docs.readme.com/main/reference/authentication */
export const readmeKey: Detector = tokenDetector({
  id: "secret/readme-key",
  summary: "ReadMe API key",
  remedy:
    "Delete it under “API Keys” in the project's settings at https://dash.readme.com, and read a new one from the environment.",
  prefixes: ["rdme_"],
  pattern: /(?<![A-Za-z0-9](?<!\\[nrt]))rdme_[a-z0-9]{70}(?![\w-])/g,
  behind: { run: "token", least: 70 },
  examples: [
    "README_API_KEY=«rdme_{lower36:6}{hex:64}»",
    "rdme openapi upload api.json --key=«rdme_{lower36:6}{hex:64}» --id=1",
    'readme.log("«rdme_{lower36:70}»", req, res)',
    "curl https://dash.readme.com/api/v1/docs -u «rdme_{lower36:6}{hex:64}»:",
    "rdme_{lower36:69}, rdme_{lower36:71}, discordme_{lower36:70}",
    "rdme_xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx, rdme_your_key",
  ],
});
