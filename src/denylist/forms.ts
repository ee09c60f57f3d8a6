import { isArabic, prefixed } from "./arabic.ts";
import { isFrequentWord } from "./common-words.ts";
import { customerForms } from "./customer.ts";
import { compoundsOf, endingsOf } from "./endings.ts";
import { hasUnspaced, isForeign, normalForm, normalForms } from "./normal-form.ts";
import { personForms } from "./person.ts";
import { spellings } from "./spellings.ts";
import type { Term } from "./term.ts";
import { type WrittenKind, writtenForm } from "./written.ts";

/**
 * All forms of a term, as words in their normal form with single spaces between them: what a matcher asks a `Lookup` for. Some begin
 * with a mark that no normal form has, and are asked for where the text allows it:
 *
 * - `jane * public`: with one unknown name in the star's place.
 * - `, public jane`: the last name first.
 * - `@janep`: beside an `@`.
 * - `=X-42`: as it is written, of an `exact` term, a `host` or an `asset`: see `writtenForm`. They have a form in words as well, which
 *   tells where to look. Where another term has the same words, that term's kind has to be the answer for them.
 * - `^jane`: no text that is denied, but a word that others of the forms begin with, so that a lock tells where to ask for more. It costs
 *   something: who has a lock's key can try first and last names one by one, some thousand of each, before he tries their pairs; without
 *   these he had to try pairs alone, which takes minutes in place of no time. Without the key they tell nothing.
 * - `^-the`, `^+page`, `^.will`: at which of these words a text is read: see `firstWordsOf`.
 *
 * A term without letters and digits, or of more than eight words, has none, and neither has a `secret`.
 */
export function formsOf(term: Term): readonly string[] {
  const { forms, beginnings } = formsAndBeginnings(term);
  return [...forms, ...beginnings.map((word) => `^${word}`)];
}

/** The same, for lists of a hundred thousand terms: the forms, and apart from them what stands behind a `^`. */
export function formsAndBeginnings(term: Term): { readonly forms: string[]; readonly beginnings: string[] } {
  const forms: string[] = [];
  const beginnings: string[] = [];
  if (term.text.length > 2 * longest && !isShortEnough(normalForm(term.text).join(" "))) return { forms, beginnings };
  for (const form of allForms(term)) {
    if (forms.includes(form) || !isShortEnough(form)) continue;
    const before = beginnings.length;
    for (const word of beginningsOf(form)) if (!beginnings.includes(word)) beginnings.push(word);
    if (forms.length + beginnings.length >= mostForms) beginnings.length = before;
    else forms.push(form);
  }
  return { forms, beginnings };
}

/** Of a telephone or an account; shorter ones are figures that stand beside each other by chance. */
const isNumber = /^\d{7,18}$/;

/** What may stand in its first group, and behind a single figure in the second. */
function groupsOf(number: string): readonly string[] {
  const first = [1, 2, 3, 4, 5, 6].map((length) => number.slice(0, length));
  return [...first, ...[3, 4, 6, number.length].map((length) => number.slice(1, 1 + length))];
}

/** A few dozen: each is a tag in a lock, whose terms have 64 each. */
const mostForms = 64;

/** A form of one word needs none, as it is asked for as it is; but for a number, whose figures may stand in whatever groups. */
function beginningsOf(form: string): readonly string[] {
  if (isNumber.test(form)) return groupsOf(form);
  return form.includes(" ") || form.startsWith("@") ? firstWordsOf(form) : [];
}

/** Words of a form; in a script without spaces each character is one. */
const longest = 8;
const longestUnspaced = 16;

function isShortEnough(form: string): boolean {
  if (form === "" || form.startsWith("=")) return form !== "";
  const words = wordsIn(form);
  return words <= longest || (words <= longestUnspaced && hasUnspaced(form));
}

/** How many words a form has, for `Lookup.longest`. */
export function wordsIn(form: string): number {
  let count = 1;
  for (let at = form.startsWith(", ") ? 2 : 0; at < form.length; at++) if (form.charCodeAt(at) === 0x20) count++;
  return count;
}

function allForms(term: Term): readonly string[] {
  switch (term.kind) {
    case "secret":
      return [];
    case "exact":
    case "host":
    case "asset":
      return writtenForms(term.text, term.kind);
    case "person":
      return personForms(term);
    case "customer":
      return wordForms(spellings(term.text).flatMap(withAnd).flatMap(withoutPoints).flatMap(customerForms), term);
    case "codename":
    case "word":
      return wordForms(spellings(term.text).flatMap(withoutPoints), term);
  }
}

function writtenForms(text: string, kind: WrittenKind): readonly string[] {
  const words = normalForm(text).join(" ");
  return words === "" || words.split(" ").length > longest ? [] : [words, writtenForm(text, kind)];
}

/** A company's name with what its `&` is read as, and with the sign for the word. */
function withAnd(text: string): readonly string[] {
  if (/\s[&+]\s/.test(text))
    return [text, ...["and", "und"].map((word) => text.replaceAll(/(?<=\s)[&+](?=\s)/g, word))];
  return [text, text.replaceAll(/(?<=\s)(?:and|und|et)(?=\s)/gi, "&")];
}

/** An abbreviation beside another word, as it is mostly written: `B.Q.Z. Holdings` and `BQZ Holdings`. */
function withoutPoints(text: string): readonly string[] {
  const joined = text.replaceAll(/(?<![\p{L}\p{N}.])(?:\p{L}\.){2,8}(?=\s)/gu, (letters) =>
    letters.replaceAll(".", ""),
  );
  return joined === text ? [text] : [text, joined];
}

/** First all that the texts are, then endings, then compounds: there is an end to the forms of a term. */
function wordForms(texts: readonly string[], term: Term): readonly string[] {
  const forms: string[] = [];
  const all = texts.map((text) => normalForms(text));
  for (const { words, parts } of all) {
    const joined = words.join("");
    forms.push(words.join(" "), parts.join(" "));
    if (words.length > 1 && joined.length >= leastJoined) forms.push(joined);
  }
  for (const { words } of all) {
    const before = words.slice(0, -1).map((word) => `${word} `);
    for (const ending of endingsOf(words.at(-1) ?? "", term)) forms.push(before.join("") + ending);
  }
  for (const { words } of all) forms.push(...compoundsOf(words.join(""), term));
  if (isArabic(term.text)) for (const { words } of all) forms.push(...prefixed(words.join(" ")));
  return forms;
}

/** Shorter words that are written as one are often another word. */
const leastJoined = 6;

/**
 * The words with which a form begins in a text, for `Lookup.firstWords` and the kernel's `wordTable`. In scripts without spaces these are
 * two characters, or one before a space. Of a form that begins with an initial the next words count as well, up to a longer one, so that
 * an initial alone opens nothing; "" tells that there is none.
 *
 * A frequent word (`The Home Depot`) is followed by the one of the form where a text is read in its place, the first that is not frequent or
 * the longest, and by hints that tell it: `-the` where there is another one, `+page` where that one is frequent as well, and `.will` where it is
 * so only before an initial.
 */
export function firstWordsOf(form: string): readonly string[] {
  if (form.startsWith("=")) return [];
  const start = form.startsWith(", ") ? 2 : form.startsWith("@") ? 1 : 0;
  const words = beginningOf(form, start);
  const last = words.at(-1) ?? "";
  if (words[0] === "" || !isFrequentWord(last)) return words;
  const all = form.slice(start).split(" ");
  const opening = openingOf(all) ?? last;
  if (opening !== last) return [...words, opening, `-${last}`, ...(isFrequentWord(opening) ? [`+${opening}`] : [])];
  return [...words, isInitial(all[words.length]) ? `.${last}` : `+${last}`];
}

function isInitial(word = ""): boolean {
  return /^[a-z]$/.test(word);
}

/** The word of a form at which a text is read for it. */
function openingOf(words: readonly string[]): string | undefined {
  const all = words.filter((word) => word.length > 1 && !hasUnspaced(word));
  return all.find((word) => !isFrequentWord(word)) ?? all.toSorted((a, b) => b.length - a.length)[0];
}

function beginningOf(form: string, start: number): readonly string[] {
  const end = form.indexOf(" ", start);
  const first = form.slice(start, end < 0 ? form.length : end);
  if (first.length > 2 || (first.length > 1 && !isForeign.test(first))) return [first];
  if (hasUnspaced(first)) {
    const second = form.slice(end + 1).split(" ", 1)[0] ?? "";
    return end >= 0 && hasUnspaced(second) ? [first, first + second] : [first];
  }
  const words: string[] = [];
  for (let at = start; at < form.length;) {
    const space = form.indexOf(" ", at);
    const next = space < 0 ? form.length : space;
    if (form.charAt(at) !== "*") words.push(form.slice(at, next));
    if (next - at > 1) return words;
    at = next + 1;
  }
  return ["", ...words];
}
