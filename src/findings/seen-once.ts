import type { RuleId } from "../model/class.ts";
import { overlap, type Range } from "../model/range.ts";

interface Seen {
  readonly detector: { readonly id: RuleId };
  readonly text: Buffer;
  readonly part: "name" | "contents";
  readonly range: Range;
  readonly stream?: { readonly of: object };
}

/**
 * Without what was found once more at the same bytes, as another reader sees them: a text of a format, and the same text in one of the
 * encodings that every document is searched for. Of two that a stream tells from each other both are kept.
 * @param found in the order in which it was found: the first is kept
 */
export function seenOnce<T extends Seen>(found: readonly T[]): T[] {
  if (found.length < 2) return [...found];
  const kept = new Map<string, T[]>();
  return found.filter((one) => {
    const key = `${one.detector.id} ${one.part} ${one.text.toString("latin1")}`;
    const others = kept.get(key);
    if (others === undefined) {
      kept.set(key, [one]);
      return true;
    }
    if (others.some((other) => other.stream?.of !== one.stream?.of && overlap(other.range, one.range))) return false;
    if (others.length < mostCompared) others.push(one);
    return true;
  });
}

const mostCompared = 100;
