import { isOfCouple } from "./couple.ts";
import { normalForm } from "./normal-form.ts";
import type { Word } from "./runs.ts";
import type { TermKind } from "./term.ts";

/** Whether the words of a form stand together in the text as a name or a term does. */
export function isPlausible(window: readonly Word[], text: string, kind: TermKind): boolean {
  if (kind === "person" && isBehindBeginning(window[0], text)) return false;
  for (const [index, word] of window.entries()) {
    const next = window[index + 1];
    const gap = next === undefined ? "" : gapOf(word, next, text).replaceAll(quotes, "\n");
    if (paragraphs.test(gap) || isNextItem(word, gap, text)) return false;
    if (next !== undefined && isApart(word, next)) {
      if (kind !== "person" || !(isOfField(gap) || isOfCouple(gap))) return false;
    } else if (kind === "person" && separates(gap, word)) return false;
    const isInner = index > 0 && next !== undefined;
    if (kind === "person" && !isInner && window.length > 1 && !isInitial(window, index, text)) return false;
  }
  return isWhole(window, text);
}

/** Whether other words stand between two of a window. */
export function isApart(word: Word, next: Word): boolean {
  return next.run > word.run + 1;
}

/** The name of a field of the same record. */
function isOfField(gap: string): boolean {
  const end = gap.indexOf("}");
  return field.test(gap) && (end < 0 || !gap.includes("{", end));
}

function gapOf(word: Word, next: Word, text: string): string {
  return text.slice(word.end, next.start);
}

/** What lines of a quote begin with, in a mail and in Markdown, where quotes and lists stand in each other. */
const quotes = /\n(?:[ \t]*>)+/g;

/** A blank line, or the next item of a list. */
const paragraphs = /\n[ \t]*\r?\n|\n[ \t]*[-+\u2022][ \t]|<\/?li[\s>]/i;

/** Whether two words are items of a list that is written with stars, and not two lines of a comment: the first one stands alone. */
function isNextItem(word: Word, gap: string, text: string): boolean {
  return (
    /^\r?\n[ \t]*\*[ \t]/.test(gap) &&
    /(?:^|\n)[ \t>]*\*[ \t]+$/.test(text.slice(Math.max(0, word.start - context), word.start))
  );
}

/** Whether a word is of a field's name. */
export function isField({ text }: Word): boolean {
  return fields.has(text);
}

const fields: ReadonlySet<string> = new Set(
  (
    "first last given family name firstname lastname givenname familyname forename surname vorname nachname familienname gn sn " +
    "prenom nom nombre apellido apellidos nome cognome sobrenome voornaam achternaam imie nazwisko jmeno prijmeni fornavn etternavn " +
    "efternavn fornamn efternamn ad soyad"
  )
    .split(" ")
    .concat(normalForm("имя фамилия ім'я прізвище όνομα επώνυμο")),
);

/** The name of a field with what stands around it: `", "lastName": "`, a line break and `last: `, `&last_name=`. */
const field =
  /^[^\p{L}\p{N}]{0,24}(?:(?:first|last|given|family)[-_ ]?(?:name)?|name|forename|surname|vorname|nachname|familienname|[gs]n|pr[eé]nom|nom|nombre|apellidos?|nome|(?:cog|sobre)nome|(?:voor|achter)naam|imi[eę]|nazwisko|jm[eé]no|p[rř][ií]jmen[ií]|(?:for|etter|efter)nav?(?:n|mn)|(?:soy)?ad|имя|фамилия|ім.я|прізвище|όνομα|επώνυμο)["'\]]{0,2}\s{0,2}[:=]>?[^\p{L}\p{N}]{0,12}$/iu;

/** The end of a sentence, or what joins two people. */
function separates(gap: string, before: Word): boolean {
  if (isJoinedText.test(gap)) return false;
  if (/[;:!?][\s)]|[\u3001\u3002\uFF01\uFF1F\uFF1B]|[^\S\r\n](?:[&+=<>]|&&|\|\||[=!<>]==?|=>|->)\s/.test(gap))
    return true;
  return (before.isUnspaced || before.text.length > 2) && /\.["'\u201D\u00BB)]*\s/.test(gap);
}

/** Two texts that code puts together: `"Jane " + "Public"`. */
const isJoinedText = /^\s*(["'`])\s*[+.&]{1,2}\s*\1\s*$/;

/** A letter of its own is an initial where it has its point, is a capital that is no word, or is tied to the other word. */
function isInitial(window: readonly Word[], index: number, text: string): boolean {
  const word = window[index];
  if (word === undefined || word.isUnspaced || [...word.text].length > 1) return true;
  // `O'Brien, Jane`: the letter is of the name.
  if (index === 0 && window.length > 2 && (window[1]?.text.length ?? 0) > 1) return true;
  const neighbour = window[index === 0 ? 1 : index - 1] ?? word;
  const gap = index === 0 ? gapOf(word, neighbour, text) : gapOf(neighbour, word, text);
  if (!ofName.test(gap.replaceAll(ignorable, "")) || (index > 0 && lastName.test(text.slice(word.end, word.end + 3))))
    return false;
  if (text[word.end] === "." || /^[-_.+]?$/.test(gap)) return true;
  return /^(?![AEIOYАИОУЯ])\p{Lu}/u.test(text.slice(word.start, word.end));
}

/** What stands between a name and an initial; operators and brackets stand between names of variables. */
const ofName = /^(?:\.?[-_.+\u2010\u2011]?|\.?,?\s+)$/u;

/** `James M Snell` is nobody whose last name begins with an M. */
const lastName = /^ \p{Lu}\p{Ll}/u;

/** In scripts without spaces, whether the match ends where the words of the text do. */
function isWhole(window: readonly Word[], text: string): boolean {
  const [first, last] = [window[0], window.at(-1)];
  if (first === undefined || last === undefined || !(first.isUnspaced || last.isUnspaced)) return true;
  const before = text.slice(Math.max(0, first.start - context), first.start).replaceAll(ignorable, "");
  const behind = text.slice(last.end, last.end + context).replaceAll(ignorable, "");
  if (/\p{Script=Hangul}/u.test(text.slice(first.start, last.end))) return !/\p{Script=Hangul}$/u.test(before);
  if (!/\p{L}$/u.test(before) && !/^\p{L}/u.test(behind)) return true;
  const matched = text.slice(first.start, last.end).replaceAll(ignorable, "");
  const [start, end] = [before.length, before.length + matched.length];
  segmenter ??= new Intl.Segmenter("ja", { granularity: "word" });
  for (const { index, segment } of segmenter.segment(before + matched + behind)) {
    const over = index + segment.length;
    if ((index < start && start < over) || (index < end && end < over)) return false;
  }
  return true;
}

const ignorable = /[\p{Default_Ignorable_Code_Point}\p{M}]/gu;

const context = 8;

let segmenter: Intl.Segmenter | undefined;

/** What the words of a window tell of their order. */
export interface Order {
  /** Neither space nor tag stands between them, and there are several. */
  readonly isTied: boolean;
  /** Each of them, but for particles. */
  readonly isCapital: boolean;
  /** Whether the last one is in small letters, and the one before it: `van` is no first name, and what stands behind it none either. */
  readonly endsSmall: boolean;
  readonly isBehindSmall: boolean;
  readonly hasComma: boolean;
}

/** Of one word. */
export function orderOf(word: Word, text: string): Order {
  return orders[!isSmall(word, text) ? "capital" : particles.has(word.text) ? "particle" : "small"];
}

const alone = { isTied: true, isBehindSmall: false, hasComma: false } as const;

const orders = {
  small: { ...alone, isCapital: false, endsSmall: true },
  particle: { ...alone, isCapital: true, endsSmall: true },
  capital: { ...alone, isCapital: true, endsSmall: false },
} as const satisfies Record<string, Order>;

/** Of the words so far with one more. */
export function orderWith(order: Order, last: Word, next: Word, text: string): Order {
  const endsSmall = isSmall(next, text);
  return {
    isTied: order.isTied && !isLoose(last, next, text),
    isCapital: order.isCapital && (!endsSmall || particles.has(next.text)),
    endsSmall,
    isBehindSmall: order.endsSmall,
    hasComma: order.hasComma || hasComma(last, next, text),
  };
}

/** Whether a first name may stand behind the last one: with a comma, in capitals, or tied together. */
export function isReversible({ isTied, isCapital, endsSmall, isBehindSmall, hasComma: isListed }: Order): boolean {
  return isTied || (isCapital && !endsSmall && !isBehindSmall) || isListed;
}

/** Whether a word begins with a small letter. */
export function isSmall({ start }: Word, text: string): boolean {
  const code = text.charCodeAt(start);
  return code < 0x80 ? code >= 0x61 && code <= 0x7a : /^\p{Ll}/u.test(text.slice(start, start + 2));
}

/** Whether a space or a tag stands between two words. */
function isLoose(word: Word, next: Word, text: string): boolean {
  for (let at = word.end; at < next.start; at++) {
    const code = text.charCodeAt(at);
    if (code <= 0x20 || code === 0x3c || code === 0x3e || (code >= 0x80 && /\s/.test(text.charAt(at)))) return true;
  }
  return false;
}

function hasComma(word: Word, next: Word, text: string): boolean {
  for (let at = word.end; at < next.start; at++) if (text.charCodeAt(at) === 0x2c) return true;
  return false;
}

/** Whether a word may be a name, or a particle of one, between a first and a last name. */
export function canBeMiddleName(before: Word, word: Word, after: Word, text: string): boolean {
  if (word.isUnspaced || beginsLonger(before, word, after) || isField(word)) return false;
  if (isApart(before, word) || isApart(word, after)) return false;
  const isTied = !isLoose(before, word, text) && !isLoose(word, after, text);
  const isCapital = !isSmall(word, text);
  if (!isTied && !isCapital) return particles.has(word.text);
  return !/\p{N}/u.test(word.text) && (word.text.length === 1 || !joining.has(word.text));
}

/** Whether it is the beginning of another last name: Anne MacGregor is no Anne Gregor. */
function beginsLonger(before: Word, word: Word, after: Word): boolean {
  return before.run !== word.run && word.run === after.run && beginnings.has(word.text);
}

/** The same of the name that stands first: `MacGregor, Anne`. */
function isBehindBeginning(first: Word | undefined, text: string): boolean {
  if (first === undefined || first.part === 0) return false;
  const [before = ""] = /\p{L}{1,6}$/u.exec(text.slice(Math.max(0, first.start - 6), first.start)) ?? [];
  return /^\p{Lu}/u.test(before) && beginnings.has(before.toLowerCase());
}

/** What last names are written together with, before a capital of their own. */
const beginnings: ReadonlySet<string> = new Set(
  "mac mc fitz de del della des di du la le van von der ver ter o ap al el".split(" "),
);

/**
 * Whether an unknown word stands between two names as a middle name does: between commas it is another item of a list, and behind an
 * initial only an initial is one.
 */
export function isMiddleName(window: readonly Word[], middle: number, text: string): boolean {
  const [before, word, after] = [window[middle - 1], window[middle], window[middle + 1]];
  if (before === undefined || word === undefined || after === undefined) return false;
  if (before.text.length === 1 && middle === 1 && word.text.length > 1) return false;
  return !listed.test(gapOf(before, word, text)) && !listed.test(gapOf(word, after, text));
}

const listed = /,\s/;

/** What joins two people, in small letters of the normal form. */
const joining: ReadonlySet<string> = new Set("and or und oder et ou vs with mit или to from for in of".split(" "));

const particles: ReadonlySet<string> = new Set(
  "von van vom zu zum zur de del della di da das do dos du la le les el al bin ibn ben ter ten der den af av st san".split(
    " ",
  ),
);

/** Whether a word stands beside an `@`: a handle, or what stands before it in an address, but not the version of a package. */
export function isBesideAt([word]: readonly Word[], text: string): boolean {
  if (word === undefined) return false;
  return text[word.start - 1] === "@" || /^@(?!v?\d+\.\d)/.test(text.slice(word.end, word.end + 8));
}
