import { isUtf8 } from "node:buffer";

/** What UTF-8 looks like that was read as Windows-1252 or Latin-1 and written again: `Ã¶` for `ö`. */
export const misread =
  "(?:[\u00c2-\u00f4][\u0080-\u00bf\u0152\u0153\u0160\u0161\u0178\u017d\u017e\u0192\u02c6\u02dc\u2013\u2014\u2018-\u201a\u201c-\u201e\u2020-\u2022\u2026\u2030\u2039\u203a\u20ac\u2122]{1,3}){1,64}";

/** What it was before; undefined where it is what somebody wrote. */
export function readAgain(text: string): string | undefined {
  const bytes = Buffer.from(Array.from(text, (one) => byteOf(one)));
  const read = isUtf8(bytes) ? bytes.toString() : undefined;
  return read === undefined || /\p{Cc}/u.test(read) ? undefined : read;
}

let bytesOfWindows: ReadonlyMap<string, number> | undefined;

function byteOf(character: string): number {
  const point = character.codePointAt(0) ?? 0;
  if (point < 0x100) return point;
  bytesOfWindows ??= new Map(
    [...new TextDecoder("windows-1252").decode(Uint8Array.from({ length: 256 }, (_, byte) => byte))].map(
      (one, byte) => [one, byte] as const,
    ),
  );
  return bytesOfWindows.get(character) ?? 0;
}
