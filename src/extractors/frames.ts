import { controlSequence, meaningOfSequence } from "../model/control-sequence.ts";
import type { Range } from "../model/range.ts";
import { script } from "./escapes.ts";
import type { Spelling } from "./respelled.ts";

/** A way in which a text stands in another one. */
export interface Frame {
  /** What a surface calls it (see `innerSegment`); missing where its reader would not. */
  readonly encoding?: string;
  readonly spelling: Spelling;
  /** Tells of places, asked in their order, how far around each of them the text reaches that stands so: undefined where there is none. */
  readonly finder: (bytes: Buffer) => (place: Place) => Range | undefined;
}

/** Where something was seen that detectors know by what is around it. */
export interface Place {
  readonly at: number;
  /** Where its line begins, if that is near. */
  readonly line: number | undefined;
}

/** So much is read on both sides of what was seen, in bytes. */
export const around = 512;

const [newline, escape, quotationMark, apostrophe, backslash] = [0x0a, 0x1b, 0x22, 0x27, 0x5c];

/** A string of JSON, of YAML or of a program: lines and quotation marks are escaped in it. */
const string: Frame = {
  encoding: "escapes",
  spelling: script,
  finder(bytes) {
    const isNear = nearnessOf(bytes, escapeIn);
    return ({ at }) => {
      if (!isNear(at)) return undefined;
      const range = stringAround(bytes, at, quotationMark) ?? stringAround(bytes, at, apostrophe);
      return range !== undefined && escapeIn(bytes.subarray(range.start, range.end)) !== -1 ? range : undefined;
    };
  },
};

/** A cell of CSV, a string of SQL or of YAML: its own quotation marks are written twice in it. */
function doubled(quote: string): Frame {
  const mark = quote.charCodeAt(0);
  const find = (part: Buffer): number => pairIn(part, mark);
  return {
    encoding: "escapes",
    spelling: { pattern: new RegExp(quote + quote, "g"), meaning: () => quote },
    finder(bytes) {
      const isNear = nearnessOf(bytes, find);
      return ({ at }) => {
        if (!isNear(at)) return undefined;
        const range = doubledAround(bytes, at, mark);
        return find(bytes.subarray(range.start, range.end)) !== -1 ? range : undefined;
      };
    },
  };
}

/**
 * Lines that all begin with what is not theirs.
 * @param prefix with the flags `gm`
 * @param first the bytes that it can begin with, as a class of a pattern
 * @param isMeant whether lines that begin so are meant
 */
function prefixed(prefix: RegExp, first: RegExp, isMeant: (lines: string) => boolean = () => true): Frame {
  const own = new RegExp(prefix.source, "my");
  const begins = Array.from({ length: 256 }, (_, byte) => first.test(String.fromCharCode(byte)));
  return {
    spelling: { pattern: prefix, meaning: () => "" },
    finder(bytes) {
      const linesOf = (line: number): Range | undefined => {
        const near = linesAround(bytes, line);
        const text = bytes.toString("latin1", near.start, near.end);
        own.lastIndex = line - near.start;
        if (!own.test(text)) return undefined;
        const lines = linesThat(own, text, line - near.start);
        if (!isMeant(text.slice(lines.start, lines.end))) return undefined;
        return { start: near.start + lines.start, end: near.start + lines.end };
      };
      let last = -1;
      let found: Range | undefined;
      return ({ line }) => {
        if (line === undefined || begins[bytes[line] ?? 0] !== true) return undefined;
        if (line !== last) found = linesOf(line);
        last = line;
        return found;
      };
    },
  };
}

/** The lines around one that all begin alike. @param at where the one begins */
function linesThat(beginAlike: RegExp, text: string, at: number): Range {
  const isAlike = (start: number): boolean => {
    beginAlike.lastIndex = start;
    return beginAlike.test(text);
  };
  let start = at;
  while (start > 0) {
    const before = start === 1 ? 0 : text.lastIndexOf("\n", start - 2) + 1;
    if (!isAlike(before)) break;
    start = before;
  }
  let end = at;
  do end = text.indexOf("\n", end) + 1 || text.length;
  while (end < text.length && isAlike(end));
  return { start, end };
}

/** What a terminal shows in colours. */
const coloured: Frame = {
  encoding: "colours",
  spelling: { pattern: new RegExp(`\\x1b${controlSequence}`, "g"), meaning: meaningOfSequence },
  finder(bytes) {
    const isNear = nearnessOf(bytes, (part) => part.indexOf(escape));
    return ({ at }) => (isNear(at) ? linesAround(bytes, at) : undefined);
  },
};

/** Comments of most languages, and what mail and Markdown quote. */
const comment =
  /^[ \t]{0,40}(?:#{1,6}|\/{2,3}!?|\/?\*{1,2}|-{2,3}|;{1,3}|(?:> ?){1,6}|[Rr][Ee][Mm](?= )|dnl(?= ))(?: \*)?[ \t]?/gm;

/** Of comments most are sentences. Where there is a value, one stands at the end of a line. */
function endsInValue(lines: string): boolean {
  return lines.split("\n").some((line) => {
    const words = line.trimEnd();
    const end = words.endsWith("|") ? words.slice(0, -1).trimEnd() : words;
    return mayBeValue(end.slice(1 + Math.max(end.lastIndexOf(" "), end.lastIndexOf("\t"))));
  });
}

function mayBeValue(word: string): boolean {
  return word.length >= 6 && /\d/.test(word) && /[A-Za-z]/.test(word) && !word.includes("//") && !word.includes("](");
}

/** Of a change as `diff -u` shows it: what it brings, what it takes away, and what stands around it. */
const change = /^(?:[-+ ]|(?=@@ ))/gm;
const isChange = /^(?:\+|@@ )/m;

/** The numbers of lines and names of files of `cat -n`, `nl`, `bat` and `grep -n`, and the names of services of `docker compose logs`. */
const listing =
  /^(?: {0,8}\d{1,6}(?:\t|[:|] ?|\xe2\x94\x82 ?)|[\w./@-]{1,120}[:-]\d{1,6}[:-]|[\w./@-]{1,60} {1,20}\| ?)/gm;

/** The sides of a box that is drawn around lines: U+2502, U+2503 and U+2551. */
const box =
  /^[ \t]{0,40}\xe2(?:\x94[\x82\x83]|\x95\x91)[ \t]?|[ \t]{0,200}\xe2(?:\x94[\x82\x83]|\x95\x91)[ \t]{0,40}$/gm;

/** When a line was logged and by whom: ISO 8601, as most libraries and CI have it, and syslog (RFC 3164). */
const logged =
  /^(?:\[?\d{4}-\d\d-\d\d[T ]\d\d:\d\d:\d\d[\d.,]{0,12}(?:Z| ?[+-]\d\d:?\d\d)?\]?:? (?:std(?:out|err) [FP] )?(?:[^\n=]{0,80}? - )?|[A-Z][a-z]{2} [ \d]\d \d\d:\d\d:\d\d [\w.-]{1,60} [\w./-]{1,60}(?:\[\d{1,7}\])?: )/gm;

export const frames: readonly Frame[] = [
  string,
  doubled('"'),
  doubled("'"),
  prefixed(comment, /[ \t#/*\-;>Rrd]/, endsInValue),
  prefixed(change, /[-+]/, (lines) => isChange.test(lines)),
  prefixed(listing, /[ \w./@-]/),
  prefixed(logged, /[\dA-Z[]/),
  prefixed(box, /[ \t\xe2]/),
  coloured,
];

/** So long is what is looked for, at most, with what has to stand behind it. */
const longest = 4;

/** So much more is looked through at once, as places mostly stand close to each other. */
const more = 4096;

/**
 * Tells of places, asked in their order, whether something begins near them.
 * @param find where it first begins in a part of the bytes, or -1
 */
function nearnessOf(bytes: Buffer, find: (part: Buffer) => number): (place: number) => boolean {
  /** Where the next one begins, if that is known, and up to where there is none. */
  let [next, clear] = [-Infinity, 0];
  return (place) => {
    const [first, end] = [place - around, place + around];
    if (next >= first) return next < end;
    if (clear >= end) return false;
    const from = Math.max(0, first, clear - longest);
    const to = Math.min(bytes.length, end + more);
    const found = from < to ? find(bytes.subarray(from, to)) : -1;
    if (found === -1) clear = to === bytes.length ? Infinity : to;
    else clear = next = from + found;
    return next >= first && next < end;
  };
}

/** Where the first newline or quotation mark is escaped. */
function escapeIn(bytes: Buffer): number {
  for (let at = bytes.indexOf(backslash); at !== -1; at = bytes.indexOf(backslash, at + 1)) {
    const next = bytes[at + 1];
    if (next === letterN || next === quotationMark || next === apostrophe) return at;
  }
  return -1;
}

const letterN = 0x6e;

/** Where a quotation mark is first written twice in front of a letter or a digit. Nothing stands so that is only empty. */
function pairIn(bytes: Buffer, quote: number): number {
  const pair = String.fromCharCode(quote).repeat(2);
  for (let at = bytes.indexOf(pair); at !== -1; at = bytes.indexOf(pair, at)) {
    const end = endOfMarks(bytes, at, quote);
    if (end - at === 2 && isWord(bytes[end])) return at;
    at = end;
  }
  return -1;
}

function endOfMarks(bytes: Buffer, from: number, quote: number): number {
  let end = from;
  while (bytes[end] === quote) end++;
  return end;
}

function isWord(byte: number = 0): boolean {
  return (byte >= 0x30 && byte <= 0x39) || (byte >= 0x41 && byte <= 0x5a) || (byte >= 0x61 && byte <= 0x7a);
}

/** The string around a place in its line, without its quotation marks. */
function stringAround(bytes: Buffer, place: number, quote: number): Range | undefined {
  const start = startOfString(bytes, place, quote);
  const end = start === undefined ? undefined : endOfString(bytes, place, quote);
  return start === undefined || end === undefined ? undefined : { start, end };
}

/** Of a string that begins far before, the beginning of a line in it. */
function startOfString(bytes: Buffer, place: number, quote: number): number | undefined {
  const first = place - around;
  for (let at = place - 1; at >= Math.max(0, first); at--) {
    if (bytes[at] === newline) return undefined;
    if (bytes[at] === quote && !isEscaped(bytes, at)) return at + 1;
  }
  const line = first < 0 ? -1 : bytes.subarray(first, place).indexOf(escapedNewline);
  return line === -1 ? undefined : first + line + escapedNewline.length;
}

/** Of a string that ends far behind, the end of a line in it. */
function endOfString(bytes: Buffer, place: number, quote: number): number | undefined {
  const last = place + around;
  for (let at = place; at < Math.min(bytes.length, last); at++) {
    if (bytes[at] === newline) return undefined;
    if (bytes[at] === quote && !isEscaped(bytes, at)) return at;
  }
  const line = last > bytes.length ? -1 : bytes.subarray(place, last).lastIndexOf(escapedNewline);
  if (line === -1) return undefined;
  let end = place + line;
  while (bytes[end - 1] === backslash) end--;
  return end;
}

const escapedNewline = String.raw`\n`;

function isEscaped(bytes: Buffer, at: number): boolean {
  let before = at;
  while (bytes[before - 1] === backslash) before--;
  return (at - before) % 2 === 1;
}

/** The string around a place in which quotation marks are written twice: up to the outer ones, or so far as is read. */
function doubledAround(bytes: Buffer, place: number, quote: number): Range {
  const [first, last] = [Math.max(0, place - around), Math.min(bytes.length, place + around)];
  let start = place;
  while (start > first) {
    let marks = start;
    while (bytes[marks - 1] === quote) marks--;
    const isOuter = (start - marks) % 2 === 1;
    start = isOuter ? marks + 1 : Math.min(marks, start - 1);
    if (isOuter) break;
  }
  let end = place;
  while (end < last) {
    const marks = endOfMarks(bytes, end, quote);
    const isOuter = (marks - end) % 2 === 1;
    end = isOuter ? marks - 1 : Math.max(marks, end + 1);
    if (isOuter) break;
  }
  return { start, end };
}

/** The lines around a place, or what is near of them. */
function linesAround(bytes: Buffer, place: number): Range {
  const [first, last] = [Math.max(0, place - around), Math.min(bytes.length, place + around)];
  const start = first === 0 ? 0 : first + bytes.subarray(first, place).indexOf(newline) + 1;
  const end = last === bytes.length ? -1 : bytes.subarray(place, last).lastIndexOf(newline);
  return { start, end: end === -1 ? last : place + end };
}
