import { rangeOf } from "../../model/range.ts";
import { isInPlaceholder } from "../../model/placeholder.ts";
import type { Detector } from "../detector.ts";
import { textBefore } from "../person/context.ts";

/**
 * Ids of chats, channels, people and threads in messengers, and of threads and runs at model providers.
 * https://docs.slack.dev/reference/objects/conversation-object · https://core.telegram.org/bots/api#chat ·
 * https://discord.com/developers/docs/reference#snowflakes · https://platform.openai.com/docs/api-reference/threads
 */
export const chatId: Detector = {
  id: "internal/chat-id",
  summary: "Id of a chat or thread",
  remedy: "Name the chat by its title, or leave it out: with the id others can address it, and tell who is in it.",
  trigger: [
    { literals: ["channel"], anyCase: true, behind: { run: "token", least: 9, holds: "0", within: 16 } },
    { literals: ["slack"], anyCase: true, behind: { run: "token", least: 9, holds: "0", within: 64 } },
    { literals: ["discord", "guild"], anyCase: true, behind: { run: "number", least: 17, within: 48 } },
    { literals: ["-100"], behind: { run: "number", least: 10 } },
    { literals: ["/archives/", "discord.com/channels/"], behind: { run: "token", least: 9 } },
    { literals: ["t.me/c/"], behind: { run: "number", least: 9 } },
    { literals: ["thread_", "asst_"], behind: { run: "token", least: 24 } },
  ],
  reach: { before: 72, after: 96 },

  *detect(window) {
    for (const match of window.matchAll(id)) {
      const { slack, telegram, discord, openai, link } = match.groups ?? {};
      const before = textBefore(window, match.index, 64);
      const near = window.text.slice(Math.max(0, match.index - 64), match.index);
      const range = rangeOf(match);
      if (
        slack !== undefined &&
        !madeUp.test(slack) &&
        (isChannel(slack, before) ||
          (isNamed(/slack(?=[^]{0,55}$)/gi, near, window.text, match.index) &&
            /(?:slack|channel|workspace|\bteam|\bdm)[^\n]{0,32}$|<[#@]$/i.test(before)))
      )
        yield { range, confidence: 0.6 };
      else if (telegram !== undefined && /(?:telegram|chat|group|channel|\btg\b)[^\d\n]{0,24}$/i.test(before))
        yield { range, confidence: 0.7 };
      else if (
        discord !== undefined &&
        isNamed(/(?:discord|guild)(?=[^]{0,31}$)/gi, near, window.text, match.index) &&
        /(?:discord|guild|channel)[^\d\n]{0,16}$|<(?:#|@[!&]?|a?:\w{2,32}:)$/i.test(before) &&
        isSnowflake(discord)
      )
        yield { range, confidence: 0.6 };
      else if (openai !== undefined && /\d/.test(openai) && !madeUp.test(openai)) yield { range, confidence: 0.6 };
      else if (link !== undefined) yield { range, confidence: 0.6 };
    }
  },

  examples: [
    "posted to slack channel «C0{LOWER36:9}», chat «-100{digits:10}»",
    "discord channel «1{digits:17}» in guild «9{digits:17}»",
    "«thread_{base62:22}8A», https://t.me/c/«1{digits:9}/42»",
    "https://acme.slack.com/archives/«C0{LOWER36:9}/p17{digits:14}»",
    'posted in channel «C07K3{upper:2}91{upper:2}», {"ok":true,"channel":"«C05GH2K9{upper:3}»","ts":"1741938475.283719"}',
    "channel C0, channel C0000000000, the TV channel C07K3, channel: CHANNEL0001",
    "slack COMPONENTS CHANNELID, -100, -1000, channel UNDEFINED123, thread_abc123, margin: -1001234567890px",
    "thread_local_storage_key_1, run_command_in_terminal, channel 7, id 1234567890123456789",
    "[secret:slack-token:3f76] C0{LOWER36:9}, slack [chat-id:5810] «C0{LOWER36:9}»",
    "x = 1{digits:18}; telegram bot, discord.js 14.16.3",
  ],
};

const id =
  /(?<![\w.,/-])(?:(?<slack>[CUTGDW]0[\dA-Z]{7,11})(?![\w-])|(?<telegram>-100[1-9]\d{9})(?![\w-]|\.\d)|(?<discord>[1-9]\d{16,18})(?![\w-]|\.\d)|(?<openai>(?:thread|asst)_[\dA-Za-z]{24})(?![\w-]))|(?<link>(?<=\/archives\/)[CDG]0[\dA-Z]{7,11}(?:\/p\d{16})?|(?<=t\.me\/c\/)\d{9,11}\/\d{1,9}|(?<=discord\.com\/channels\/)\d{17,19}(?:\/\d{17,19}){1,2})/g;

/** Only Slack's channels are called so: "channel C0…" with figures and letters, of which the last ones are drawn. */
function isChannel(slack: string, before: string): boolean {
  return (
    /^C0(?=[A-Z\d]*[1-9])(?=[A-Z\d]*[A-Z])[A-Z\d]{8,9}$/.test(slack) &&
    /\bchannel(?:_?id)?["'`]?[ :=]{1,3}["'`#<]{0,2}$/i.test(before)
  );
}

/** Whether a messenger is named close before an id: what was masked in a log names none. */
function isNamed(name: RegExp, near: string, text: string, at: number): boolean {
  return [...near.matchAll(name)].some(({ index }) => !isInPlaceholder(text, at - near.length + index));
}

const madeUp = /abc|xxx|0123|1234|(.)\1{3}/i;

/** The first 42 bits are milliseconds since 2015: an id is as old as Discord at most, and from no future. */
function isSnowflake(text: string): boolean {
  const time = Number(BigInt(text) >> 22n) + 1_420_070_400_000;
  return time < Date.now() + 86_400_000;
}
