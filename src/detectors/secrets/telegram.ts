import type { Detector } from "../detector.ts";
import { isDocumented } from "./documented.ts";
import { tokenDetector } from "./token.ts";

/** The bot's id, a colon, and `AA` with 32 or 33 more characters. https://core.telegram.org/bots/features#botfather */
export const telegramBotToken: Detector = tokenDetector({
  id: "secret/telegram-bot-token",
  summary: "Telegram bot token",
  remedy: "Send /revoke to https://t.me/BotFather, and read the new token from the environment.",
  literals: [":AA", "%3AAA", "%3aAA"],
  reach: { before: 20, after: 48 },
  // In the address of a request stands `bot` before the id.
  pattern: /(?<![A-Za-z0-9-](?<!\\[nrt]))(?:bot)?(?<secret>\d{7,12}(?::|%3[Aa])AA[\w-]{32,33})(?![\w-])/dg,
  isGenuine: (secret) => !isDocumented(secret),
  examples: [
    "TELEGRAM_BOT_TOKEN=«{digits:10}:AA{base64url:33}»",
    'bot = telebot.TeleBot("«{digits:9}:AA{base64url:33}»")',
    "https://api.telegram.org/bot«{digits:10}:AA{base64url:33}»/sendMessage?chat_id=1",
    "https://example.org/relay?token=«{digits:10}%3AAA{base64url:33}»&text=hello",
    "one character short: {digits:10}:AA{base64url:31}",
    "no id: :AA{base64url:33}, no colon: {digits:10}AA{base64url:33}, no AA: {digits:10}:BB{base64url:33}",
    "{digits:10}:AAxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx",
  ],
});
