import { byteList, logTexts } from "../extractors/log-texts.ts";
import { resolve } from "../findings/resolve.ts";
import type { Gate } from "../gate.ts";
import type { RuleId } from "../model/class.ts";
import type { Action } from "../model/finding.ts";
import type { Range } from "../model/range.ts";
import { type Steps, wait } from "../model/steps.ts";
import { type Found, search } from "../search.ts";
import { classesOfLogs } from "./log-gate.ts";

/** A stretch of a block that must not be read, and what is told of it. */
export interface Span extends Range {
  readonly rule: RuleId;
  /** What was found, without its encodings. */
  readonly text: Buffer;
  /** Whether it stops a check, and is not only told of. */
  readonly stops: boolean;
  /** Whether it is written as a list of the numbers of its bytes. */
  readonly isList: boolean;
}

/**
 * Every stretch in which something was found that everybody must not read, whatever the score, in order; what overlaps is one.
 * @throws {Error} if the bytes cannot be searched to their end.
 */
export function* spansIn(bytes: Buffer, gate: Gate): Steps<readonly Span[]> {
  const document = {
    kind: "document",
    name: noName,
    nameLeaves: false,
    isText: true,
    hidden: logTexts,
    bytes,
    classes: classesOfLogs,
  } as const;
  const { candidates, failures } = yield* wait(search(document, gate));
  const [failure] = failures;
  if (failure !== undefined) throw new Error(failure.reason);
  if (candidates.length === 0) return [];
  const judged = resolve(candidates).map((found): Judged => {
    const action = gate.policy(found.detector.id, found.match.confidence ?? 1);
    return { found, action };
  });
  return joined(judged.filter(({ action }) => action !== "pass")).map((span) => wholeEscapes(bytes, span));
}

const backslash = 0x5c;

/** Backslashes at the end belong to the escape that begins there, however deep in strings of JSON it stands. */
function wholeEscapes(bytes: Buffer, span: Span): Span {
  let { end } = span;
  while (end > span.start + 1 && bytes[end - 1] === backslash) end--;
  return end === span.end ? span : { ...span, end };
}

interface Judged {
  readonly found: Found;
  readonly action: Action;
}

type Writable<T> = { -readonly [K in keyof T]: T[K] };

const noName = Buffer.alloc(0);

/** Of what overlaps the rule with the best rank tells what it is: a token in a header is a token. */
function joined(all: readonly Judged[]): Span[] {
  const spans: (Writable<Span> & { rank: number })[] = [];
  for (const { found, action } of all) {
    const { range, detector, text, surface, rank: own } = found;
    const stops = action !== "warn";
    const rank = detector.isApart === true ? Infinity : own;
    const isList = surface.includes(byteList);
    const last = spans.at(-1);
    if (last === undefined || range.start >= last.end)
      spans.push({ ...range, rule: detector.id, text, stops, isList, rank });
    else {
      last.stops ||= stops;
      last.isList &&= isList;
      last.end = Math.max(last.end, range.end);
      if (rank < last.rank) Object.assign(last, { rule: detector.id, text, rank });
    }
  }
  return spans;
}
