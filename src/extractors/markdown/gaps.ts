/** What can be open behind a blank line, or begin with what is. */
const staysOpen = /```|~~~|<(?:!|\?|pre|script|style|textarea)/gi;

/** The blank lines behind which nothing can be open: every block is closed there but code between fences and some HTML. */
export class Gaps {
  readonly #text: string;
  /** What ends a line before a blank one, and that one. */
  readonly #blankLine: string;
  /** Where the next of what can stay open behind a blank line begins. */
  #hindrance = -1;
  /** Where the last blank line ends before a place, and that place: it is asked for once for each block before it. */
  #gap = -1;
  #gapBefore = -1;

  /** @param text one character for a byte */
  constructor(text: string) {
    this.#text = text;
    this.#blankLine = text.charCodeAt(text.indexOf("\n") - 1) === 13 ? "\n\r\n" : "\n\n";
  }

  /** Where the last of them ends between two places; -1 where none is in sight. Nothing that can stay open is open at the first. */
  lastBetween(from: number, to: number): number {
    if (this.#gapBefore !== to) {
      this.#gap = this.#endOfGap(from, to);
      this.#gapBefore = to;
    }
    if (this.#gap <= from) return -1;
    if (this.#hindrance < from) {
      staysOpen.lastIndex = from;
      this.#hindrance = staysOpen.exec(this.#text)?.index ?? Infinity;
    }
    return this.#hindrance < this.#gap ? -1 : this.#gap;
  }

  /** Behind it stands a line that is not indented: an item of a list would go on with one that is. */
  #endOfGap(from: number, to: number): number {
    const ahead = this.#text.slice(from, to);
    const gap = this.#blankLine;
    let at = ahead.length;
    for (let tries = 0; tries < 20; tries++) {
      at = at > 0 ? ahead.lastIndexOf(gap, at - 1) : -1;
      if (at === -1) return -1;
      const next = from + at + gap.length;
      if (next < to && this.#text.charCodeAt(next) > 32) return next - 1;
    }
    return -1;
  }
}
