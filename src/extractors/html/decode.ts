import type { Charset } from "./charset.ts";
import type { Declared } from "./declared.ts";
import { referenceAt, type ReferencePlace } from "./references.ts";
import type { Written } from "./written.ts";

/** How characters are written in a text. */
export interface Spelling extends Pick<Charset, "table"> {
  /** In what stands there, where it can have references to characters. */
  readonly references?: ReferencePlace;
  /** What XML has declared itself. */
  readonly own?: Declared;
}

const amp = 38;

/**
 * Writes some bytes as the characters that they stand for. NULs are left out, as browsers do in text.
 * @param base what is added to a place for where it comes from
 * @returns whether anything is written otherwise than it stands there
 */
export function writeDecoded(
  to: Written,
  bytes: Buffer,
  start: number,
  end: number,
  base: number,
  { references, table, own }: Spelling,
): boolean {
  let from = start;
  let isOther = false;
  for (let at = start; at < end; at++) {
    const byte = bytes[at] ?? 0;
    if (byte !== amp && byte !== 0 && (byte < 0x80 || table === undefined)) continue;
    let length = 1;
    let text: Uint8Array = nothing;
    if (byte === amp) {
      const reference = references === undefined ? undefined : referenceAt(bytes, at, end, references, own);
      if (reference === undefined) continue;
      ({ length, text } = reference);
    } else if (byte >= 0x80) text = table?.[byte - 0x80] ?? nothing;
    to.copy(bytes, from, at, base + from);
    to.put(text, base + at, base + at + length);
    isOther = true;
    from = at + length;
    at = from - 1;
  }
  to.copy(bytes, from, end, base + from);
  return isOther;
}

const nothing = Buffer.alloc(0);
