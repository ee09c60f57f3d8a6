import type { Detector } from "../detector.ts";
import { tokenDetector } from "./token.ts";

/**
 * Keys of Qianfan: an id and behind a slash 40 hexadecimal digits. https://cloud.baidu.com/doc/qianfan-api/s/ym9chdsy5
 * Where no documentation gives a length, it is that of examples in public code.
 */
export const baiduKey: Detector = tokenDetector({
  id: "secret/baidu-key",
  summary: "Baidu AI Cloud API key",
  remedy: "Delete it at https://console.bce.baidu.com/iam/#/iam/apikey/list, and read a new one from the environment.",
  literals: ["bce-v3/", "bce-v3\\/"],
  prefixes: ["bce-v3/ALTAK"],
  pattern: /(?<![\w-](?<!\\[nrt]))bce-v3\\?\/ALTAK[A-Z]{0,4}-[A-Za-z0-9]{16,32}\\?\/[0-9a-f]{40}(?![\w-])/g,
  examples: [
    "QIANFAN_API_KEY=«bce-v3/ALTAK-{base62:21}/{hex:40}»",
    "Authorization: Bearer «bce-v3/ALTAKSP-{base62:21}/{hex:40}»",
    '{ "apiKey": "«bce-v3\\/ALTAK-{base62:21}\\/{hex:40}»" }',
    "bce-v3/ALTAK-{base62:21}/{hex:39}, bce-v3/ALTAK-{base62:21}",
    "bce-v3/ALTAK-xxxxx/xxxxxx, bce-v3/ALTAK-XXXXXXXXXXXXXXXXXXXXX/0000000000000000000000000000000000000000",
  ],
});
