import { NONE, limit } from "./folds";

// What marks are made of.

/** A space behind the end. */
export function byteAt(at: usize): u8 {
  return at < limit ? load<u8>(at) : 0x20;
}

export function isLetter(byte: u8): bool {
  return (byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x7a;
}

/** What words are made of. */
export function isOfWord(byte: u8): bool {
  return byte >= 0x80 || isLetter(byte) || isDigit(byte);
}

export function isDigit(byte: u8): bool {
  return byte >= 0x30 && byte <= 0x39;
}

export function isLineBreak(byte: u8): bool {
  return byte == 0x0a || byte == 0x0d;
}

/** How many digits `hexadecimal` has read. */
export let digitsRead: u32 = 0;

/** A number in so many hexadecimal digits; `NONE` where there are fewer. */
export function hexadecimal(at: usize, least: u32, most: u32): u32 {
  let number: u32 = 0;
  for (digitsRead = 0; digitsRead < most; digitsRead++) {
    const byte = byteAt(at + digitsRead);
    const letter = (byte | 0x20) - 0x61;
    if (isDigit(byte)) number = (number << 4) | (byte & 15);
    else if (letter < 6) number = (number << 4) | (letter + 10);
    else break;
  }
  return digitsRead < least ? NONE : number;
}

/** Where the letters and digits end that begin at a place, at most 32. */
export function endOfName(at: usize): usize {
  let end = at;
  while (end < at + 32 && (isLetter(byteAt(end)) || isDigit(byteAt(end)))) end++;
  return end;
}

/** Puts names of eight bytes at most, with a space before each, where a list of them is to stand: u64 each, and 0 behind the last. */
export function placeNames(list: usize, names: string): void {
  let at = list - 8;
  let shift: u64 = 0;
  for (let index = 0; index < names.length; index++) {
    const character = <u64>names.charCodeAt(index);
    if (character == 0x20) {
      at += 8;
      shift = 0;
    } else {
      store<u64>(at, load<u64>(at) | (character << shift));
      shift += 8;
    }
  }
}

/**
 * Whether a name is among those of a list.
 * @param bits 0x20 in each byte where capitals count as small letters
 */
export function isListed(list: usize, start: usize, end: usize, bits: u64 = 0): bool {
  const length = <u64>(end - start);
  if (length == 0 || length > 8) return false;
  const name = (load<u64>(start) | bits) & (<u64>-1 >>> (64 - 8 * length));
  for (let at = list; load<u64>(at) != 0; at += 8) if (load<u64>(at) == name) return true;
  return false;
}

/** Whether what stands at a place begins with one of the names of a list. */
export function beginsListed(list: usize, start: usize): bool {
  const eight = load<u64>(start);
  for (let at = list; load<u64>(at) != 0; at += 8) {
    const name = load<u64>(at);
    const mask = <u64>-1 >>> (clz(name) & ~(<u64>7));
    if ((eight & mask) == name) return true;
  }
  return false;
}
