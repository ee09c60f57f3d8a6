import type { Detector } from "../detector.ts";
import { isPlaceholder } from "./placeholder.ts";
import { tokenDetector } from "./token.ts";

/** Addresses of bots that post into a group of Feishu or Lark. https://open.feishu.cn/document/client-docs/bot-v3/add-custom-bot */
export const feishuWebhook: Detector = tokenDetector({
  id: "secret/feishu-webhook",
  summary: "Feishu webhook address",
  remedy:
    "Remove the bot in the group's settings, and read the address of a new one, with a signature, from the environment.",
  literals: ["open.feishu.cn", "open.larksuite.com"],
  prefixes: ["open.feishu.cn/open-apis/bot/v2/hook/", "open.larksuite.com/open-apis/bot/v2/hook/"],
  pattern:
    /(?<![\w.-])open\.(?:feishu\.cn|larksuite\.com)\\?\/open-apis\\?\/bot\\?\/(?:v2\\?\/)?hook\\?\/(?:[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}|[0-9a-f]{32})(?![\w-])/g,
  isGenuine: (secret) => !isPlaceholder(secret.slice(-32)),
  examples: [
    "FEISHU_WEBHOOK=https://«open.feishu.cn/open-apis/bot/v2/hook/{uuid}»",
    "curl -X POST 'https://«open.larksuite.com/open-apis/bot/v2/hook/{uuid}»' -d '{}'",
    '"url": "https:\\/\\/«open.feishu.cn\\/open-apis\\/bot\\/hook\\/{hex:32}»"',
    "https://open.feishu.cn/open-apis/bot/v2/hook/, https://open.feishu.cn/open-apis/message/{uuid}",
    "https://open.feishu.cn/open-apis/bot/v2/hook/xxxxxxxx-xxxx-xxxx-xxxx-xxxxxxxxxxxx",
    "https://open.feishu.cn/open-apis/bot/v2/hook/00000000-0000-0000-0000-000000000000",
  ],
});
