import { COSTS, EXCESS, KINDS, VALUE, is } from "./memory";

/**
 * Tells whether something that could be a secret stands close behind a literal. Names such as `token` and `password` stand everywhere,
 * and most of them beside nothing but words. src/model/value.ts has the same in TypeScript, and says what it means.
 *
 * A run of a value's characters shows it by a digit, which most windows do not have at all: sixteen bytes at once are asked for one. A
 * run of letters shows it by their order. A score adds up how much more each letter costs than those of words do on average, and begins
 * anew where it would fall below nothing: so words do not use up what random letters behind them have to spend. What stands around a
 * value cannot lower its score. A table has it for each pair of characters, so that no branch has to be foreseen.
 *
 * Where such literals crowd, each looks only at what the one before it has not seen.
 */
const KEY: u8 = 1;

/** How far behind the literal is looked. */
const FARTHEST: usize = 320;

/** A bit for each character up to `?` that names do not have: digits, for a password also ! # $ % & * + */
const DIGITS: u64 = 0x03ff000000000000;
const MARKS: u64 = 0x03ff0c7a00000000;

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
  const end = kind == KEY ? keyEnd(from, stop) : passwordEnd(from, stop);
  lastKind = kind;
  seen = at;
  hasShown = end != 0;
  unseen = run = hasShown ? end : stop;
  while (run > at && is(load<u8>(run - 1), VALUE)) run--;
  return hasShown;
}

function keyEnd(at: usize, stop: usize): usize {
  const marked = hasDigit(at, stop) ? markedEnd(at, stop, 6, DIGITS) : 0;
  return marked != 0 ? marked : drawnEnd(at, stop, 28);
}

function passwordEnd(at: usize, stop: usize): usize {
  const marked = markedEnd(at, stop, 5, MARKS);
  return marked != 0 ? marked : drawnEnd(at, stop, 24);
}

/** May look at some bytes more. */
function hasDigit(at: usize, stop: usize): bool {
  for (; at < stop; at += 16) {
    const fromZero = i8x16.sub(v128.load(at), i8x16.splat(0x30));
    if (v128.any_true(i8x16.lt_u(fromZero, i8x16.splat(10)))) return true;
  }
  return false;
}

/** Where a run of a value's characters has become long enough and has one of some; 0 if none does. */
function markedEnd(at: usize, stop: usize, least: usize, marks: u64): usize {
  let start = at;
  let isMarked = false;
  for (; at < stop; at++) {
    const byte = load<u8>(at);
    if (!is(byte, VALUE)) {
      start = at + 1;
      isMarked = false;
      continue;
    }
    if (isMark(byte, marks) || (byte == 0x40 && marks == MARKS && at > start)) isMarked = true; // @ begins names in code
    if (isMarked && at + 1 - start >= least) return at + 1;
  }
  return 0;
}

function isMark(byte: u8, marks: u64): bool {
  if (byte < 64) return ((marks >> byte) & 1) != 0;
  return marks == MARKS && (byte == 0x5e || byte == 0x7e); // ^ ~
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
