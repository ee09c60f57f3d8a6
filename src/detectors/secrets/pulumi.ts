import type { Detector } from "../detector.ts";
import { tokenDetector } from "./token.ts";

/** `pul-` and 40 hexadecimal digits. https://www.pulumi.com/docs/pulumi-cloud/access-management/access-tokens/ */
export const pulumiToken: Detector = tokenDetector({
  id: "secret/pulumi-token",
  summary: "Pulumi access token",
  remedy: "Delete it at https://app.pulumi.com/account/tokens, and read a new one from PULUMI_ACCESS_TOKEN.",
  prefixes: ["pul-"],
  pattern: /(?<![\w-](?<!\\[nrt]))pul-[0-9a-f]{40}(?![\w-])/g,
  examples: [
    "PULUMI_ACCESS_TOKEN=«pul-{hex:40}»",
    '"accessToken": "«pul-{hex:40}»"',
    "pul-{hex:39}, pul-{hex:41}, gradual-pul-{hex:40}",
    "PULUMI_ACCESS_TOKEN=pul-xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx",
  ],
});
