import type { Format } from "../format.ts";
import { inflate } from "../inflate.ts";
import { innerPart } from "../inner.ts";
import { copied } from "../slice.ts";

/** More is not inflated, so that more need not be read. */
const longest = 1 << 26;

/** So far a text is told from what is none, in bytes. */
const beginning = 128;

/**
 * A text of a site in brotli (RFC 7932) under its plain name, as hosts keep it that send it with a header that says so. Nothing in its bytes tells:
 * where they are no text, it is tried.
 */
export const packedText: Format = {
  *texts(of, room) {
    const { length } = of.bytes;
    if (length > longest || isText(of.bytes.subarray(0, beginning))) return;
    const range = { start: 0, end: length };
    const bytes = inflate(copied(of.bytes, 0, length), "brotli", room, true);
    if (bytes === undefined || bytes.length === 0) return;
    const name = of.name === undefined ? {} : { name: of.name };
    yield innerPart(of, { surface: `brotli in ${of.surface}`, ...name, bytes, range, isExact: false });
  },
};

/** No text has control characters but for white space and the one that colours begin with. NUL stands in UTF-16, which is read as such. */
function isText(bytes: Uint8Array): boolean {
  for (const byte of bytes) if (byte < 0x20 && byte > 0 && (byte < 0x09 || byte > 0x0d) && byte !== 0x1b) return false;
  return true;
}
