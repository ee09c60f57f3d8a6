import type { Detector } from "../detector.ts";
import { isRandom } from "./random.ts";
import { tokenDetector } from "./token.ts";

/** Whoever has a channel's stream key goes live on it: the channel's number and 30 letters and digits. https://help.twitch.tv/s/article/twitch-stream-key-faq */
export const twitchStreamKey: Detector = tokenDetector({
  id: "secret/twitch-stream-key",
  summary: "Twitch stream key",
  remedy:
    "Reset it under “Settings”, “Stream” at https://dashboard.twitch.tv, and read the new one from the environment.",
  prefixes: ["live_"],
  pattern: /(?<![\w-](?<!\\[nrt]))live_\d{5,12}_[A-Za-z0-9]{30}(?![\w-])/g,
  behind: { run: "token", least: 36 },
  isGenuine: (secret) => isRandom(secret.slice(-30)),
  examples: [
    "TWITCH_STREAM_KEY=«live_{digits:9}_{base62:30}»",
    "ffmpeg -i stage.mkv -f flv rtmp://live.twitch.tv/app/«live_{digits:10}_{base62:30}»",
    '{ "service": "Twitch", "key": "«live_{digits:8}_{base62:30}»" }',
    "live_{digits:9}_{base62:29}, live_{digits:9}_{base62:31}, live_{lower:9}_{base62:30}",
    "live_123456789_xxxxxxxxxxxxxxxxxxxxxxxxxxxxxx, live_20240101_thePictureOfTheEveningShowTwo",
  ],
});
