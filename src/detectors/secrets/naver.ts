import type { Detector } from "../detector.ts";
import { isRandom } from "./random.ts";
import { tokenDetector } from "./token.ts";

/**
 * Secret keys of Naver Cloud: `ncp_iam_BPK`, three capitals that say whose it is, 28 letters and digits. What begins with `ncp_iam_BPA` beside it is
 * its id. https://guide.ncloud-docs.com/docs/en/subaccount-accesskey · https://api.ncloud-docs.com/docs/en/common-ncpapi
 */
export const naverCloudSecret: Detector = tokenDetector({
  id: "secret/naver-cloud-secret",
  summary: "Naver Cloud secret key",
  remedy:
    "Disable and delete the key under “Manage authentication keys” at https://www.ncloud.com/mypage/manage/authkey (a sub account's in the console), and read a new one from the environment.",
  prefixes: ["ncp_iam_BPK"],
  pattern: /(?<![\w-](?<!\\[nrt]))ncp_iam_BPK[A-Z]{3}[A-Za-z0-9]{28}(?![\w-])/g,
  isGenuine: (_, value) => isRandom(value),
  examples: [
    "NCLOUD_SECRET_KEY=«ncp_iam_BPKMKR{base62:28}»",
    'secret_key = "«ncp_iam_BPKSKR{base62:28}»"',
    "an id: ncp_iam_BPAMKR{base62:14}; one character short: ncp_iam_BPKMKR{base62:27}",
    "ncp_iam_BPKMKRxxxxxxxxxxxxxxxxxxxxxxxxxxxx, ncp_iam_BPKMKR***",
  ],
});
