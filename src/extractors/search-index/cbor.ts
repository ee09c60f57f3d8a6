// The kinds of items that have something behind their head: RFC 8949, 3.1.
const byteString = 2;
const textString = 3;

/**
 * The texts in a document of CBOR, in the order in which they stand, whatever they are in: RFC 8949. What an array, a map or a tag holds
 * stands behind it as any other item does.
 * @throws {RangeError} where it is damaged; what was given before counts
 */
export function* cborTexts(bytes: Buffer): Generator<Buffer> {
  for (let at = 0; at < bytes.length;) {
    const head = bytes.readUInt8(at);
    const kind = head >> 5;
    const info = head & 31;
    const width = info < 24 || info === 31 ? 0 : widths[info - 24];
    if (width === undefined) throw new RangeError("no head of an item");
    const start = at + 1 + width;
    if (start > bytes.length) throw new RangeError("a head is cut");
    at = start;
    // What is no number of bytes is a value by itself, or how many items follow, or that some follow until the end is told.
    if ((kind !== byteString && kind !== textString) || info === 31) continue;
    const length = width === 0 ? info : numberAt(bytes, start - width, width);
    at += length;
    if (at > bytes.length) throw new RangeError("a text is cut");
    if (kind === textString) yield bytes.subarray(start, at);
  }
}

/** How many bytes behind a head tell a length or a value. */
const widths: readonly (number | undefined)[] = [1, 2, 4, 8];

/** More than a number holds exactly is more than there is. */
function numberAt(bytes: Buffer, at: number, width: number): number {
  return width === 8 ? Number(bytes.readBigUInt64BE(at)) : bytes.readUIntBE(at, width);
}
