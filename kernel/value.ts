import { LOWER_HALVES, joined, sets } from "./halves";
import { COSTS, EXCESS, KINDS, VALUE, is } from "./memory";

/**
 * Tells whether something that could be a secret stands close behind a literal. Names such as `token` and `password` stand everywhere,
 * and most of them beside nothing but words. src/model/value.ts has the same in TypeScript, and says what it means.
 *
 * A run of a value's characters shows it by a digit or a mark, a run of letters by their order. A score adds up how much more each letter costs than those of words do on average, and begins
 * anew where it would fall below nothing: so words do not use up what random letters behind them have to spend. What stands around a
 * value cannot lower its score. A table has it for each pair of characters, so that no branch has to be foreseen.
 *
 * Where such literals crowd, each looks only at what the one before it has not seen.
 */
const KEY: u8 = 1;

/** How far behind the literal is looked. */
const FARTHEST: usize = 320;

/**
 * What bytes are, by their halves as in `halves.ts`. Sets 1 to 16 are the characters of values, 32 the digits; 64 and 128 what names do not
 * have beside them: ! # $ % & * + and ^ ~
 */
const SETS = memory.data<u8>([
  54, 127, 62, 127, 127, 127, 127, 62, 62, 62, 95, 75, 26, 11, 159, 15, 0, 0, 65, 34, 2, 132, 8, 144, 0, 0, 0, 0, 0, 0,
  0, 0,
]);
const DIGITS: i8 = 32;
const MARKS: i8 = -32;

/** What was looked at last, and what came of it: for one kind of value, the bytes from `seen` to before `unseen`. */
let lastKind: u8 = 0;
let seen: usize = 0;
let unseen: usize = 0;
/** Where the run begins that `unseen` is in the midst of, or that has shown something. */
let run: usize = 0;
let hasShown: bool = false;

/** To be called where other bytes come into the slice. */
export function forget(): void {
  lastKind = 0;
}

export function hasValue(at: usize, limit: usize, kind: u8): bool {
  const stop = at + FARTHEST < limit ? at + FARTHEST : limit;
  if (kind != KEY && isSetting(at, stop)) return true;
  const isKnown = kind == lastKind && at >= seen && at < unseen;
  if (isKnown && hasShown && at <= run) return true;
  const from = isKnown && !hasShown && run > at ? run : at;
  const end = endOfValue(from, stop, kind == KEY);
  lastKind = kind;
  seen = at;
  hasShown = end != 0;
  unseen = run = hasShown ? end : stop;
  while (run > at && is(load<u8>(run - 1), VALUE)) run--;
  return hasShown;
}

/** Where what was looked for ends; 0 if it is not there. */
function endOfValue(at: usize, stop: usize, isKey: bool): usize {
  const marked = markedEnd(at, stop, isKey);
  return marked != 0 ? marked : drawnEnd(at, stop, isKey ? 28 : 24);
}

/**
 * Where the mark ends that a run of a value's characters has, of six for a key and of five for a password. 64 bytes at once are 64 bits
 * for the characters and 64 for the marks. May look at some bytes more.
 */
function markedEnd(at: usize, stop: usize, isKey: bool): usize {
  for (; at < stop; at += 59) {
    classify(at, isKey ? DIGITS : MARKS);
    if (stop - at < 64) characters &= (1 << (<u64>(stop - at))) - 1;
    if (!isKey) marks |= ats & (characters << 1); // @ begins names in code
    if ((characters & marks) == 0) continue;
    const two = characters & (characters >> 1);
    const four = two & (two >> 2);
    const all = four & (isKey ? two >> 4 : characters >> 4);
    const covered = all | (all << 1);
    const marked = marks & (covered | (covered << 2) | (all << 4) | (isKey ? all << 5 : 0));
    if (marked != 0) return at + <usize>ctz(marked) + 1;
  }
  return 0;
}

// Of 64 bytes, a bit for each.
let characters: u64 = 0;
let marks: u64 = 0;
let ats: u64 = 0;

function classify(at: usize, wanted: i8): void {
  const a = v128.load(at);
  const b = v128.load(at, 16);
  const c = v128.load(at, 32);
  const d = v128.load(at, 48);
  const ofA = setsOf(a);
  const ofB = setsOf(b);
  const ofC = setsOf(c);
  const ofD = setsOf(d);
  characters = joined(some(ofA, 31), some(ofB, 31), some(ofC, 31), some(ofD, 31));
  marks = joined(some(ofA, wanted), some(ofB, wanted), some(ofC, wanted), some(ofD, wanted));
  const sign = i8x16.splat(0x40);
  ats = joined(i8x16.eq(a, sign), i8x16.eq(b, sign), i8x16.eq(c, sign), i8x16.eq(d, sign));
}

function setsOf(bytes: v128): v128 {
  return sets(bytes, v128.load(LOWER_HALVES), v128.load(SETS), v128.load(SETS, 16));
}

function some(ofBytes: v128, wanted: i8): v128 {
  return i8x16.ne(v128.and(ofBytes, i8x16.splat(wanted)), i8x16.splat(0));
}

/** Where letters have shown that they are in no order that words have, by so many half bits; 0 if none do. */
function drawnEnd(at: usize, stop: usize, enough: i32): usize {
  let score: i32 = 0;
  let row: usize = EXCESS;
  for (; at < stop; at++) {
    const kind = <usize>load<u8>(KINDS + <usize>load<u8>(at));
    score += <i32>load<i8>(row + kind);
    score = score < 0 ? 0 : score;
    if (score >= enough) return at + 1;
    row = EXCESS + (kind << 6);
  }
  return 0;
}

/** The kinds: everything else, the marks that do not end a row of letters, small letters, capitals. */
const OTHER: u32 = 0;
const MARK: u32 = 1;
const SMALL: u32 = 2;
const CAPITAL: u32 = 28;
const ALL: u32 = 54;

/** Makes the tables of `drawnEnd`: the kind of each byte, and for each pair of kinds what the second is above four bits, in half bits. */
export function prepareValues(): void {
  for (let mark = 0; mark < 4; mark++) store<u8>(KINDS + <usize>((0x2b2d2f5f >> (mark * 8)) & 0xff), <u8>MARK); // + - / _
  for (let letter: u32 = 0; letter < 26; letter++) {
    store<u8>(KINDS + 0x61 + letter, <u8>(SMALL + letter));
    store<u8>(KINDS + 0x41 + letter, <u8>(CAPITAL + letter));
  }
  for (let first: u32 = 0; first < ALL; first++)
    for (let second: u32 = 0; second < ALL; second++) store<i8>(EXCESS + (first << 6) + second, excess(first, second));
}

function excess(first: u32, second: u32): i8 {
  if (second == OTHER) return -64;
  if (second == MARK) return -1;
  if (first < SMALL) return 1;
  if (first < CAPITAL && second >= CAPITAL) return 5; // the next word of a camelCase name
  const cost = load<u8>(COSTS + ((first - SMALL) % 26) * 26 + ((second - SMALL) % 26));
  return <i8>(2 * (<i32>cost - 4));
}

/** `=` behind the rest of a name in capitals, or as the literal's last byte behind such a name: there any word can be a password. */
function isSetting(at: usize, stop: usize): bool {
  if (load<u8>(at - 1) == 0x3d) at--;
  else while (at < stop && isInConstant(load<u8>(at))) at++;
  return at < stop && load<u8>(at) == 0x3d && isInConstant(load<u8>(at - 1));
}

function isInConstant(byte: u8): bool {
  return (byte >= 0x41 && byte <= 0x5a) || (byte >= 0x30 && byte <= 0x39) || byte == 0x5f;
}
