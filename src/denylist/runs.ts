import { foldCharacter, jamo, type Kind, kindOf, lookAmongLatin } from "./fold.ts";
import { type Reading, rewritten } from "./reading.ts";

/** A word in its normal form, and which units of the text it comes from. */
export interface Word {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  /** Whether it is one character of a script that has no spaces between words. */
  readonly isUnspaced: boolean;
  /** The run it is of, and its place among the parts; the whole run has the place of the last. */
  readonly run: number;
  readonly part: number;
}

/**
 * Letters and digits in a row. Its parts end where small letters meet a capital (`jane|Public`), before the last of several capitals
 * (`HTML|Parser`), between letters and digits, and around each character of a script without spaces, as the kernel has it.
 */
export interface Run {
  readonly parts: readonly Word[];
  /** All of it as one word (`McDonald`, `jAnE`); missing where that is its only part, or no word. */
  readonly whole?: Word;
}

/** Where Korean syllables stand as their parts, they are put together, so that each character can be folded by itself. */
export function composed(reading: Reading): Reading {
  if (!jamo.test(reading.text)) return reading;
  return (
    rewritten(reading, syllables, ({ 0: parts }) => [{ text: parts.normalize("NFC"), length: parts.length }]) ?? reading
  );
}

const syllables = new RegExp(`${jamo.source}+`, "g");

/** The words of a text. */
export function runsOf(text: string): Run[] {
  const runs: Run[] = [];
  let start = -1;
  let isAscii = true;
  for (let at = 0; at <= text.length; at++) {
    const code = at < text.length ? text.charCodeAt(at) : 0x20;
    if (code < 0x80 ? classes[code] !== 0 : isOfRun(text, at)) {
      if (start < 0) {
        start = at;
        isAscii = true;
      }
      if (code >= 0x80) {
        isAscii = false;
        if (code >= 0xd800 && code < 0xdc00) at++;
      }
      continue;
    }
    if (start >= 0) {
      const run = isAscii ? asciiRun(text, start, at, runs.length) : mixedRun(text, start, at, runs.length);
      if (run !== undefined) runs.push(run);
    }
    start = -1;
  }
  return runs;
}

/** All that a run can be read as. */
export function wordsOf({ whole, parts }: Run): readonly Word[] {
  return whole === undefined ? parts : [whole, ...parts];
}

/** What a window of words goes on with: the next part of a run, or the next run, as a whole and its first part. */
export function following(last: Word, runs: readonly Run[]): readonly Word[] {
  const part = runs[last.run]?.parts[last.part + 1];
  if (part !== undefined) return [part];
  const run = runs[last.run + 1];
  if (run === undefined) return [];
  return run.whole === undefined ? run.parts.slice(0, 1) : [run.whole, ...run.parts.slice(0, 1)];
}

const small = 1;
const capital = 2;
const digit = 3;

/** Of ASCII: what kind of character it is, 0 for what stands between words. */
const classes = Uint8Array.from({ length: 128 }, (_, code) => {
  const character = String.fromCharCode(code);
  return /[a-z]/.test(character) ? small : /[A-Z]/.test(character) ? capital : /\d/.test(character) ? digit : 0;
});

function asciiRun(text: string, start: number, end: number, run: number): Run {
  const parts: Word[] = [];
  let from = start;
  let previous = classes[text.charCodeAt(start)] ?? 0;
  for (let at = start + 1; at < end; at++) {
    const kind = classes[text.charCodeAt(at)] ?? 0;
    const isInner =
      (previous === digit) !== (kind === digit) ||
      (kind === capital && (previous === small || (at + 1 < end && classes[text.charCodeAt(at + 1)] === small)));
    if (isInner) {
      parts.push(asciiWord(text, from, at, run, parts.length));
      from = at;
    }
    previous = kind;
  }
  parts.push(asciiWord(text, from, end, run, parts.length));
  return parts.length === 1 ? { parts } : { parts, whole: asciiWord(text, start, end, run, parts.length - 1) };
}

function asciiWord(text: string, start: number, end: number, run: number, part: number): Word {
  return { text: text.slice(start, end).toLowerCase(), start, end, isUnspaced: false, run, part };
}

interface Character {
  readonly start: number;
  /** Behind what is dropped after it, such as a mark. */
  readonly end: number;
  readonly character: string;
  readonly fold: string;
  readonly kind: Kind;
}

function mixedRun(text: string, start: number, end: number, run: number): Run | undefined {
  const characters = charactersOf(text, start, end);
  const parts: Word[] = [];
  let from = 0;
  for (let index = 1; index <= characters.length; index++) {
    if (index < characters.length && !isBorder(characters, index)) continue;
    const word = wordOf(characters.slice(from, index), run, parts.length);
    if (word !== undefined) parts.push(word);
    from = index;
  }
  if (parts.length < 2) return parts.length === 0 ? undefined : { parts };
  if (parts.some(({ isUnspaced }) => isUnspaced)) return { parts };
  const whole = wordOf(characters, run, parts.length - 1);
  return whole === undefined ? { parts } : { parts, whole };
}

/** Those that are not dropped. */
function charactersOf(text: string, start: number, end: number): Character[] {
  const characters: Character[] = [];
  let last = start;
  for (let at = start; at < end;) {
    const { character, fold, kind } = foldOf(text, at);
    at += character.length;
    const previous = characters.at(-1);
    if (kind !== "dropped") characters.push({ start: last, end: at, character, fold, kind });
    else if (previous !== undefined) characters[characters.length - 1] = { ...previous, end: at };
    if (kind !== "dropped" || previous !== undefined) last = at;
  }
  return characters;
}

function isBorder(characters: readonly Character[], index: number): boolean {
  const [previous, kind, next] = [characters[index - 1]?.kind, characters[index]?.kind, characters[index + 1]?.kind];
  if (previous === "unspaced" || kind === "unspaced") return true;
  if ((previous === "digit") !== (kind === "digit") || (previous === "katakana") !== (kind === "katakana")) return true;
  return kind === "capital" && (previous === "small" || next === "small");
}

function wordOf(characters: readonly Character[], run: number, part: number): Word | undefined {
  const [first, last] = [characters[0], characters.at(-1)];
  if (first === undefined || last === undefined) return undefined;
  const isLatin = characters.some(({ character }) => /\p{Script=Latin}/u.test(character));
  const folds = characters.map(({ character, fold }) => (isLatin ? lookAmongLatin.get(character) : undefined) ?? fold);
  const isUnspaced = first.kind === "unspaced";
  return { text: folds.join(""), start: first.start, end: last.end, isUnspaced, run, part };
}

function isOfRun(text: string, at: number): boolean {
  return foldOf(text, at).kind !== "separator";
}

interface Folded {
  readonly character: string;
  readonly fold: string;
  readonly kind: Kind;
}

const known = new Map<number, Folded>();

function foldOf(text: string, at: number): Folded {
  const point = text.codePointAt(at) ?? 0;
  const before = known.get(point);
  if (before !== undefined) return before;
  const character = String.fromCodePoint(point);
  const fold = foldCharacter(character);
  const folded = { character, fold, kind: kindOf(character, fold) };
  known.set(point, folded);
  return folded;
}
