import { before, colonsAt, digits, dotsAt, moved, nextColons, nextDots } from "./block";
import { beginsPrivate, hasGroups, isChain, isDigit, isDotted, isInColons, mayBePrivate } from "./bytes";
import { slice } from "./memory";
import { COLONS, PRIVATE, tell } from "./stretch";
import { leastColons, leastPrivate } from "./wanted";

/**
 * Tells where dotted numbers and groups between colons stand that may be addresses. They are found by their dots and colons, which stand behind
 * where they begin: so they are looked for behind the end of what is searched, too.
 */

// For each up to where it is looked for.
let privateDone: usize = 0;
let colonsDone: usize = 0;

/** Begins to look from a place. */
export function beginAddresses(from: usize): void {
  privateDone = colonsDone = from;
}

/** Three dots two to four bytes apart, each between digits; and what stands before the slice may be a part of the number in front. */
export function findPrivate(at: usize, stop: usize, limit: usize, number: u64, goesOn: u32): void {
  const first = at > slice && isDigit(load<u8>(at - 1)) ? 1 : 0;
  let dots = dotsAt(at, limit);
  if (dots == 0) return;
  let next = nextDots;
  dots &= ((number << 1) | first) & moved(number, digits, 1);
  next &= ((digits << 1) | (number >>> 63)) & (digits >>> 1);
  for (let more = 0; more < 2; more++) {
    const after = moved(dots, next, 2) | moved(dots, next, 3) | moved(dots, next, 4);
    next &= (next >>> 2) | (next >>> 3) | (next >>> 4);
    dots &= after;
  }
  while ((dots &= ~before(at, privateDone)) != 0) {
    const dot = at + <usize>ctz(dots);
    dots &= dots - 1;
    if (!mayBePrivate(dot, slice) || !isChain(dot, limit)) continue;
    let start = dot;
    while (start > privateDone && isDotted(load<u8>(start - 1))) start--;
    let end = dot;
    while (end < limit && isDotted(load<u8>(end))) end++;
    const isCut = start == slice && goesOn & 1;
    if (start < stop && <u32>(end - start) >= leastPrivate && (isCut || beginsPrivate(start)))
      tell(PRIVATE, start, end, <u32>(end - start));
    privateDone = end;
  }
}

/** Four colons two to five bytes apart, or two side by side. */
export function findColons(at: usize, stop: usize, limit: usize): void {
  const own = colonsAt(at, limit);
  const next = nextColons;
  let chain = own;
  let nextChain = next;
  for (let more = 0; more < 3 && chain != 0; more++) {
    chain &=
      moved(chain, nextChain, 2) | moved(chain, nextChain, 3) | moved(chain, nextChain, 4) | moved(chain, nextChain, 5);
    nextChain &= (nextChain >>> 2) | (nextChain >>> 3) | (nextChain >>> 4) | (nextChain >>> 5);
  }
  let found = chain | (own & moved(own, next, 1));
  while ((found &= ~before(at, colonsDone)) != 0) {
    const colon = at + <usize>ctz(found);
    let start = colon;
    while (start > colonsDone && isInColons(load<u8>(start - 1))) start--;
    let end = colon;
    while (end < limit && isInColons(load<u8>(end))) end++;
    if (start < stop && <u32>(end - start) >= leastColons && hasGroups(start, end))
      tell(COLONS, start, end, <u32>(end - start));
    colonsDone = end;
  }
}
