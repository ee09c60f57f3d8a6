import { hasUnspaced } from "./normal-form.ts";
import { following, type Run, type Word } from "./runs.ts";

/** Tells whether a form may begin with a word: see `firstWordsOf`. */
export type MayBegin = (word: string) => boolean;

/** What is asked of the words of a text. */
export interface Beginnings {
  readonly mayBegin: MayBegin;
  /** Whether the text is read around such a word: not at a frequent one, where another word of each of its forms tells where. */
  readonly opens: MayBegin;
  /** The same of a word that an initial stands behind. */
  readonly opensBeforeInitial: MayBegin;
}

/**
 * Whether a form may begin at a word: behind an initial another such word is needed.
 * @param initials how many of them a form can have
 */
export function isFirst(word: Word, runs: readonly Run[], mayBegin: MayBegin, initials = 8): boolean {
  if (!mayBegin(word.text)) return false;
  if (word.text.length > 1 || word.isUnspaced || mayBegin("")) return true;
  if (initials === 0) return false;
  const others = following(word, runs);
  return (
    others.some((next) => isFirst(next, runs, mayBegin, initials - 1)) ||
    // Between them may be the initial of a middle name that nobody denied.
    others.some(
      (next) =>
        next.text.length === 1 &&
        following(next, runs).some((last) => isFirst(last, runs, mayBegin, Math.min(1, initials - 1))),
    )
  );
}

/**
 * The words of `Lookup.firstWords` that the kernel has to look for. Single letters are frequent and open nothing without a longer word
 * behind them, which is among the first words as well.
 */
export function* kernelWords(firstWords: Iterable<string>): Generator<string> {
  const words = [...firstWords];
  const hasInitials = words.includes("");
  for (const word of words)
    if (word !== "" && !isHint(word) && (hasInitials || word.length > 1 || hasUnspaced(word))) yield word;
}

/** `-the`, `+page` and `.will` are hints and no words: see `firstWordsOf`. */
export function isHint(word: string): boolean {
  return /^[-+.]/.test(word);
}
