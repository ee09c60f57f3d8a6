import type { Detector } from "../detector.ts";
import { isPlaceholder } from "./placeholder.ts";
import { tokenDetector } from "./token.ts";

/**
 * Addresses of bots that post into a group of Feishu or Lark, and of flows that an address starts. https://open.feishu.cn/document/client-docs/bot-v3/add-custom-bot
 * · https://www.feishu.cn/hc/zh-CN/articles/807992406756
 */
export const feishuWebhook: Detector = tokenDetector({
  id: "secret/feishu-webhook",
  summary: "Feishu webhook address",
  remedy:
    "Remove the bot in the group's settings (the flow's trigger in Feishu Flow), and read the address of a new one, with a signature, from the environment.",
  literals: ["open.feishu.cn", "open.larksuite.com", "/flow/api/trigger-webhook/"],
  prefixes: [
    "open.feishu.cn/open-apis/bot/v2/hook/",
    "open.larksuite.com/open-apis/bot/v2/hook/",
    "www.feishu.cn/flow/api/trigger-webhook/",
    "www.larksuite.com/flow/api/trigger-webhook/",
  ],
  pattern:
    /(?<![\w.-])(?:open\.(?:feishu\.cn|larksuite\.com)\\?\/open-apis\\?\/bot\\?\/(?:v2\\?\/)?hook\\?\/(?:[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}|[0-9a-f]{32})|www\.(?:feishu\.cn|larksuite\.com)\/flow\/api\/trigger-webhook\/[0-9a-f]{32})(?![\w-])/g,
  isGenuine: (secret) => !isPlaceholder(secret.slice(-32)),
  examples: [
    "FEISHU_WEBHOOK=https://«open.feishu.cn/open-apis/bot/v2/hook/{uuid}»",
    "curl -X POST 'https://«open.larksuite.com/open-apis/bot/v2/hook/{uuid}»' -d '{}'",
    '"url": "https:\\/\\/«open.feishu.cn\\/open-apis\\/bot\\/hook\\/{hex:32}»"',
    'WEBHOOK="https://«www.feishu.cn/flow/api/trigger-webhook/{hex:32}»"',
    "one digit short: https://www.feishu.cn/flow/api/trigger-webhook/{hex:31}, https://www.feishu.cn/flow/api/trigger-webhook/xxx",
    "https://open.feishu.cn/open-apis/bot/v2/hook/, https://open.feishu.cn/open-apis/message/{uuid}",
    "https://open.feishu.cn/open-apis/bot/v2/hook/xxxxxxxx-xxxx-xxxx-xxxx-xxxxxxxxxxxx",
    "https://open.feishu.cn/open-apis/bot/v2/hook/00000000-0000-0000-0000-000000000000",
  ],
});
