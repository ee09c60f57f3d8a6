import type { Detector } from "../detector.ts";
import { isRandom } from "./random.ts";
import { tokenDetector } from "./token.ts";

/** Keys of a project: `VF.DM.`, an id of 24 hexadecimal digits, 16 letters and digits. https://docs.voiceflow.com/reference/authentication */
export const voiceflowKey: Detector = tokenDetector({
  id: "secret/voiceflow-key",
  summary: "Voiceflow API key",
  remedy:
    "Regenerate it under “API keys” in the project's settings at https://creator.voiceflow.com, and read it from the environment.",
  prefixes: ["VF.DM."],
  pattern: /(?<![\w.-](?<!\\[nrt]))VF\.DM\.[0-9a-f]{24}\.[A-Za-z0-9]{16}(?![\w-])/g,
  isGenuine: (secret) => isRandom(secret.slice(-16)),
  examples: [
    "VOICEFLOW_API_KEY=«VF.DM.{hex:24}.{base62:14}{digits:2}»",
    'headers: { Authorization: "«VF.DM.{hex:24}.{base62:14}{digits:2}»" }',
    "one character short: VF.DM.{hex:24}.{base62:15}, VF.DM.{hex:23}.{base62:16}",
    "VF.DM.XXXXXXXXX, VF.DM.{hex:24}.xxxxxxxxxxxxxxxx",
  ],
});
