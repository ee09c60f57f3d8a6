import type { Detector } from "../detector.ts";
import { tokenDetector } from "./token.ts";

/** `waka_` and a UUID; an application's secret and tokens begin with `waka_sec_`, `waka_tok_` and `waka_ref_`. https://wakatime.com/developers */
export const wakatimeKey: Detector = tokenDetector({
  id: "secret/wakatime-key",
  summary: "WakaTime API key",
  remedy: "Reset it at https://wakatime.com/settings/account.",
  literals: ["waka_"],
  prefixes: ["waka_sec_", "waka_tok_", "waka_ref_", "waka_"],
  pattern:
    /(?<![\w-](?<!\\[nrt]))waka_(?:[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}|(?:sec|tok|ref)_[A-Za-z0-9]{60,200})(?![\w-])/g,
  examples: [
    "api_key = «waka_{uuid}»",
    "WAKATIME_TOKEN=«waka_tok_{base62:80}»",
    "waka_00000000-0000-0000-0000-000000000000, waka_{hex:32}, waka_sec_xxxxxxxxxxxxxxxx",
  ],
});
