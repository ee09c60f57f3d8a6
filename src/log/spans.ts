import { logTexts } from "../extractors/log-texts.ts";
import { resolve } from "../findings/resolve.ts";
import type { Gate } from "../gate.ts";
import type { RuleId } from "../model/class.ts";
import type { Range } from "../model/range.ts";
import { type Steps, wait } from "../model/steps.ts";
import type { Found, Searched } from "../search/run.ts";
import { search } from "../search/search.ts";
import { KeptFound } from "./kept-found.ts";
import { classesOfLogs } from "./log-gate.ts";
import { namedValue } from "./named-value.ts";

/** A stretch of a block that must not be read, and what is told of it. */
export interface Span extends Range {
  readonly rule: RuleId;
  /** What was found, without its encodings. */
  readonly text: Buffer;
  /** Whether it stops a check, and is not only told of. */
  readonly stops: boolean;
  /** Whether it is written as a list of the numbers of its bytes. */
  readonly isList: boolean;
  /** Its encoding, such as UTF-16LE; undefined where ASCII is written in one byte a character. */
  readonly wide: string | undefined;
  /** Whether what ends it is the value of something that is named as a secret, which goes on to its quotation mark. */
  readonly isNamed: boolean;
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
  return spansOf(keptOf(foundIn(yield* wait(search(document, gate))), gate), bytes, 0);
}

/** @throws {Error} if not all was searched. */
export function foundIn({ candidates, failures }: Searched): readonly Found[] {
  const [failure] = failures;
  if (failure !== undefined) throw new Error(failure.reason);
  return candidates;
}

/** The same as it is kept. */
export function keptOf(found: readonly Found[], gate: Gate): readonly KeptFound[] {
  return found.map((one) => new KeptFound(one, gate, one.range, one.text));
}

/** The stretches that must not be read, of what was found. @param base where the bytes begin in what the places count in */
export function spansOf(found: readonly KeptFound[], bytes: Buffer, base: number): readonly Span[] {
  const spans: Joined[] = [];
  for (const one of resolve(found)) {
    const { rule, action, isList, wide, text } = one;
    if (action === "pass") continue;
    const [start, end] = [one.start - base, one.end - base];
    const span: Joined = {
      start,
      end,
      rule,
      text: text ?? bytes.subarray(start, end),
      stops: action !== "warn",
      isList,
      wide,
      isNamed: rule === namedValue.id,
      rank: one.isApart ? Infinity : one.rank,
    };
    const last = spans.at(-1);
    if (last === undefined || start >= last.end) spans.push(span);
    else join(last, span);
  }
  for (const span of spans) span.end = wholeEscapes(bytes, span);
  return spans;
}

const backslash = 0x5c;

/** Backslashes at the end belong to the escape that begins there, however deep in strings of JSON it stands. */
function wholeEscapes(bytes: Buffer, { start, end }: Span): number {
  let last = end;
  while (last > start + 1 && bytes[last - 1] === backslash) last--;
  return last;
}

type Joined = { -readonly [K in keyof Span]: Span[K] } & { rank: number };

const noName = Buffer.alloc(0);

/** Of what overlaps the rule with the best rank tells what it is: a token in a header is a token. */
function join(last: Joined, next: Joined): void {
  last.stops ||= next.stops;
  last.isList &&= next.isList;
  last.wide ??= next.wide;
  last.isNamed =
    next.end === last.end ? last.isNamed || next.isNamed : next.end > last.end ? next.isNamed : last.isNamed;
  last.end = Math.max(last.end, next.end);
  if (next.rank < last.rank) {
    last.rule = next.rule;
    last.text = next.text;
    last.rank = next.rank;
  }
}
