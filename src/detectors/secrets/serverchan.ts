import type { Detector } from "../detector.ts";
import { isRandom } from "./random.ts";
import { tokenDetector } from "./token.ts";

/**
 * Keys that send messages to their owner's WeChat, in the address that takes them: `SCT`, a number, `T` and 24 letters and digits; of its third
 * version `sctp`, a number, `t`. https://sct.ftqq.com · https://sc3.ft07.com
 */
export const serverchanKey: Detector = tokenDetector({
  id: "secret/serverchan-key",
  summary: "ServerChan key",
  remedy:
    "Reset it at https://sct.ftqq.com/sendkey (https://sc3.ft07.com for the third version), and read it from the environment.",
  literals: ["ftqq.com/SCT", "ft07.com/send/sctp"],
  prefixes: ["sctapi.ftqq.com/", "push.ft07.com/send/"],
  reach: { before: 24, after: 72 },
  pattern:
    /(?:sctapi\.ftqq\.com\/SCT\d{1,8}T[A-Za-z0-9]{22,28}|push\.ft07\.com\/send\/sctp\d{1,8}t[A-Za-z0-9]{20,36})(?![\w-])/g,
  isGenuine: (_, value) => isRandom(value),
  examples: [
    "requests.post('https://«sctapi.ftqq.com/SCT{digits:6}T{base62:24}».send', data=data)",
    "curl https://606.«push.ft07.com/send/sctp{digits:4}t{lower36:24}».send?title=done",
    "https://sctapi.ftqq.com/SCTxxx.send, https://sctapi.ftqq.com/SCT123456T.send, https://sctapi.ftqq.com/${key}.send",
  ],
});
