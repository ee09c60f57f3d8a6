/** What base64 of several lines holds, however it was written down. */
export interface Armor {
  readonly bytes: Buffer;
  /** Where the last of it ends in the text. */
  readonly end: number;
  /** Something other than base64 stands in it: it was cut short by hand, or is no key at all. */
  readonly broken: boolean;
}

/** Line breaks as strings, JSON and HTML write them: `\n`, `\\r\\n`, `\u000a`, `<br>`, `&#10;`. */
const breaks = /\\{1,8}(?:[nrt]|u000[aAdD]|x0[aAdD])|<br ?\/?>|&#(?:10|13|x[aAdD]);/g;

/** `Proc-Type: 4,ENCRYPTED` (RFC 1421), `Version: GnuPG v2` (RFC 9580). */
const headers =
  /(?:Proc-Type: ?\d, ?[A-Z-]{1,20}|DEK-Info: ?[\w-]{1,30}, ?[0-9A-Fa-f]{1,64})|(?<=\n[ \t"'`+>#*]{0,40})[A-Z][A-Za-z-]{1,30}: [^\n]{0,200}/g;

/** The operators and comment signs between the lines of a literal, a quoted mail, a list. */
const glue = /^(?:[+&|~*#/-]{1,3}|\.{1,2})$/;

/** Shorter than any whole line of base64 that a program writes: where no end is marked, such a line is the last. */
const shortestLine = 40;

/** RSA of 16,384 bits has 12,700 characters, and escapes and quotes come on top. */
export const longestArmor = 20_000;

/**
 * Reads the base64 that a text begins with. A mark stands behind it (`isFramed`), or it goes on for as far as it reaches.
 * Every line of a diff begins with the sign that its first line has.
 */
export function readArmor(text: string, isFramed: boolean, sign = ""): Armor {
  const plain = text.slice(0, longestArmor).replaceAll(breaks, blank).replaceAll(headers, blank);
  let base64 = "";
  let end = 0;
  let broken = false;
  for (const { 0: word, index } of plain.matchAll(/[^\s"'`\\,;()<>[\]{}]+/g)) {
    if (glue.test(word)) continue;
    const line = word.startsWith(sign) ? word.slice(sign.length) : word;
    // OpenPGP's armor ends with `=` and a checksum.
    const [, digits] = /^([A-Za-z0-9+/]*)(?:={0,2}|={1,3}[A-Za-z0-9+/]{4})$/.exec(line) ?? [];
    broken = digits === undefined;
    if (digits === undefined) break;
    base64 += digits;
    end = index + word.length;
    if (!isFramed && line.length < shortestLine) break;
  }
  return { bytes: Buffer.from(base64, "base64"), end, broken };
}

/** A line break of the same length, so that offsets stay. */
function blank(text: string): string {
  return "\n".padEnd(text.length);
}
