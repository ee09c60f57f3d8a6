import type { Range } from "../../model/range.ts";
import { type Format, Unparsed } from "../format.ts";
import { Written } from "../html/written.ts";
import { surfaceIn } from "../inner.ts";
import { endOfString } from "../json-string.ts";
import { wordBreak } from "./words.ts";

/** Of a file so much is read, and words of it come to no more, in bytes. */
const most = 1 << 26;

/** In letters. Each node of a deep tree can be a word, and together they would be as long as the square of its depth. */
const longest = 100;

/**
 * The words of an index of elasticlunr, which stand in it letter by letter: `{"root":{"docs":{},"df":0,"j":{"docs":{},"df":0,"o":…}}}`, in
 * JSON or in a script that holds it. Each word is at its last letter, where the pages are named that have it.
 * http://elasticlunr.com/docs/inverted_index.js.html
 */
export const elasticlunr: Format = {
  *texts(of) {
    const { length } = of.bytes;
    const bytes = Buffer.from(of.bytes.subarray(0, Math.min(length, most)));
    const written = new Written();
    for (let at = bytes.indexOf(root); at !== -1 && written.length < most; at = bytes.indexOf(root, at))
      at = writeWords(bytes, at + root.length, written);
    if (written.length > 0) yield written.part(of, surfaceIn(of, "search index word"));
    if (length > most || written.length >= most)
      throw new Unparsed("words of a search index in it were not read behind 64 MB");
  },
};

const root = '"root":{';

const quote = 0x22;
const colon = 0x3a;
const opening = 0x7b;
const closing = 0x7d;

/** @param from behind what opens the root @returns where the root ends */
function writeWords(bytes: Buffer, from: number, to: Written): number {
  /** The keys on the way, each a letter, as they stand in the file. */
  const letters: Range[] = [];
  /** How deep in the pages of a word; their names are no letters. */
  let inPages = 0;
  for (let at = from; at < bytes.length; at++) {
    const byte = bytes[at];
    if (byte === closing) {
      if (inPages > 0) inPages--;
      else if (letters.pop() === undefined) return at + 1;
    } else if (byte === opening && inPages > 0) inPages++;
    else if (byte === opening) letters.push({ start: at, end: at });
    else if (byte === quote) {
      const key = { start: at + 1, end: endOfString(bytes, at + 1) };
      const opens = openingBehind(bytes, key.end + 1);
      at = opens ?? key.end;
      if (opens === undefined) continue;
      if (inPages > 0) inPages++;
      else if (key.end - key.start === 4 && bytes.toString("latin1", key.start, key.end) === "docs") {
        inPages = 1;
        if (bytes[at + 1] !== closing) writeWord(bytes, letters, to);
      } else letters.push(key);
    }
  }
  return bytes.length;
}

/** Where an object opens that is the value of a key. @param from behind the key */
function openingBehind(bytes: Buffer, from: number): number | undefined {
  let at = skipSpace(bytes, from);
  if (bytes[at] !== colon) return undefined;
  at = skipSpace(bytes, at + 1);
  return bytes[at] === opening ? at : undefined;
}

function skipSpace(bytes: Buffer, from: number): number {
  let at = from;
  while (at < bytes.length && (bytes[at] ?? 0) <= 0x20) at++;
  return at;
}

function writeWord(bytes: Buffer, letters: readonly Range[], to: Written): void {
  const last = letters.at(-1);
  if (last === undefined || letters.length > longest) return;
  const word = Buffer.concat(letters.map(({ start, end }) => bytes.subarray(start, Math.min(end, start + longestKey))));
  to.put(word, last.start, last.end);
  to.put(wordBreak, last.start, last.end);
}

/** A letter of UTF-8, or an escape for one, in bytes. */
const longestKey = 12;
