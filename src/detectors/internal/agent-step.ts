import { rangeOf } from "../../model/range.ts";
import type { Detector } from "../detector.ts";
import { blockOf } from "./block.ts";

/**
 * What agents write between their steps as plain text: thoughts, actions and observations, calls of tools and their results under a heading. Prompts
 * and their documentation are full of it, so only talk is searched.
 * https://arxiv.org/abs/2210.03629 · https://cookbook.openai.com/articles/openai-harmony
 */
export const agentStep: Detector = {
  id: "internal/agent-step",
  summary: "Steps of an agent",
  remedy: "Send the answer alone. Its steps tell which tools the agent has, what it read and what it thought of it.",
  block: blockOf,
  messagesOnly: true,
  trigger: {
    literals: [
      "Action:",
      "Action Input:",
      "Observation:",
      "Thought:",
      "ool call:",
      "ool result:",
      "ool output:",
      "ool use:",
      " to=functions.",
    ],
  },
  reach: { before: 640, after: 640 },

  *detect(window) {
    for (const match of window.matchAll(steps))
      if (!shown.test(match[0])) yield { range: rangeOf(match), confidence: 0.7 };
  },

  examples: [
    '«Thought: I need to look at the calendar\nAction: calendar.list\nAction Input»: {"day":"today"}\nObservation: 3 events',
    '«Observation: {"result": [{"id": 1, "subject": "Invoice"}]}\nThought»: I should now answer.\n«Action: send_mail\nAction Input»: {"to":"x"}',
    '«Tool call: read_file({"»path":"/data/family.md"}) → ok',
    '### «Tool result: read_mail\n{"»messages":[]}',
    'Assistant «to=functions.calendar» {"day":"2026-11-22"}',
    "Thought: you should always think about what to do\nAction: the action to take\nAction Input: the input to it\nObservation: the result",
    "Observation: a cable lies on the floor\nAction: remove it, please",
    "Food for thought: eat\nAction: films on Sunday, Tool call: the plumber, tool result: fine",
  ],
};

const steps = new RegExp(
  [
    String.raw`(?<=^|\n)(?:Thought: ?[^\n]{1,600}\n{1,2})?Action: ?[\w.:-]{2,64}[ \t]?\r?\n{1,2}(?:Action Input|Observation)(?=:)`,
    String.raw`(?<=^|\n)Thought: ?[^\n]{1,600}\n{1,2}Action: ?[\w.:-]{2,64}[[(](?=[^\n]{1,200}[\])])`,
    String.raw`(?<=^|\n)Observation: ?[^\n]{1,1000}\n{1,2}Thought(?=:)`,
    String.raw`(?<=^|\n|[#*]{1,4} ?)[Tt]ool (?:call|result|output|use)(?:\*\*)?: ?[\x60*]{0,3}[a-z][\w.-]{1,63}[\x60*]{0,3}(?:\(\{?"|\s{0,4}[{[]{1,3}")`,
    String.raw`(?<=\b[Aa]ssistant )to=functions\.[\w.]{1,64}`,
  ].join("|"),
  "g",
);

/** As the prompts of frameworks explain it. */
const shown = /you should always think|the action to take|the result of the action|the input to the action/i;
