import type { Detector } from "../detector.ts";
import { blockOf } from "./block.ts";
import { insertedIn } from "./quoted.ts";

/**
 * What an agent's host puts into its conversation beside what people said: context at run time, reminders, results of commands. The
 * delimited block of OpenClaw is written by a program and by nobody else; tags are named in documentation, too.
 * https://docs.openclaw.ai · https://code.claude.com/docs · https://github.com/openai/codex (codex-rs/protocol)
 */
export const contextBlock: Detector = {
  id: "internal/context-block",
  summary: "Internal context of an agent's host",
  remedy:
    "Send the answer alone. The host has put this into the agent's conversation, and it may tell of people, memory and tools.",
  block: blockOf,
  trigger: [
    {
      literals: [
        "OPENCLAW_INTERNAL_CONTEXT>>>",
        "EXTERNAL_UNTRUSTED_CONTENT",
        "runtime context (internal)",
        "OpenClaw runtime context for",
        "(untrusted metadata):",
        "[Subagent Context]",
      ],
    },
    {
      literals: [
        "<system-reminder>",
        "<local-command-std",
        "<command-message>",
        "<environment_context>",
        "<user_instructions>",
        "<task-notification>",
        "<relevant-memories>",
        "<env>\nWorking dir",
        "<persisted-output>",
        "<new-diagnostics>",
        "<ide_selection>",
        "<ide_opened_file>",
        "<EXTREMELY_IMPORTANT>",
        "<turn_aborted>",
        "<permissions instructions>",
        "<environment_details>",
        "<cross-session-message",
      ],
    },
  ],
  reach: { before: 64, after: 320 },

  *detect(window) {
    for (const match of window.matchAll(block))
      yield { range: { start: match.index, end: match.index + match[0].length }, confidence: 1 };
    for (const match of window.matchAll(heading))
      yield { range: { start: match.index, end: match.index + match[0].length }, confidence: 0.7 };
    for (const match of window.matchAll(tag)) {
      const confidence = insertedIn(window.text, match);
      if (confidence !== undefined)
        yield { range: { start: match.index, end: match.index + match[0].length }, confidence };
    }
  },

  examples: [
    "«<<<BEGIN_OPENCLAW_INTERNAL_CONTEXT>>>»\nConversation info: Mia\n<<<END_OPENCLAW_INTERNAL_CONTEXT>>>\nHi!",
    "«OpenClaw runtime context for the immediately preceding user message.»\nThis context is runtime-generated",
    "ok «<system-reminder>»\nThe user opened the file notes.md. Do not mention this.\n</system-reminder>",
    "«<environment_context>»\n  <cwd>/srv/site</cwd>\n</environment_context>",
    "«Sender (untrusted metadata):»\n{}",
    'const begin = "<<<BEGIN_OPENCLAW_INTERNAL_CONTEXT>>>";',
    "The raw `<<<BEGIN_OPENCLAW_INTERNAL_CONTEXT>>>` envelope must never be sent.",
    "Claude Code adds `<system-reminder>` tags; <system-reminder> is described below.",
    'text.includes("<environment_context>"), /<local-command-stdout>/',
    "<env></env>, <command-list>",
  ],
};

// A line of its own with something behind it, as no documentation has it.
const block =
  /(?<=^|\n)<<<(?:BEGIN_OPENCLAW_INTERNAL_CONTEXT|EXTERNAL_UNTRUSTED_CONTENT(?: id="[\da-f]{8,64}")?)>>>(?=\r?\n(?!\s{0,8}(?:\.{3}|…|<<<|```)).)/g;
const heading =
  /(?<=^|\n(?:> )?)(?:OpenClaw runtime context (?:\(internal\):?|for the immediately preceding user message\.?)|(?:Sender|Conversation info|Replied message|Thread starter|Forwarded message context|Chat history since last reply) \(untrusted(?: metadata|, for context)\):|\[Subagent Context\] You are)(?=\s)/g;
const tag =
  /<(system-reminder|local-command-std(?:out|err)|command-message|environment_context|user_instructions|task-notification|relevant-memories|env|persisted-output|new-diagnostics|ide_selection|ide_opened_file|EXTREMELY_IMPORTANT|turn_aborted|permissions instructions|environment_details|cross-session-message(?: [^<>\n]{1,80})?)>(?=[^<`"']{0,20}\S)/g;
