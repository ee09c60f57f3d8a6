import { isDigit, isLetter } from "./bytes";
import { moved, rows } from "./block";
import { slice } from "./memory";

/**
 * Tells where digits stand as the numbers of cards are written: 13 to 19 in one piece, or in groups of 4-4-4-4, 4-4-4-4-3, 4-6-4 and 4-6-5
 * with one separator between all of them. Paths of pictures, fractions and hashes have more digits than anything, and none so.
 */

/** Bits for the digits of a block that may begin such: four of them behind none, and behind those nine more, or four behind a separator. */
export function cardsIn(at: usize, number: u64, next: u64): u64 {
  const four = rows(number, next, 4);
  const isCut = at > slice && isDigit(load<u8>(at - 1));
  const begins = four & ~((number << 1) | u64(isCut));
  if (begins == 0) return 0;
  const nextFour = rows(next, 0, 4);
  // Of all separators that count the longest is of three bytes.
  const group = moved(four, nextFour, 5) | moved(four, nextFour, 6) | moved(four, nextFour, 7);
  return begins & (group | rows(number, next, 13));
}

/** Where a number ends that may be a card's; 0 where it may be none. */
export function endOfCard(start: usize, limit: usize): usize {
  if (start > slice && isBound(load<u8>(start - 1))) return 0;
  if (load<u8>(start) < 0x32 || load<u8>(start) > 0x36) return 0;
  const end = endOfDigits(start, limit);
  const length = end - start;
  if (length >= 13) return length <= 19 && !goesOn(end, limit) ? end : 0;
  const width = length == 4 ? separatorAt(end, limit) : 0;
  if (width == 0) return 0;
  const second = groupBehind(end, end, width, limit);
  const third = groupBehind(second, end, width, limit);
  if (size == 0) return 0;
  if (second - end - width == 6) return size == 4 || size == 5 ? third : 0;
  if (second - end - width != 4 || size != 4) return 0;
  const fourth = groupBehind(third, end, width, limit);
  if (size != 4) return 0;
  const fifth = groupBehind(fourth, end, width, limit);
  return size == 3 ? fifth : fourth;
}

/** How many digits the last group has that was asked for. */
let size: usize = 0;

/** Where the group of digits ends behind a separator that is the same as another; `size` is 0 where there is none. */
function groupBehind(at: usize, other: usize, width: usize, limit: usize): usize {
  size = 0;
  const start = at + width;
  if (start >= limit) return at;
  for (let byte: usize = 0; byte < width; byte++) if (load<u8>(at + byte) != load<u8>(other + byte)) return at;
  const end = endOfDigits(start, limit);
  size = end - start;
  return end;
}

function endOfDigits(at: usize, limit: usize): usize {
  while (at < limit && isDigit(load<u8>(at))) at++;
  return at;
}

/** How many bytes a space, a dot, a hyphen, a no-break space or a narrow one has that stands at a place; 0 where none does. */
function separatorAt(at: usize, limit: usize): usize {
  if (at + 3 >= limit) return 0;
  const byte = load<u8>(at);
  if (byte == 0x20 || byte == 0x2e || byte == 0x2d) return 1;
  if (byte == 0xc2 && load<u8>(at, 1) == 0xa0) return 2;
  return byte == 0xe2 && load<u8>(at, 1) == 0x80 && load<u8>(at, 2) == 0xaf ? 3 : 0;
}

/** What makes the digits behind it another number, a part of a name or of an address. */
function isBound(byte: u8): bool {
  if (isLetter(byte) || isDigit(byte) || byte == 0x5f) return true;
  if (byte >= 0x2b && byte <= 0x2f) return true; // + , - . /
  return byte == 0x40 || byte == 0x5c || byte == 0x24 || byte == 0x26; // @ \ $ &
}

function goesOn(at: usize, limit: usize): bool {
  if (at >= limit) return false;
  const byte = load<u8>(at);
  return isLetter(byte) || byte == 0x5f || byte == 0x40;
}
