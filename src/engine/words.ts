import type { WordTable } from "../model/trigger.ts";
import { bytesOfWord, hashOfBytes, isUnspaced, mixers } from "../model/word-hash.ts";

/**
 * What the kernel looks words up in: how they begin, which few others do; a Bloom filter, which lets less than one in a hundred
 * of these through and fits into a cache; and the hashes themselves.
 * @param words as the fold leaves them
 * @param unlisted hashes of words of which nobody can tell how they begin, so that all words are hashed
 */
export function wordTable(words: Iterable<string>, unlisted: Iterable<number> = []): Omit<WordTable, "folds"> {
  const keys = Array.from(words, bytesOfWord);
  const own = Uint32Array.from(keys, hashOfBytes);
  const others = Uint32Array.from(unlisted);
  const hashes = others.length === 0 ? own : Uint32Array.from(new Set([...own, ...others]));
  const blocks = 2 ** Math.max(3, Math.ceil(Math.log2(hashes.length / (hashes.length <= fewWords ? 1 : wordsOfBlock))));
  const shift = 32 - Math.log2(blocks);
  const halves = new Uint32Array(2 * blocks);
  for (const hash of hashes) {
    const block = 2 * (hash >>> shift);
    const other = Math.imul(hash, mixers[0]) >>> 0;
    for (const at of [26, 20, 14]) {
      const bit = (other >>> at) & 63;
      halves[block + (bit >>> 5)] = (halves[block + (bit >>> 5)] ?? 0) | (1 << (bit & 31));
    }
  }
  return {
    filter: new Uint8Array(halves.buffer),
    shift,
    hashes: hashTable(hashes),
    ...(others.length === 0 ? beginningsOf(keys) : allBeginnings()),
  };
}

function allBeginnings(): Pick<WordTable, "beginnings" | "beginningsShift"> {
  return { beginnings: new Uint8Array(2 ** 7 + 128).fill(0xff), beginningsShift: 22 };
}

/** Of others that begin with four letters, one in so many has the bit of a beginning at most. */
const bitsOfBeginning = 16;

function beginningsOf(keys: readonly string[]): Pick<WordTable, "beginnings" | "beginningsShift"> {
  const pairs = new Uint8Array(128);
  const all = new Set<number>();
  for (const key of keys) {
    const four = letterAt(key, 0) | (letterAt(key, 1) << 8) | (letterAt(key, 2) << 16) | (letterAt(key, 3) << 24);
    if (key.length >= 4) all.add(four);
    else for (const second of key.length > 1 ? [four >> 8] : letters) mark(pairs, (four & 31) | ((second & 31) << 5));
  }
  const shift = 32 - Math.max(10, Math.ceil(Math.log2(all.size * bitsOfBeginning + 1)));
  const bits = new Uint8Array(2 ** (29 - shift));
  for (const four of all) mark(bits, Math.imul(four, mixers[0]) >>> shift);
  return { beginnings: Buffer.concat([bits, pairs]), beginningsShift: shift };
}

/** As a small one. */
function letterAt(key: string, at: number): number {
  return key.charCodeAt(at) | 0x20;
}

/** Any one may stand behind a word of one. */
const letters = Array.from({ length: 32 }, (_, letter) => letter);

function mark(bits: Uint8Array, bit: number): void {
  bits[bit >>> 3] = (bits[bit >>> 3] ?? 0) | (1 << (bit & 7));
}

/** Three quarters of its places are taken at most. */
function hashTable(hashes: Uint32Array): Uint32Array {
  const places = new Uint32Array(2 ** Math.ceil(Math.log2(Math.max(8, (hashes.length * 4) / 3))));
  for (const hash of hashes) {
    let at = hash & (places.length - 1);
    while (places[at] !== 0 && places[at] !== hash) at = (at + 1) & (places.length - 1);
    places[at] = hash;
  }
  return places;
}

/** So many words share eight bytes of the filter at most, in the mean. Few have these for themselves: all of it still fits into the cache. */
const wordsOfBlock = 4;
const fewWords = 4096;

// Kinds of folds: see kernel/words.ts.
const separator = 0x04;
const itself = 0x08;
const any = 0x10;
const capital = 0x20;
const digit = 0x40;
const noSpaces = 0x80;

const lastPoint = 0x20000;

/**
 * What the kernel folds characters with, behind 32 bytes that it writes in: the numbers of pages, and the pages.
 * @param fold of one character, whatever stands around it: small letters, "" for what is dropped inside of words. ASCII must
 *   fold to its small letters.
 */
export function foldTable(fold: (character: string) => string): Uint8Array {
  const numbers = new Uint16Array(lastPoint >>> 6);
  const pages = new Map<string, number>();
  const written: Buffer[] = [];
  for (let page = 0; page < numbers.length; page++) {
    const bytes = Buffer.alloc(256);
    for (let index = 0; index < 64; index++) writeFold(bytes, 4 * index, String.fromCodePoint(64 * page + index), fold);
    const same = bytes.toString("latin1");
    const number = pages.get(same) ?? pages.size;
    if (number === pages.size) written.push(bytes);
    pages.set(same, number);
    numbers[page] = number;
  }
  return Buffer.concat([Buffer.alloc(32), new Uint8Array(numbers.buffer), ...written]);
}

function writeFold(page: Buffer, at: number, character: string, fold: (character: string) => string): void {
  const folded = fold(character);
  const bytes = Buffer.from(folded);
  if (folded === "") return;
  if (!/[\p{L}\p{N}]/u.test(folded) || /\p{Cs}/u.test(character)) page[at + 3] = separator;
  else if (folded === character && character > "\x7f") page[at + 3] = itself | kindOf(character, folded);
  else if (bytes.length > 3 || /[^\p{L}\p{N}\p{M}]/u.test(folded)) page[at + 3] = any;
  else {
    bytes.copy(page, at);
    page[at + 3] = bytes.length | kindOf(character, folded);
  }
}

function kindOf(character: string, folded: string): number {
  const kind = isUnspaced(folded) ? noSpaces : 0;
  if (/^\p{N}/u.test(folded)) return kind | digit;
  return /\p{Lu}/u.test(character) ? kind | capital : kind;
}
