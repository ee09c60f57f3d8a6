/** A run of `*`, `_`, `~`, `=` or `^` that can be a mark. */
export interface Run {
  readonly mark: string;
  at: number;
  /** How many of it are left. */
  length: number;
  readonly isOpening: boolean;
  readonly isClosing: boolean;
}

/** Whether a run can begin or end emphasis: CommonMark 0.31, 6.2. @param text one character for a byte, of which those above ASCII are letters */
export function runAt(text: string, at: number): Run {
  const mark = text.charAt(at);
  let end = at + 1;
  while (text.charAt(end) === mark) end++;
  const before = kindOf(text.charCodeAt(at - 1));
  const behind = kindOf(text.charCodeAt(end));
  const isLeft = behind !== "space" && (behind === "letter" || before !== "letter");
  const isRight = before !== "space" && (before === "letter" || behind !== "letter");
  const isUnderscore = mark === "_";
  return {
    mark,
    at,
    length: end - at,
    isOpening: isLeft && (!isUnderscore || !isRight || before === "mark"),
    isClosing: isRight && (!isUnderscore || !isLeft || behind === "mark"),
  };
}

function kindOf(code: number): "space" | "letter" | "mark" {
  if (!(code > 32)) return "space";
  if (code >= 128 || (code >= 48 && code <= 57)) return "letter";
  const low = code | 32;
  return low >= 97 && low <= 122 ? "letter" : "mark";
}

/**
 * Which characters of some runs are marks: `drop` gets them. What is left of a run is text.
 * @param runs in the order of the text, of which none is asked again
 */
export function dropMarks(runs: Run[], drop: (start: number, end: number) => void): void {
  const open: Run[] = [];
  // Below these no opening run of their kind is left: without them a text of closing runs would take the square of its length.
  const floors = new Map<string, number>();
  for (const run of runs) {
    while (run.isClosing && run.length > 0) {
      const kind = kindOfRun(run);
      const floor = floors.get(kind) ?? 0;
      let index = open.length - 1;
      while (index >= floor && !isPair(open[index], run)) index--;
      const opener = open[index];
      if (index < floor || opener === undefined) {
        floors.set(kind, open.length);
        break;
      }
      const used = usedOf(opener, run);
      opener.length -= used;
      drop(opener.at + opener.length, opener.at + opener.length + used);
      drop(run.at, run.at + used);
      run.at += used;
      run.length -= used;
      open.length = opener.length > 0 ? index + 1 : index;
      for (const [other, most] of floors) if (most > open.length) floors.set(other, open.length);
    }
    if (run.isOpening && run.length > 0) open.push(run);
  }
}

function isEmphasis({ mark }: Run): boolean {
  return mark === "*" || mark === "_";
}

function kindOfRun(run: Run): string {
  return isEmphasis(run) ? `${run.mark}${run.isOpening}${run.length % 3}` : `${run.mark}${run.length}`;
}

function isPair(opener: Run | undefined, closer: Run): boolean {
  if (opener?.mark !== closer.mark) return false;
  if (!isEmphasis(closer)) return opener.length === closer.length;
  const isBoth = opener.isClosing || closer.isOpening;
  return !isBoth || (opener.length + closer.length) % 3 !== 0 || (opener.length % 3 === 0 && closer.length % 3 === 0);
}

function usedOf(opener: Run, closer: Run): number {
  if (!isEmphasis(closer)) return closer.length;
  return opener.length >= 2 && closer.length >= 2 ? 2 : 1;
}
