import type { Clues } from "../src/model/clues.ts";

/** Where twelve readable bytes in hexadecimal digits begin, in each run the first, found byte by byte. */
export function hexadecimalIn(text: string): Clues["hexadecimal"] {
  const places: number[] = [];
  for (const { 0: digits, index } of text.matchAll(/[\da-fA-F]{24,}/g)) {
    for (let at = 0; at + 24 <= digits.length; at++) {
      const bytes = Buffer.from(digits.slice(at, at + 24), "hex");
      if (!/^[\t\n\r -~\0]{12}$/.test(bytes.toString("latin1")) || bytes.filter((byte) => byte !== 0).length < 3)
        continue;
      places.push(index + at);
      break;
    }
  }
  return places;
}

/** Where gzip begins that is written in base64 or digits, twelve bytes of it. */
export function gzipIn(text: string): Clues["gzip"] {
  return Array.from(text.matchAll(/H4sI(?=[^\s"']{12})|1f8b08(?=[\da-f]{18})/gi), ({ 0: found, index }) => ({
    found,
    index,
  }))
    .filter(({ found }) => found.length > 4 || found === "H4sI")
    .map(({ index }) => index);
}
