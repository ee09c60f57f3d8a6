import type { Detector } from "../detector.ts";
import { tokenDetector } from "./token.ts";

/**
 * Keys of persons (`phx_`), secret ones of projects (`phs_`) and OAuth tokens (`pha_`, `phr_`): 32 or 35 bytes in base62.
 * A project's own key (`phc_`) stands in every page. https://posthog.com/docs/api/personal-api-keys,
 * https://github.com/PostHog/posthog/blob/master/posthog/models/utils.py
 */
export const posthogKey: Detector = tokenDetector({
  id: "secret/posthog-key",
  summary: "PostHog personal API key",
  remedy:
    "Delete it at https://app.posthog.com/settings/user-api-keys, a project's secret key in its settings, and read a new one from the environment.",
  behind: { run: "token", least: 40 },
  prefixes: ["phx_", "phs_", "pha_", "phr_", "phc_"],
  pattern: /(?<![A-Za-z0-9](?<!\\[nrt]))ph[acrsx]_[A-Za-z0-9]{40,50}(?![\w-])/g,
  isGenuine: (secret) => !secret.startsWith("phc_"),
  examples: [
    "POSTHOG_PERSONAL_API_KEY=«phx_{base62:47}»",
    'new PostHog(key, { secureFlagsKey: "«phs_{base62:47}»" })',
    "Authorization: Bearer «pha_{base62:43}»",
    "public by design: posthog.init('phc_{base62:43}'), NEXT_PUBLIC_POSTHOG_KEY=phc_{base62:43}",
    "too short: phx_{base62:39}; phx_xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx",
  ],
});
