import type { Range } from "../../model/range.ts";

/**
 * All that belongs to a mark with which the machine's part of a text begins: as far as the mark that ends it, and where there is none, as far as the
 * text. A mark that only ends one takes what stands before it.
 * @param text Latin-1, as windows have it
 */
export function blockOf(text: string, mark: Range): Range {
  const written = text.slice(mark.start, mark.end);
  const closed = /^<\/(\w+)>/.exec(written)?.[1];
  if (closed !== undefined) return { start: Math.max(0, text.lastIndexOf(`<${closed}>`, mark.start)), end: mark.end };
  const end = endBehind(text, written, mark.end);
  return end === undefined ? mark : { start: mark.start, end: end === -1 ? text.length : end };
}

/** The line in which the mark stands: of a session each is a record. */
export function lineOf(text: string, { start, end }: Range): Range {
  const next = text.indexOf("\n", end);
  return { start: text.lastIndexOf("\n", start) + 1, end: next === -1 ? text.length : next };
}

/** Where ends what begins so: -1 where that is missing, undefined where the mark is all of it. */
function endBehind(text: string, written: string, from: number): number | undefined {
  for (const { begins, ends } of blocks) {
    const match = begins.exec(written);
    if (match === null) continue;
    if (typeof ends === "function") return closedBy(text, ends(match[1] ?? ""), from);
    ends.lastIndex = from;
    const found = ends.exec(text);
    return found === null ? -1 : found.index + found[0].length;
  }
  return undefined;
}

function closedBy(text: string, mark: string, from: number): number {
  const at = text.indexOf(mark, from);
  if (at === -1) return -1;
  rest.lastIndex = at + mark.length;
  return at + mark.length + (rest.exec(text)?.[0].length ?? 0);
}

/** What a closing mark has behind its name: `>`, ` id="7">>>`. */
const rest = /[^<>\n]{0,80}>{1,3}/y;

interface Block {
  readonly begins: RegExp;
  /** How the mark begins that closes it, by its name, or what is its end. */
  readonly ends: RegExp | ((name: string) => string);
}

const blocks: readonly Block[] = [
  { begins: /^<start_of_turn>/, ends: () => "<end_of_turn>" },
  { begins: /^<<<(?:BEGIN_)?([A-Z_]+)/, ends: (name) => `<<<END_${name}` },
  { begins: /^<<SYS>>/, ends: () => "<</SYS" },
  { begins: /^<\|tool_calls_section_begin/, ends: () => "<|tool_calls_section_end|" },
  { begins: /^<\|turn>/, ends: () => "<turn|" },
  { begins: /^<\|/, ends: /<\|(?:im_end|eot_id|eom_id|end|call|return|user|assistant)\|>|<\/s>/g },
  { begins: /^<([\w-]+)/, ends: (name) => `</${name}` },
  { begins: /^\xe2\x97\x81(\w+)/, ends: (name) => `\xe2\x97\x81/${name}\xe2\x96\xb7` },
  { begins: /^\[TOOL_CALLS\]/, ends: /(?=\n)/g },
  { begins: /^\[([A-Z_]+)\]/, ends: (name) => `[/${name}]` },
  // A text in JSON.
  { begins: /^"/, ends: /(?<!\\)(?=")/g },
  // An agent's steps, as far as its answer.
  {
    begins: /^(?:Thought|Action|Observation):/,
    ends: /(?=\r?\nFinal Answer:|\r?\n\r?\n(?!(?:Thought|Action|Action Input|Observation):))/g,
  },
  // A heading of the host's, with JSON in a fence or a paragraph below it.
  { begins: /^(?:\[Sub|[A-Z][a-z])/, ends: /(?<=:\r?\n)`{3}[^`]{0,20000}\n`{3}(?!\w)|(?=\r?\n\r?\n)/g },
];
