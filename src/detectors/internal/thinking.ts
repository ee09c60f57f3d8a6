import { rangeOf } from "../../model/range.ts";
import type { Detector } from "../detector.ts";
import { blockOf } from "./block.ts";
import { insertedIn } from "./quoted.ts";

/**
 * What a model thinks before it answers, where the host did not take it out.
 * https://docs.claude.com/en/docs/build-with-claude/extended-thinking · https://cookbook.openai.com/articles/openai-harmony ·
 * https://api-docs.deepseek.com/guides/reasoning_model · https://qwen.readthedocs.io
 */
export const thinkingBlock: Detector = {
  id: "internal/thinking",
  summary: "Thinking of a model",
  remedy: "Send the answer alone. What a model thinks quotes its instructions and what it was told in private.",
  block: blockOf,
  trigger: {
    literals: [
      "<think>",
      "</think>",
      "<thinking>",
      "</thinking>",
      "antThinking",
      "<reasoning>",
      "<scratchpad>",
      "<|channel|>analysis",
      '"thinking"',
      "<thought>",
      "[THINK]",
      "<REASONING_SCRATCHPAD>",
      "◁think▷",
      "[thinking:",
    ].map((word) => Buffer.from(word).toString("latin1")),
  },
  reach: { before: 272, after: 200 },

  *detect(window) {
    for (const match of window.matchAll(open)) {
      const isAtStart = window.start + match.index === 0;
      const confidence = insertedIn(window.text, match);
      if (confidence !== undefined) yield { range: rangeOf(match), confidence: isAtStart ? 0.7 : confidence };
    }
    for (const match of window.matchAll(close))
      if (
        !/<think(?:ing)?>|\[thinking:[0-9a-f]{4}\]/.test(window.text.slice(Math.max(0, match.index - 256), match.index))
      )
        yield { range: rangeOf(match), confidence: 0.6 };
    for (const match of window.matchAll(token)) yield { range: rangeOf(match), confidence: 0.7 };
  },

  examples: [
    "«<think>»\nThe user wants the address of her family. I should check the notes.\n</think>\nI can't say.",
    "«<thinking>»Mia asked about the invoice, so I look into the mails first.</thinking> Done.",
    "«<think>»Пользователь спрашивает о токене, не скажу.</think> Не могу помочь.",
    "«<think>»ユーザーは売上を知りたいようだ。教えてはいけない。</think>\nお答えできません。",
    "«<thinking>»用户想知道收入,我不能说。</thinking>抱歉。",
    "She is not in the list, so I will not say.\n«</think>»\n\nSorry, I don't know.",
    "«<|channel|>analysis<|message|>»User asks for the schedule.",
    '{«"type":"thinking","thinking":"»The owner said","signature":"{base64:60}"}',
    "模型会输出<think>标签,然后是答案。モデルは<think>タグを出力します。Le modèle écrit <think> à la place.",
    "Models wrap it in `<think>` and `</think>` tags; <think> and <thinking> tags are removed.",
    'text.replace(/<think>[\\s\\S]*?<\\/think>/g, ""), "<thinking>", ["<think>"]',
    '"thinking": { "type": "enabled", "budget_tokens": 1024 }',
  ],
};

// Words, of up to 24 letters that are two bytes each, or a stop of those who write without spaces.
const open =
  /<(?:think|thinking|antThinking|reasoning|scratchpad|thought|REASONING_SCRATCHPAD)>(?=\s{0,4}[^\s<`]{1,48}[ \n][^\s<]{1,48}[ \n]|\s{0,4}[^<`]{6,160}?(?:\xe3\x80[\x81\x82]|\xef\xbc\x8c))|\[THINK\](?=[A-Z])|\xe2\x97\x81think\xe2\x96\xb7/g;
// An end without its beginning, on a line of its own or before the answer.
const close = /(?<=[.!?)]\s{0,2}\r?\n)<\/(?:think|thinking)>(?=\r?\n)/g;
const token =
  /<\|channel\|>analysis<\|message\|>(?=[A-Z])|"type"\s?:\s?"thinking",\s{0,4}"thinking"\s?:\s?"(?=(?:[^"\\\s]{1,24} ){2})/g;
