import { rangeOf } from "../../model/range.ts";
import type { Detector } from "../detector.ts";
import { blockOf } from "./block.ts";

/**
 * Calls of tools and their results as models write them and as providers' interfaces give them: ids that a provider has drawn, XML that a
 * parser should have taken out, the tokens of chat templates.
 * https://docs.claude.com/en/docs/agents-and-tools/tool-use/overview · https://platform.openai.com/docs/guides/function-calling ·
 * https://cookbook.openai.com/articles/openai-harmony · https://github.com/NousResearch/Hermes-Function-Calling
 */
export const toolTrace: Detector = {
  id: "internal/tool-trace",
  summary: "Tool call of an agent",
  remedy:
    "Send the answer alone, and say in words what was done. A call tells which tools the agent has and what it read.",
  block: blockOf,
  trigger: {
    literals: [
      "toolu_",
      "call_",
      "fc_",
      "function_calls>",
      "<invoke name=",
      "<tool_call>",
      "<tool_response>",
      "<function_results>",
      "<tool_result>",
      "<|python_tag|>",
      "[TOOL_CALLS]",
      "<|channel|>commentary",
      "<|tool_call",
      "tool_calls_begin",
      "<function=",
      "srvtoolu_",
    ],
  },
  reach: { before: 96, after: 200 },

  *detect(window) {
    for (const match of window.matchAll(drawnId)) {
      if (isDrawn(match.groups?.["id"] ?? ""))
        yield { range: rangeOf(match, "id"), confidence: documented.test(match[0]) ? 0.3 : 0.6 };
    }
    for (const match of window.matchAll(written))
      if (!isQuoted(window.text, match.index)) yield { range: rangeOf(match), confidence: 0.7 };
  },

  examples: [
    '{"type":"tool_use","id":"«toolu_01{base62:22}»","name":"read_mail","input":{}}',
    '"tool_call_id": "«call_{base62:24}»", "content": "3 mails"',
    '«<function_calls>»\n<invoke name="read_mail">\n<parameter name="folder">inbox</parameter>',
    '«<tool_call>\n{"name": "read_mail", "arguments"»: {"folder": "inbox"}}\n</tool_call>',
    "done «<|channel|>commentary to=functions.read_mail» <|message|>{}",
    '«[TOOL_CALLS][{"name": "read_mail"», "arguments": {}}]',
    'I look.\n«<invoke name="read_mail">»\n<parameter name="folder">inbox</parameter>\n</invoke>',
    'Done. «<tool_response>»{"name":"calendar","content":"3 events"}</tool_response>',
    "models answer with `<tool_response>{}`, or <tool_response> and a text",
    "The `<function_calls>` block, `<tool_call>` tags and [TOOL_CALLS] are parsed.",
    '"id": "toolu_1", tool_call_id: "call_abc123", call_user_func_array, call_AsyncGenerator, "call_1", function_call_output',
    "const open = '<invoke name=';",
  ],
};

/** https://docs.claude.com shows these, and those of others that count. */
const documented =
  /toolu_01(?:A09q90qw90lq917835|D7FLrfh4GYq7yT1ULFeyMV|T1x1fJ34qAmk2tNTrN7Up6)|call_(?:abc|DdmO9pD3xa9XTPNJ32zg2hcA|12345|62136354)/;

const drawnId =
  /(?<![\w-])(?<id>(?:srv)?toolu_(?:bdrk_|vrtx_)?01[\dA-Za-z]{22}|call_[\dA-Za-z]{24}|call_00_[\dA-Za-z]{20}|fc_[\da-f]{48,56})(?![\w-])/dg;

const written =
  /<function_calls>(?=\s{0,4}<invoke name="[\w.:-]{1,64}">)|(?<=^|\n)(?<!<function_calls>\n)<invoke name="[\w.:-]{1,64}">(?=\s{0,4}<parameter name=")|<tool_call>\s{0,4}\{"name": ?"[\w.:-]{1,64}", ?"arguments"|<tool_call>(?=\s{0,4}<function=[\w.-]{1,64}>)|<\|channel\|>commentary to=[\w.-]{1,64}|<\|tool_calls_section_begin\|>|\[TOOL_CALLS\]\s?\[\{"name": ?"[\w.:-]{1,64}"|<\|python_tag\|>(?=\w{1,40}\.call\(|\{"name")|(?<=^|\n)<function_results>(?=\s{0,4}\S)|<tool_(?:response|result)>(?=\s{0,4}[{[][\s\S]{2,200})/g;

/** Figures and letters of both cases: a name of a function is none. */
function isDrawn(id: string): boolean {
  const value = id.slice(id.lastIndexOf("_") + 1);
  return (
    /\d/.test(value) &&
    ((/[a-z]/.test(value) && /[A-Z]/.test(value)) || value.length > 40) &&
    !/(\w)\1{5}|1234567|abcdef(?!\d)/i.test(value)
  );
}

function isQuoted(text: string, at: number): boolean {
  return /[`'"\\(]\s?$/.test(text.slice(Math.max(0, at - 3), at));
}
