/** Texts that are written as lists of their bytes, and where each byte is written. */
export interface Lists {
  readonly bytes: number[];
  readonly places: number[];
  /** Where the number of each ends. */
  readonly ends: number[];
}

/** Shorter lists are numbers and not text. */
const leastBytes = 8;

const comma = 0x2c;

/** Whether a list may go on so: a digit, a space or a newline, an escape of one. */
export function mayBeList(byte: number = 0): boolean {
  return isDigit(byte) || byte === 0x20 || byte === 0x0a || byte === 0x0d || byte === 0x5c;
}

/** Reads numbers with commas between, or spaces as Go prints them, up to what is none; a newline stands behind each text. @returns where they end */
export function readList(held: Buffer, start: number, { bytes, places, ends }: Lists): number {
  const before = bytes.length;
  let at = start;
  for (;;) {
    const number = skipSpace(held, at);
    const end = endOfNumber(held, number);
    const value = end === number || end - number > 3 ? 256 : Number(held.toString("latin1", number, end));
    if (value > 255) break;
    bytes.push(value);
    places.push(number);
    ends.push(end);
    at = skipSpace(held, end);
    if (held[at] === comma) at++;
    else if (at === end) break;
  }
  if (bytes.length === before) return at; // most brackets; to set a length takes as long as to read such a list
  if (bytes.length - before < leastBytes) bytes.length = places.length = ends.length = before;
  else {
    bytes.push(0x0a);
    places.push(at);
    ends.push(at);
  }
  return at;
}

/** Over spaces and newlines, also those that are escaped, once for each string around it. */
function skipSpace(held: Buffer, start: number): number {
  let at = start;
  for (;;) {
    const byte = held[at];
    if (byte === 0x20 || byte === 0x0a || byte === 0x0d || byte === 0x09) at++;
    else if (byte === 0x5c) {
      let letter = at + 1;
      while (held[letter] === 0x5c && letter - at < 128) letter++;
      if (![0x6e, 0x72, 0x74].includes(held[letter] ?? 0)) return at;
      at = letter + 1;
    } else return at;
  }
}

export function endOfNumber(held: Buffer, start: number): number {
  let at = start;
  while (isDigit(held[at] ?? 0)) at++;
  return at;
}

function isDigit(byte: number): boolean {
  return byte >= 0x30 && byte <= 0x39;
}
