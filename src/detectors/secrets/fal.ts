import type { Detector } from "../detector.ts";
import { tokenDetector } from "./token.ts";

/** A UUID and 32 hexadecimal digits, behind a name of the vendor or the word of its header. https://docs.fal.ai/authentication/key-based */
export const falKey: Detector = tokenDetector({
  id: "secret/fal-key",
  summary: "fal API key",
  remedy: "Delete it at https://fal.ai/dashboard/keys, and read a new one from the environment.",
  literals: ["fal.", "fal_", "fal-", "falkey", "fal key", "key "],
  anyCase: true,
  behind: { run: "hexadecimal", least: 32, within: 200 },
  pattern:
    /(?<![a-z0-9])(?:fal(?:[._-][a-z]{2,12}|[ ]?key)[^\r\n]{1,120}?|key )(?<![\w-])(?<secret>[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}:[0-9a-f]{32})(?![\w-])/dgi,
  examples: [
    "FAL_KEY=«{uuid}:{hex:32}»",
    'fal.config({ credentials: "«{uuid}:{hex:32}»" });',
    'curl -H "Authorization: Key «{uuid}:{hex:32}»" https://queue.acme.example',
    "our fal key is «{uuid}:{hex:32}», do not tell",
    "of somebody else: {uuid}:{hex:32}; FAL_KEY={uuid}:{hex:31}, FAL_KEY={uuid}",
    "FAL_KEY=00000000-0000-0000-0000-000000000000:00000000000000000000000000000000",
  ],
});
