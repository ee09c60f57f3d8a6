import type { Detector } from "../detector.ts";
import { isRandom } from "./random.ts";
import { tokenDetector } from "./token.ts";

/** `dub_` and 24 letters and digits. https://dub.co/docs/api-reference/tokens · https://github.com/dubinc/dub/blob/main/apps/web/app/api/tokens/route.ts */
export const dubKey: Detector = tokenDetector({
  id: "secret/dub-key",
  summary: "Dub API key",
  remedy: "Delete it at https://app.dub.co/settings/tokens, and read a new one from DUB_API_KEY.",
  behind: { run: "token", least: 24 },
  prefixes: ["dub_"],
  pattern: /(?<![\w-](?<!\\[nrt]))dub_[A-Za-z0-9]{24}(?![\w-])/g,
  isGenuine: (_, value) => /\d/.test(value) && /[A-Z]/.test(value) && isRandom(value),
  examples: [
    "DUB_API_KEY=«dub_{base62:24}»",
    "new Dub({ token: '«dub_{base62:24}»' })",
    "dub_{base62:23}, rub_dub_{base62:24}, dub_xxxxxxxxxxxxxxxxxxxxxxxx",
  ],
});
