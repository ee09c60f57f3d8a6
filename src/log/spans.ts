import { byteList, logTexts } from "../extractors/log-texts.ts";
import { resolve } from "../findings/resolve.ts";
import type { Gate } from "../gate.ts";
import type { RuleId } from "../model/class.ts";
import type { Range } from "../model/range.ts";
import { type Steps, wait } from "../model/steps.ts";
import { type Found, search } from "../search.ts";
import { classesOfLogs } from "./log-gate.ts";

/** A stretch of a block that must not be read, and what is told of it. */
export interface Span extends Range {
  readonly rule: RuleId;
  /** What was found, without its encodings. */
  readonly text: Buffer;
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
  const kept = resolve(candidates).filter(
    ({ detector, match }) => gate.policy(detector.id, match.confidence ?? 1) !== "pass",
  );
  return joined(kept);
}

const noName = Buffer.alloc(0);

/** Of what overlaps the rule with the best rank tells what it is: a token in a header is a token. */
function joined(found: readonly Found[]): Span[] {
  const spans: { start: number; end: number; rule: RuleId; text: Buffer; isList: boolean; rank: number }[] = [];
  for (const { range, detector, text, surface, rank: own } of found) {
    const rank = detector.isApart === true ? Infinity : own;
    const isList = surface.includes(byteList);
    const last = spans.at(-1);
    if (last === undefined || range.start >= last.end) spans.push({ ...range, rule: detector.id, text, isList, rank });
    else {
      last.isList &&= isList;
      last.end = Math.max(last.end, range.end);
      if (rank < last.rank) Object.assign(last, { rule: detector.id, text, rank });
    }
  }
  return spans;
}
