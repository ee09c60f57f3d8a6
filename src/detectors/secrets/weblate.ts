import type { Detector } from "../detector.ts";
import { tokenDetector } from "./token.ts";

/**
 * Of a user (`wlu_`) or a project (`wlp_`): 36 letters and digits. https://docs.weblate.org/en/latest/api.html#authentication-and-generic-parameters ·
 * https://github.com/WeblateOrg/weblate/blob/main/weblate/utils/token.py
 */
export const weblateToken: Detector = tokenDetector({
  id: "secret/weblate-token",
  summary: "Weblate API token",
  remedy: "Regenerate it under “API access” in the user's profile, a project's under its access control.",
  behind: { run: "token", least: 36 },
  prefixes: ["wlu_", "wlp_"],
  pattern: /(?<![\w-](?<!\\[nrt]))wl[up]_[A-Za-z0-9]{36}(?![\w-])/g,
  examples: [
    "WEBLATE_TOKEN=«wlu_{base62:36}»",
    "https://hosted.weblate.org/api/ = «wlp_{base62:36}»",
    "wlu_{base62:35}, wlu_xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx",
  ],
});
