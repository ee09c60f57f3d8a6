import type { Detector } from "../detector.ts";
import { isRandom } from "./random.ts";
import { tokenDetector } from "./token.ts";

/**
 * API keys: an id, `API` and 12 letters and digits, and behind it the secret, 43 or 44 more, behind the name.
 * https://docs.livekit.io/home/self-hosting/deployment/
 */
export const livekitSecret: Detector = tokenDetector({
  id: "secret/livekit-secret",
  summary: "LiveKit API secret",
  remedy:
    "Revoke the key under Settings, API keys at https://cloud.livekit.io, and read a new one from the environment.",
  literals: ["livekit"],
  anyCase: true,
  behind: { run: "token", least: 43, within: 255 },
  pattern:
    /livekit[^]{1,120}?(?<![\w-](?<!\\[nrt]))API[a-z0-9]{12}(?![\w-])[^{}]{1,60}?(?<![\w-])(?<secret>[a-z0-9]{43,44})(?![\w-])/dgi,
  isGenuine: isRandom,
  confidence: 0.9,
  examples: [
    "of our LiveKit project: API{base62:12} and «{base62:43}»",
    "LIVEKIT_API_KEY=API{base62:12}\nLIVEKIT_API_SECRET=«{base62:44}»",
    '// livekit-server-sdk\nnew AccessToken("API{base62:12}", "«{base62:43}»")',
    "# livekit.yaml\nkeys:\n  API{base62:12}: «{base62:43}»",
    "LiveKit, and one character short: API{base62:12} {base62:42}",
    "LiveKit, and one character short: API{base62:11} {base62:43}",
    "of something else: API{base62:12} {base62:43}",
    "LIVEKIT_API_KEY=APIxxxxxxxxxxxx\nLIVEKIT_API_SECRET=xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx",
  ],
});
