const wideMark = "\xfe\xff";
const littleMark = "\xff\xfe";
const utf8Mark = "\xef\xbb\xbf";

/** A text string: ISO 32000-2, 7.9.2.2. @param text a character for each byte */
export function stringOf(text: string): string {
  const bytes = Buffer.from(text, "latin1");
  if (text.startsWith(wideMark)) return swapped(bytes.subarray(2)).toString("utf16le");
  if (text.startsWith(littleMark)) return bytes.subarray(2).toString("utf16le");
  return bytes.toString(text.startsWith(utf8Mark) ? "utf8" : "latin1");
}

function swapped(bytes: Buffer): Buffer {
  return Buffer.from(bytes.subarray(0, bytes.length - (bytes.length % 2))).swap16();
}
