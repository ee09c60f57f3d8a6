import type { RuleId } from "../model/class.ts";
import { placeholderInMessage } from "../model/placeholder.ts";
import type { Range } from "../model/range.ts";
import type { Segment } from "../model/segment.ts";
import type { Found } from "../search/run.ts";

/** A stretch of bytes that must not leave as it is. */
export interface Hidden extends Range {
  readonly rule: RuleId;
  /** What goes with it. */
  readonly block: Found["detector"]["block"];
}

/** Where what was found stands in a part of a document. */
export function hiddenIn(found: readonly Found[], part: Segment["part"]): Hidden[] {
  return found
    .filter((one) => one.part === part)
    .map(({ range, detector: { id, block } }) => ({
      ...range,
      rule: id,
      block,
    }));
}

/** Bytes as text, with each stretch that must not leave replaced by what it was: `[secret:github-token]`. */
export function redactedText(bytes: Buffer, hidden: readonly Hidden[]): string {
  let text = "";
  let last = 0;
  const read = hidden.some(({ block }) => block !== undefined) ? bytes.toString("latin1") : "";
  const whole = hidden.map((one) => withBlock(read, one));
  for (const { start, end, rule } of whole.toSorted((a, b) => a.start - b.start || b.end - a.end)) {
    if (end <= last) continue;
    if (start >= last) text += bytes.toString("utf8", last, start) + `[${placeholderInMessage(rule)}]`;
    last = end;
  }
  return text + bytes.toString("utf8", last);
}

/** With all that it marks the beginning or the end of: what a model thinks, and not only that it thinks. */
function withBlock(text: string, hidden: Hidden): Hidden {
  return hidden.block === undefined ? hidden : { ...hidden, ...hidden.block(text, hidden) };
}
