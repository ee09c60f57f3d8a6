import type { Detector } from "../detector.ts";
import { tokenDetector } from "./token.ts";

/** Keys of the games' API: `RGAPI-` and a UUID. Those for development end after a day. https://developer.riotgames.com/docs/portal */
export const riotKey: Detector = tokenDetector({
  id: "secret/riot-key",
  summary: "Riot Games API key",
  remedy: "Regenerate it at https://developer.riotgames.com, and read the new one from the environment.",
  prefixes: ["RGAPI-"],
  pattern: /(?<![\w-](?<!\\[nrt]))RGAPI-[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}(?![\w-])/g,
  examples: [
    "RIOT_API_KEY=«RGAPI-{uuid}»",
    "https://euw1.api.riotgames.com/lol/status/v4/platform-data?api_key=«RGAPI-{uuid}»",
    "X-Riot-Token: RGAPI-{hex:32}, RGAPI-xxxxxxxx-xxxx-xxxx-xxxx-xxxxxxxxxxxx",
  ],
});
