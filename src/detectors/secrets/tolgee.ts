import type { Detector } from "../detector.ts";
import { isRandom } from "./random.ts";
import { tokenDetector } from "./token.ts";

const prefixes = ["tgpat_", "tgpak_"];

/**
 * Personal access tokens (`tgpat_`) and keys of a project (`tgpak_`): some fifty small letters and digits, which edit translations as well.
 * https://docs.tolgee.io/platform/account_settings/api_keys_and_pat_tokens · https://github.com/tolgee/tolgee-platform
 */
export const tolgeeKey: Detector = tokenDetector({
  id: "secret/tolgee-key",
  summary: "Tolgee API key",
  remedy:
    "Delete it at https://app.tolgee.io/account/apiKeys (or personalAccessTokens), and read a new one from the environment; a site's production build needs none.",
  prefixes,
  pattern: /(?<![\w-](?<!\\[nrt]))tgpa[kt]_[a-z0-9]{40,64}(?![\w-])/g,
  isGenuine: (_, value) => isRandom(value),
  examples: [
    "TOLGEE_API_KEY=«tgpak_{lower32:45}27»",
    'Tolgee().init({ apiUrl: "https://app.tolgee.io", apiKey: "«tgpat_{lower36:50}42»" })',
    "too short: tgpak_{lower32:30}",
    "tgpat_invalid, tgpak_xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx",
  ],
});
