import { beginAddresses, findColons, findPrivate } from "./addresses";
import { mayBePhone } from "./beside";
import {
  ats,
  before,
  capitalsAt,
  classify,
  colons,
  digits,
  equal,
  forgetBlocks,
  moved,
  nextSeparators,
  rows,
  separatorsAt,
  tokensAt,
} from "./block";
import { GAP, counted, follow, isCapital, isDigit, isDomain, isLetter, isToken, isWord, within } from "./bytes";
import { cardsIn, endOfCard } from "./cards";
import { ROOM, clear, results, slice } from "./memory";
import { AT, CARD, IBAN, PHONE, TOKEN, tell } from "./stretch";
import { leastColons, leastPrivate, leastIban, leastPhone, leastToken, wantsAt, wantsCards } from "./wanted";

/**
 * Finds stretches of bytes by their shape, for what has no literal; src/engine/shapes.ts says what the shapes are.
 *
 * 64 bytes at once become bits: which are digits, which can be in a token, whether there is a colon or an `@`. With those of the
 * next 64, shifted and joined, they tell where a stretch of the length wanted can begin: as many ones in a row. Most blocks have
 * too few digits for any number, and no colon or `@`: they are done with. Only where the bits say so bytes are looked at.
 *
 * A stretch that begins before `to` is followed up to `end`. Where the pass begins or goes on a stretch may be cut:
 * src/engine/shapes.ts joins.
 */
const FEWEST_OF_CARD: u32 = 13;
const LONGEST_IBAN: u32 = 34;
/** So far behind `to` is looked for the dot or colon by which a stretch is found that begins before. */
const HEAD: u32 = 256;

let limit: usize = 0;

// For each shape up to where it is looked for.
let digitsDone: usize = 0;
let tokenDone: usize = 0;

/**
 * Looks at the stretches that begin from `from` to before `to`. `goesOn` has the bit 1 if other bytes stand before the
 * slice. Returns from where to go on, as `find` does. Reads 128 bytes behind `end`.
 */
export function findShapes(from: u32, to: u32, end: u32, goesOn: u32): u32 {
  clear();
  forgetBlocks();
  limit = slice + end;
  const stop = slice + to;
  let at = slice + from;
  digitsDone = tokenDone = at;
  beginAddresses(max(at - min(from, HEAD), slice));
  classify(at, limit);
  const last = min(stop + HEAD, limit);
  while (at < last) {
    const number = digits;
    const hasColons = colons;
    const hasAts = ats;
    classify(at + 64, limit);
    if (leastToken != 0) findTokens(at, stop);
    const both = <u32>popcnt(number) + <u32>popcnt(digits);
    if (wantsCards && both >= FEWEST_OF_CARD) findCards(at, stop, number);
    if (leastPhone != 0 && both >= min(leastPhone, 8) && number != 0 && digitsDone < at + 64)
      findPhones(at, stop, number, goesOn);
    if (leastPrivate != 0 && both >= 3) findPrivate(at, stop, limit, number, goesOn);
    if (leastIban != 0 && both >= 2) findIban(at, stop, number, goesOn);
    if (hasColons && leastColons != 0) findColons(at, stop, limit);
    if (hasAts && wantsAt) findAt(at, stop);
    at += 64;
    if (results > ROOM / 2 && at < stop) break;
  }
  return at < stop ? <u32>(at - slice) : to;
}

function findTokens(at: usize, stop: usize): void {
  let starts = rows(tokensAt(at, limit), tokensAt(at + 64, limit), leastToken) & before(at, stop);
  while ((starts &= ~before(at, tokenDone)) != 0) {
    const start = at + <usize>ctz(starts);
    let end = start;
    while (end < limit && isToken(load<u8>(end))) end++;
    if (<u32>(end - start) >= leastToken) tell(TOKEN, start, end, <u32>(end - start));
    tokenDone = end;
  }
}

function findCards(at: usize, stop: usize, number: u64): void {
  for (let some = cardsIn(at, number, digits) & before(at, stop); some != 0; some &= some - 1) {
    const start = at + <usize>ctz(some);
    const end = endOfCard(start, limit);
    if (end != 0) tell(CARD, start, end, <u32>(end - start));
  }
}

function findPhones(at: usize, stop: usize, number: u64, goesOn: u32): void {
  const separators = separatorsAt(at);
  let filled = number;
  let nextFilled = digits;
  for (let gap: u32 = 0; gap < GAP; gap++) {
    nextFilled |= nextSeparators & ((nextFilled << 1) | (filled >>> 63));
    filled |= separators & (filled << 1);
  }
  let starts = rows(filled, nextFilled, leastPhone) & number & before(at, stop);
  while ((starts &= ~before(at, digitsDone)) != 0) {
    const first = ctz(starts);
    const start = at + <usize>first;
    const bits = moved(number, digits, first);
    const free = ~moved(filled, nextFilled, first);
    if (free == 0) digitsDone = follow(start, limit, false, -1);
    else digitsDone = start + <usize>within(bits & ((free & -free) - 1));
    if (counted >= leastPhone && mayBePhone(start, digitsDone, counted, bits, limit, goesOn))
      tell(PHONE, start, digitsDone, counted);
  }
}

/** Two capitals and two digits that begin a word; they go with the byte before them, as `@` does. */
function findIban(at: usize, stop: usize, number: u64, goesOn: u32): void {
  const second = moved(number, digits, 1);
  const pairs = moved(number, digits, 2) & moved(number, digits, 3) & ~(number | second) & before(at, stop + 1);
  if (pairs == 0) return;
  for (let some = pairs & capitalsAt(at); some != 0; some &= some - 1) {
    const start = at + <usize>ctz(some);
    if (!isCapital(load<u8>(start + 1))) continue;
    if (start == slice && goesOn & 1) continue;
    const last = start > slice ? load<u8>(start - 1) : 0;
    if (isLetter(last) || isDigit(last)) continue;
    const end = follow(start, limit, true, LONGEST_IBAN);
    if (counted >= leastIban) tell(IBAN, start, end, counted);
  }
}

/** It goes with the byte before it, so that the slice of that one has both. */
function findAt(at: usize, stop: usize): void {
  for (let some = equal(at, 0x40, limit) & before(at, stop + 1); some != 0; some &= some - 1) {
    const start = at + <usize>ctz(some);
    if (start == slice || !isWord(load<u8>(start - 1))) continue;
    if (start + 1 < limit && isWord(load<u8>(start + 1)) && isDomain(start + 1, limit)) tell(AT, start, start + 1, 1);
  }
}
