import type { Detector } from "../detector.ts";
import { isDocumented } from "./documented.ts";
import { isPlaceholder } from "./placeholder.ts";
import { tokenDetector } from "./token.ts";

/** `ucat_` and a ULID: 26 digits and capitals without I, L, O and U. https://upcloud.com/docs/guides/managing-api-tokens/ */
export const upcloudToken: Detector = tokenDetector({
  id: "secret/upcloud-token",
  summary: "UpCloud API token",
  remedy: "Delete it at https://hub.upcloud.com/account/api-tokens, and read a new one from UPCLOUD_TOKEN.",
  behind: { run: "token", least: 26 },
  prefixes: ["ucat_"],
  pattern: /(?<![\w-](?<!\\[nrt]))ucat_[0-7][0-9A-HJKMNP-TV-Z]{25}(?![\w-])/g,
  isProven: (secret) => !isPlaceholder(secret.slice(7)) && !isDocumented(secret),
  examples: [
    "the token is «ucat_01{HEX:24}», until Friday",
    "UPCLOUD_TOKEN=«ucat_01{HEX:24}»",
    'token: "«ucat_01{HEX:24}»"',
    '-H "Authorization: Bearer «ucat_01{HEX:24}»"',
    "one character short: ucat_01{HEX:23}; openeducat_01{HEX:24}",
    "ucat_00000000000000000000000000, ucat_Your_API_Token, ucat_01XXXXXXXXXXXXXXXXXXXXXXXX",
  ],
});
