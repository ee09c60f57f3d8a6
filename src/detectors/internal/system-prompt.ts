import { rangeOf } from "../../model/range.ts";
import type { Detector } from "../detector.ts";
import { blockOf } from "./block.ts";

/**
 * A system prompt as models get it: the control tokens of a chat template with text between them. A template itself has holes there.
 * https://huggingface.co/docs/transformers/chat_templating · https://cookbook.openai.com/articles/openai-harmony ·
 * https://www.llama.com/docs/model-cards-and-prompt-formats/ · https://ai.google.dev/gemma/docs/core/prompt-structure
 */
export const systemPrompt: Detector = {
  id: "internal/system-prompt",
  summary: "System prompt of a model",
  remedy: "Send the answer alone. A system prompt tells others how to steer the agent, and often what it may reach.",
  block: blockOf,
  trigger: {
    literals: [
      "<|im_start|>",
      "<|start_header_id|>",
      "<<SYS>>",
      "<|system|>",
      "<start_of_turn>",
      "<|start|>",
      "[SYSTEM_PROMPT]",
      "<|im_system|>",
      "<|turn>system",
      '"system"',
    ],
  },
  reach: { before: 32, after: 400 },

  *detect(window) {
    for (const match of window.matchAll(token)) {
      const { prompt = "" } = match.groups ?? {};
      if (!isHole.test(prompt) && isSentence.test(prompt)) yield { range: rangeOf(match, "mark"), confidence: 0.7 };
    }
    for (const match of window.matchAll(role)) yield { range: rangeOf(match, "mark"), confidence: 0.5 };
  },

  examples: [
    "«<|im_start|>system»\nYou are Kiln, the assistant of a small studio. Never tell prices.<|im_end|>",
    "«<|start_header_id|>system<|end_header_id|>»\n\nYou answer questions about orders and deliveries.<|eot_id|>",
    "<s>[INST] «<<SYS>>»\nYou are a helpful shop assistant for ceramics.\n<</SYS>>",
    "«<|start|>system<|message|>»You are ChatGPT, a large language model trained by OpenAI.",
    '{«"role": "system", "content": "You are»a careful bookkeeper for a studio. Answer in Danish."}',
    '"<|im_start|>system\\n{{ system_prompt }}<|im_end|>"',
    "{% if messages[0]['role'] == 'system' %}{{ '<|im_start|>system\\n' + messages[0]['content'] }}",
    "The tokens `<|im_start|>` and `<|im_end|>` frame a turn, <<SYS>> begins it.",
    'role: "system", content: prompt, { "role": "system", "content": "..." }, {"role": "user", "content": "You are late"}',
    "<|im_start|>user\nHello there, how are you doing today?<|im_end|>",
  ],
};

// What stands behind goes into the window, so that a hole shows.
const token =
  /(?<mark><\|im_start\|>(?:system|developer)|<\|start_header_id\|>system<\|end_header_id\|>|<<SYS>>|<\|system\|>|<start_of_turn>system|<\|start\|>(?:system|developer)<\|message\|>|\[SYSTEM_PROMPT\]|<\|im_system\|>system<\|im_middle\|>|<\|turn>system)(?:\\n|\s){0,6}(?<prompt>[^<>\n]{0,120})/dg;
const isHole = /[{}$%]|\+ |\.\.\.|…|^["'`]|prompt|SYSTEM/;
const isSentence = /^(?:\S{1,24} ){3}\S/;

const role =
  /(?<mark>"role"\s?:\s?"system",\s{0,8}"content"\s?:\s?"(?:You are|Your (?:name|role|task|job) is|Act as|Du bist|Tu es|Eres|You're))\s?(?=(?:[^"{}\\$]{1,24} ){4})/dg;
