const quote = 0x22;
const backslash = 0x5c;

/** Where a string of JSON ends: at its last quotation mark, or where the text does. @param from behind its first quotation mark */
export function endOfString(bytes: Buffer, from: number): number {
  for (let at = bytes.indexOf(quote, from); at !== -1; at = bytes.indexOf(quote, at + 1)) {
    if (!isEscaped(bytes, at)) return at;
  }
  return bytes.length;
}

/** Whether an odd number of backslashes stands in front of a place. */
export function isEscaped(bytes: Buffer, at: number): boolean {
  let before = at;
  while (bytes[before - 1] === backslash) before--;
  return (at - before) % 2 === 1;
}
