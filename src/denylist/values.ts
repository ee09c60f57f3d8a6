/** The shortest value that is looked for: shorter ones stand in every text. In characters. */
export const shortestValue = 8;

/** Where a value can stand in a text: it is asked of a lock as a whole, because a lock cannot be searched for. */
export interface ValuePlace {
  readonly start: number;
  readonly end: number;
}

/**
 * The runs of a text that a lock is asked for: what stands between spaces, quotation marks, brackets, commas and semicolons, whole, behind
 * each of its first `=` and `:`, and without the punctuation at its end. A value that has one of those in it, or that stands in the middle
 * of other letters, is not found by a lock; a plain or sealed list finds it.
 * @param text as Latin-1, in which no byte of UTF-8 may look like a space
 */
export function* valuePlaces(text: string): Generator<ValuePlace> {
  for (const match of text.matchAll(/[^\0-\x20\x7f"'`<>(){}[\],;]{8,}/g)) {
    const run = match[0];
    const starts = [0, ...[...run.matchAll(/[=:]/g)].slice(0, mostParts).map(({ index }) => index + 1)];
    let bare = run.length;
    while (bare > 0 && ".!?:\\".includes(run.charAt(bare - 1))) bare--;
    const ends = new Set([run.length, bare]);
    for (const start of starts)
      for (const end of ends)
        if (end - start >= shortestValue) yield { start: match.index + start, end: match.index + end };
  }
}

const mostParts = 3;

/** Whether a lock can find this value where it stands alone or behind a name. */
export function isInPlaces(value: string): boolean {
  const bytes = Buffer.from(value).toString("latin1");
  return [bytes, `NAME=${bytes}`, `"${bytes}"`].every((text) =>
    [...valuePlaces(text)].some(({ start, end }) => text.slice(start, end) === bytes),
  );
}
