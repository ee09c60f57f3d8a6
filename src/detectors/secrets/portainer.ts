import type { Detector } from "../detector.ts";
import { tokenDetector } from "./token.ts";

/** Access tokens: `ptr_` and 32 bytes in base64. https://docs.portainer.io/user/account-settings#access-tokens · https://github.com/portainer/portainer */
export const portainerToken: Detector = tokenDetector({
  id: "secret/portainer-token",
  summary: "Portainer access token",
  remedy: "Remove it under “Access tokens” of your account in Portainer, and read a new one from the environment.",
  prefixes: ["ptr_"],
  behind: { run: "unspaced", least: 44, holds: "=" },
  reach: { before: 8, after: 56 },
  pattern: /(?<![\w-](?<!\\[nrt]))ptr_[A-Za-z0-9+/]{42}[AEIMQUYcgkosw048]=(?![\w+/=-])/g,
  examples: [
    "PORTAINER_TOKEN=«ptr_{base64:42}k=»",
    "curl -H 'X-API-Key: «ptr_{base64:42}A=»' https://portainer.acme.example/api/endpoints",
    "widget: {type: portainer, key: «ptr_{base64:42}w=»}",
    "one character short: ptr_{base64:41}k=; its last bits are not those of 32 bytes: ptr_{base64:42}B=",
    "the end of a name: data_ptr_{base64:42}k=",
    "ptr_xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxA=, unique_ptr_to_the_first_of_all_the_nodes_in_the_list=x",
  ],
});
