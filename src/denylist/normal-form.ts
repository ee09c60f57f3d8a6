import { composed, type Run, runsOf, type Word } from "./runs.ts";

/** The words of a text, runs as a whole. */
export function normalForm(text: string): string[] {
  return wholesOf(allRuns(text));
}

/** The same twice: runs as a whole, and each part of one by itself. */
export function normalForms(text: string): { readonly words: string[]; readonly parts: string[] } {
  const runs = allRuns(text);
  const parts = runs.flatMap((run) => textsOf(run.parts));
  const hasWhole = runs.some(({ whole }) => whole !== undefined);
  return { words: hasWhole ? wholesOf(runs) : parts, parts };
}

/** Whether some of a text is of a script that has no spaces between words. */
export function hasUnspaced(text: string): boolean {
  return isForeign.test(text) && allRuns(text).some(({ parts }) => parts.some(({ isUnspaced }) => isUnspaced));
}

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
