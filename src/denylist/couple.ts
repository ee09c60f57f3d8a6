import { normalForm } from "./normal-form.ts";
import type { Run, Word } from "./runs.ts";

/** What joins the first names of two people who have one last name, in the normal form. */
const joins: ReadonlySet<string> = new Set(
  "and und et y e i és og och en ja ve și a si и й і та και".split(" ").flatMap((word) => normalForm(word)),
);

const longestJoin = 3;

/** `Jane und Robert Public`, `Jane & Mary-Kate Public`: what stands between the names of who is meant. */
export function isOfCouple(gap: string): boolean {
  const [, join = ""] = couple.exec(gap) ?? [];
  return join === "&" || join === "+" || joins.has(normalForm(join).join(""));
}

const couple =
  /^[ \u00A0]{1,2}(&|\+|\p{L}{1,3})[ \u00A0]{1,2}\p{Lu}[\p{L}\p{M}'\u2019]{1,30}(?:-\p{L}{1,30})?\s{1,2}$/u;

/** The other first name of a couple, behind which the last name of both stands. */
export function behindCouple(word: Word, runs: readonly Run[], text: string): Word | undefined {
  let at = word.run;
  const next = runs[at + 1]?.parts[0];
  if (next === undefined || runs[at]?.parts.length !== word.part + 1) return undefined;
  if (next.text.length <= longestJoin && joins.has(next.text)) at++;
  else if (!isJoined(word, next, text)) return undefined;
  const [name, second] = [runs[at + 1]?.parts.at(-1), runs[at + 2]?.parts.at(-1)];
  return name !== undefined && second !== undefined && text.slice(name.end, second.start) === "-" ? second : name;
}

/** A space, a sign and a space. */
function isJoined({ end }: Word, { start }: Word, text: string): boolean {
  if (start - end < 3 || start - end > 5) return false;
  return /^\s+[&+]\s+$/.test(text.slice(end, start));
}

/** Whether a window leaves such a name out. */
export function isCouple(window: readonly Word[], text: string): boolean {
  return window.some((_, index) => otherAt(window, index, text).length > 0);
}

/** The words of a window with that name among them: where these are a term's, nobody was left out. */
export function withOther(window: readonly Word[], text: string): string {
  return window.flatMap((word, index) => [word.text, ...otherAt(window, index, text)]).join(" ");
}

/** The words of the name that is left out behind one of a window. */
function otherAt(window: readonly Word[], index: number, text: string): readonly string[] {
  const [word, next] = [window[index], window[index + 1]];
  if (word === undefined || next === undefined || next.run <= word.run + 1) return [];
  const gap = text.slice(word.end, next.start);
  return isOfCouple(gap) ? normalForm(gap).filter((one) => !joins.has(one)) : [];
}
