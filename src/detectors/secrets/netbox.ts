import type { Detector } from "../detector.ts";
import { tokenDetector } from "./token.ts";

/** Since NetBox 4.5: `nbt_`, a key of 12 letters and digits that names the token, and 40 secret ones. https://github.com/netbox-community/netbox/blob/main/netbox/users/constants.py */
export const netboxToken: Detector = tokenDetector({
  id: "secret/netbox-token",
  summary: "NetBox API token",
  remedy: "Delete it under “API Tokens” in the user's profile, and read a new one from NETBOX_TOKEN.",
  behind: { run: "token", least: 12 },
  prefixes: ["nbt_"],
  pattern: /(?<![\w-](?<!\\[nrt]))nbt_[A-Za-z0-9]{12}\.[A-Za-z0-9]{40}(?![\w-])/g,
  examples: [
    "Authorization: Bearer «nbt_{base62:12}.{base62:40}»",
    "NETBOX_TOKEN=«nbt_{base62:12}.{base62:40}»",
    "nbt_{base62:12}, nbt_{base62:12}.{base62:39}",
    "nbt_xxxxxxxxxxxx.xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx",
  ],
});
