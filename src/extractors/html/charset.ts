/** How the characters of a document are written. */
export interface Charset {
  /** UTF-8 for each byte from 0x80 on; undefined where the bytes are taken as they stand. */
  readonly table?: readonly Uint8Array[];
  /** The name of what has characters of several bytes and is not UTF-8: tags and ASCII in it are read, and nothing else is decoded. */
  readonly undecoded?: string;
}

/** How far a browser looks for a declaration, in bytes. */
const head = 1024;

const declaration =
  /<\?xml[^>]{0,200}?\sencoding\s*=\s*["']([\w.:-]{1,40})|<meta[^>]{0,500}?charset\s*=[\s"']*([\w.:-]{1,40})/i;

/** How a document says that its bytes are to be read. What says nothing is read as UTF-8. */
export function charsetOf(beginning: Buffer): Charset {
  if (beginning[0] === 0xef && beginning[1] === 0xbb && beginning[2] === 0xbf) return {};
  const { 1: ofXml, 2: ofMeta } = declaration.exec(beginning.toString("latin1", 0, head)) ?? [];
  const label = ofXml ?? ofMeta ?? "utf-8";
  // Of most pages it is, and a decoder is made in the time in which a page is read.
  if (/^utf-?8$/i.test(label)) return {};
  const decoder = decoderOf(label);
  if (decoder === undefined || decoder.encoding.startsWith("utf-")) return {};
  if (severalBytes.test(decoder.encoding)) return { undecoded: decoder.encoding };
  return { table: Array.from({ length: 128 }, (_, index) => Buffer.from(decoder.decode(Buffer.of(0x80 + index)))) };
}

/** Of the encodings of WHATWG those that are not of one byte a character. */
const severalBytes = /^(?:gb|big5|euc-|iso-2022|shift_jis|replacement|x-user)/;

function decoderOf(label: string): InstanceType<typeof TextDecoder> | undefined {
  try {
    return new TextDecoder(label);
  } catch {
    return undefined;
  }
}
