// What shapes.ts looks at byte by byte.

/** So many bytes between two digits belong to the stretch, such as ` – ` in UTF-8. */
export const GAP: u32 = 5;

/** What `follow` counted last. */
export let counted: u32 = 0;

/** Counts digits, or letters and digits, with separators between; returns where the last one ends. */
export function follow(at: usize, limit: usize, letters: bool, most: u32): usize {
  let end = at;
  counted = 0;
  for (; at < limit && at - end <= GAP && counted < most; at++) {
    const byte = load<u8>(at);
    if (isDigit(byte) || (letters && isLetter(byte))) {
      counted++;
      end = at + 1;
    } else if (!isSeparator(byte)) break;
  }
  return end;
}

/** Counts digits that are told as bits, the first one lowest; returns where the last one ends. */
export function within(digits: u64): u64 {
  counted = <u32>popcnt(digits);
  return 64 - clz(digits);
}

/** Whether behind a dot between digits stand two numbers of three digits at most, each with a dot, and a digit. */
export function isChain(dot: usize, limit: usize): bool {
  for (let more = 0; more < 2; more++) {
    const number = dot + 1;
    for (dot = number; dot < limit && dot - number < 3 && isDigit(load<u8>(dot));) dot++;
    if (dot == number || dot >= limit || load<u8>(dot) != 0x2e) return false;
  }
  return dot + 1 < limit && isDigit(load<u8>(dot + 1));
}

/** Whether the number in front of a dot is one with which nets of one's own begin, or what stands before it cannot be told. */
export function mayBePrivate(dot: usize, first: usize): bool {
  let at = dot;
  while (at > first && dot - at < 4 && isDigit(load<u8>(at - 1))) at--;
  return at == first || load<u8>(at - 1) == 0x2e || beginsPrivate(at);
}

/** Whether there is one of the numbers with which nets of one's own begin, and a dot. */
export function beginsPrivate(at: usize): bool {
  let number: u32 = 0;
  for (const stop = at + 3; at < stop && isDigit(load<u8>(at)); at++) number = number * 10 + load<u8>(at) - 0x30;
  return load<u8>(at) == 0x2e && (number == 10 || number == 100 || number == 169 || number == 172 || number == 192);
}

/** As long as a domain can be (RFC 1035). */
const LONGEST_DOMAIN: usize = 255;

/** Whether bytes of words and dots go on until a dot stands in front of a letter. */
export function isDomain(at: usize, limit: usize): bool {
  for (const stop = min(at + LONGEST_DOMAIN, limit) - 1; at < stop; at++) {
    const byte = load<u8>(at);
    const next = load<u8>(at, 1);
    if (byte == 0x2e && (isLetter(next) || next >= 0x80)) return true;
    if (byte != 0x2e && !isWord(byte)) return false;
  }
  return false;
}

/** Whether there are a figure, and two colons side by side or four of them near each other. */
export function hasGroups(start: usize, end: usize): bool {
  let last = start;
  let chain = 0;
  let hasDigit = false;
  let hasColons = false;
  for (let at = start; at < end; at++) {
    const byte = load<u8>(at);
    if (isDigit(byte)) hasDigit = true;
    if (byte != 0x3a) continue;
    if (chain != 0 && at == last + 1) hasColons = true;
    chain = chain != 0 && at - last <= 5 ? chain + 1 : 1;
    if (chain == 4) hasColons = true;
    last = at;
  }
  return hasDigit && hasColons;
}

export function isDigit(byte: u8): bool {
  return byte >= 0x30 && byte <= 0x39;
}

export function isCapital(byte: u8): bool {
  return byte >= 0x41 && byte <= 0x5a;
}

export function isLetter(byte: u8): bool {
  return isCapital(byte & 0xdf);
}

export function isToken(byte: u8): bool {
  return isLetter(byte) || isDigit(byte) || byte == 0x5f || byte == 0x2d;
}

export function isWord(byte: u8): bool {
  return isToken(byte) || byte >= 0x80;
}

export function isDotted(byte: u8): bool {
  return isDigit(byte) || byte == 0x2e;
}

export function isInColons(byte: u8): bool {
  return isDigit(byte) || byte == 0x3a || ((byte & 0xdf) >= 0x41 && (byte & 0xdf) <= 0x46);
}

/** Space, `(`, `)`, `-`, `.`, `/`, and what other spaces and dashes are made of. */
export function isSeparator(byte: u8): bool {
  return byte == 0x20 || byte == 0x28 || byte == 0x29 || (byte >= 0x2d && byte <= 0x2f) || byte >= 0x80;
}
