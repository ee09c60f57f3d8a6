import { composed, type Run, runsOf, type Word } from "./runs.ts";

/** The words of a text, runs as a whole. */
export function normalForm(text: string): string[] {
  return isPlainWord.test(text) ? [text.toLowerCase()] : wholesOf(allRuns(text));
}

/** The same twice: runs as a whole, and each part of one by itself. */
export function normalForms(text: string): { readonly words: readonly string[]; readonly parts: readonly string[] } {
  if (isPlainWord.test(text)) {
    const only = [text.toLowerCase()];
    return { words: only, parts: only };
  }
  const runs = allRuns(text);
  const parts = runs.flatMap((run) => textsOf(run.parts));
  const hasWhole = runs.some(({ whole }) => whole !== undefined);
  return { words: hasWhole ? wholesOf(runs) : parts, parts };
}

/** Most names are one: long lists have a hundred thousand of them. */
const isPlainWord = /^[A-Z]?[a-z]+$/;

/** Whether some of a text is of a script that has no spaces between words. */
export function hasUnspaced(text: string): boolean {
  return mayBeUnspaced.test(text) && allRuns(text).some(({ parts }) => parts.some(({ isUnspaced }) => isUnspaced));
}

/** Such scripts begin with Thai; Latin and Greek letters with marks, and punctuation, stand in between. */
const mayBeUnspaced = /[\u0e00-\u1dff\u2070-\uffff]/;

export const isForeign: RegExp = /[^\0-\x7f]/;

function allRuns(text: string): readonly Run[] {
  return runsOf(composed({ text, map: undefined, base: 0 }).text);
}

function wholesOf(runs: readonly Run[]): string[] {
  return runs.flatMap(({ whole, parts }) => (whole === undefined ? textsOf(parts) : whole.text));
}

function textsOf(words: readonly Word[]): string | readonly string[] {
  const [only] = words;
  return only !== undefined && words.length === 1 ? only.text : words.map(({ text }) => text);
}
