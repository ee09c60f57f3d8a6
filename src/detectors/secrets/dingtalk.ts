import type { Detector } from "../detector.ts";
import { isPlaceholder } from "./placeholder.ts";
import { tokenDetector } from "./token.ts";

const remedy = "Remove the robot from the group, and read what a new one needs from the environment.";

/**
 * Addresses of robots that post into a group of DingTalk: 64 hexadecimal digits. https://open.dingtalk.com/document/robots/custom-robot-access
 * Where no documentation gives a length, it is that of examples in public code.
 */
export const dingtalkWebhook: Detector = tokenDetector({
  id: "secret/dingtalk-webhook",
  summary: "DingTalk webhook address",
  remedy,
  literals: ["oapi.dingtalk.com"],
  prefixes: ["oapi.dingtalk.com/robot/send?access_token="],
  pattern: /(?<![\w.-])oapi\.dingtalk\.com\\?\/robot\\?\/send\?access_token=[0-9a-f]{64}(?![\w-])/g,
  isGenuine: (secret) => !isPlaceholder(secret.slice(-64)),
  examples: [
    "DINGTALK_WEBHOOK=https://«oapi.dingtalk.com/robot/send?access_token={hex:64}»",
    "curl 'https://«oapi.dingtalk.com/robot/send?access_token={hex:64}»&timestamp=1700000000000' -d '{}'",
    '"url": "https:\\/\\/«oapi.dingtalk.com\\/robot\\/send?access_token={hex:64}»"',
    "https://oapi.dingtalk.com/robot/send?access_token={hex:63}, https://oapi.dingtalk.com/gettoken?id={hex:64}",
    "https://oapi.dingtalk.com/robot/send?access_token=xxx",
  ],
});

/** What a robot's messages are signed with: `SEC` and 64 hexadecimal digits. https://open.dingtalk.com/document/robots/customize-robot-security-settings */
export const dingtalkSecret: Detector = tokenDetector({
  id: "secret/dingtalk-secret",
  summary: "DingTalk signing secret",
  remedy,
  behind: { run: "hexadecimal", least: 64 },
  prefixes: ["SEC"],
  pattern: /(?<![\w-](?<!\\[nrt]))SEC[0-9a-f]{64}(?![\w-])/g,
  examples: [
    "DINGTALK_SECRET=«SEC{hex:64}»",
    "secret = '«SEC{hex:64}»'",
    '{ "sign": "«SEC{hex:64}»" }',
    "SEC{hex:63}, SEC{hex:65}, SEC {hex:64}, 15 SECONDS",
    "SEC0000000000000000000000000000000000000000000000000000000000000000",
  ],
});
