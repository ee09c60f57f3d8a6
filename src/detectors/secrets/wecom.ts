import type { Detector } from "../detector.ts";
import { isPlaceholder } from "./placeholder.ts";
import { tokenDetector } from "./token.ts";

/** Addresses of bots that post into a group of WeCom. https://developer.work.weixin.qq.com/document/path/91770 */
export const wecomWebhook: Detector = tokenDetector({
  id: "secret/wecom-webhook",
  summary: "WeCom webhook address",
  remedy: "Remove the bot from the group, and read the address of a new one from the environment.",
  literals: ["qyapi.weixin.qq.com"],
  prefixes: ["qyapi.weixin.qq.com/cgi-bin/webhook/send?key="],
  pattern:
    /(?<![\w.-])qyapi\.weixin\.qq\.com\\?\/cgi-bin\\?\/webhook\\?\/(?:send|upload_media)\?key=[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}(?![\w-])/g,
  isGenuine: (secret) => !isPlaceholder(secret.slice(-36)),
  examples: [
    "WECOM_WEBHOOK=https://«qyapi.weixin.qq.com/cgi-bin/webhook/send?key={uuid}»",
    "curl 'https://«qyapi.weixin.qq.com/cgi-bin/webhook/send?key={uuid}»' -H 'Content-Type: application/json'",
    '"upload": "https:\\/\\/«qyapi.weixin.qq.com\\/cgi-bin\\/webhook\\/upload_media?key={uuid}»&type=file"',
    "https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=YOUR_KEY, https://qyapi.weixin.qq.com/cgi-bin/gettoken?id={uuid}",
    "https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=00000000-0000-0000-0000-000000000000",
  ],
});
