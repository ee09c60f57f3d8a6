import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { brotliCompressSync, crc32, deflateRawSync, deflateSync } from "node:zlib";

/** Builds documents of binary formats, with what a test plants in them. */

// Pictures.

export interface ExifValues {
  /** Text by the number of its tag, in the first directory. */
  readonly texts?: Readonly<Record<number, string | Buffer>>;
  /** Degrees, north and east. */
  readonly position?: readonly [number, number];
  readonly thumbnail?: Buffer;
}

/** A block of TIFF, little-endian, with two directories and one of the position. */
export function tiff({ texts = {}, position, thumbnail }: ExifValues): Buffer {
  const entries: Entry[] = Object.entries(texts).map(([tag, text]) => {
    const data = Buffer.isBuffer(text) ? text : Buffer.from(`${text}\0`);
    return { tag: Number(tag), type: Buffer.isBuffer(text) ? 7 : 2, count: data.length, data };
  });
  const first = 8;
  const firstEntries = [...entries, ...(position === undefined ? [] : [long(0x8825, 0)])];
  const data: Buffer[] = [];
  let next = first + sizeOf(firstEntries.length);
  const keep = (bytes: Buffer): number => {
    const at = next;
    data.push(bytes);
    next += bytes.length;
    return at;
  };
  const directory = (all: readonly Entry[], following: number): Buffer => {
    const bytes = Buffer.alloc(sizeOf(all.length));
    bytes.writeUInt16LE(all.length, 0);
    for (const [index, entry] of all.entries()) {
      const at = 2 + 12 * index;
      bytes.writeUInt16LE(entry.tag, at);
      bytes.writeUInt16LE(entry.type, at + 2);
      bytes.writeUInt32LE(entry.count, at + 4);
      if (entry.data.length <= 4) entry.data.copy(bytes, at + 8);
      else bytes.writeUInt32LE(keep(entry.data), at + 8);
    }
    bytes.writeUInt32LE(following, bytes.length - 4);
    return bytes;
  };
  if (position !== undefined) {
    const [latitude, longitude] = position;
    const entry = firstEntries.at(-1);
    const placed = [
      { tag: 1, type: 2, count: 2, data: Buffer.from(latitude < 0 ? "S\0" : "N\0") },
      { tag: 2, type: 5, count: 3, data: degrees(Math.abs(latitude)) },
      { tag: 3, type: 2, count: 2, data: Buffer.from(longitude < 0 ? "W\0" : "E\0") },
      { tag: 4, type: 5, count: 3, data: degrees(Math.abs(longitude)) },
    ];
    const bytes = directory(placed, 0);
    entry?.data.writeUInt32LE(keep(bytes));
  }
  let following = 0;
  if (thumbnail !== undefined) {
    const at = keep(thumbnail);
    following = keep(directory([long(0x0201, at), long(0x0202, thumbnail.length)], 0));
  }
  const head = Buffer.from([0x49, 0x49, 42, 0, first, 0, 0, 0]);
  return Buffer.concat([head, directory(firstEntries, following), ...data]);
}

interface Entry {
  readonly tag: number;
  readonly type: number;
  readonly count: number;
  readonly data: Buffer;
}

/** Of a directory of so many entries. */
function sizeOf(count: number): number {
  return 2 + 12 * count + 4;
}

function long(tag: number, value: number): Entry {
  const data = Buffer.alloc(4);
  data.writeUInt32LE(value);
  return { tag, type: 4, count: 1, data };
}

function degrees(value: number): Buffer {
  const bytes = Buffer.alloc(24);
  const minutes = (value % 1) * 60;
  for (const [index, number] of [
    Math.floor(value),
    1,
    Math.floor(minutes),
    1,
    Math.round((minutes % 1) * 6000),
    100,
  ].entries())
    bytes.writeUInt32LE(number, 4 * index);
  return bytes;
}

/** The smallest thing that a reader takes for a picture, with segments of some markers. */
export function jpeg(...segments: readonly (readonly [number, Buffer | string])[]): Buffer {
  const all = segments.map(([marker, data]) => {
    const bytes = Buffer.from(data);
    return Buffer.concat([Buffer.from([0xff, marker, (bytes.length + 2) >> 8, (bytes.length + 2) & 255]), bytes]);
  });
  const scan = Buffer.from("ffda0002aabbff00ccffd0dd", "hex");
  return Buffer.concat([Buffer.from([0xff, 0xd8]), ...all, scan, Buffer.from([0xff, 0xd9])]);
}

export function photo(values: ExifValues): Buffer {
  return jpeg([0xe1, Buffer.concat([Buffer.from("Exif\0\0"), tiff(values)])]);
}

/** An element of Matroska. @param id in hexadecimal digits */
export function element(id: string, ...contents: readonly (Buffer | string)[]): Buffer {
  const body = Buffer.concat(contents.map((one) => Buffer.from(one)));
  return Buffer.concat([Buffer.from(id, "hex"), Buffer.from([0x10]), uint32(body.length).subarray(1), body]);
}

/** A video of WebM with some elements of level 1. */
export function webm(...elements: readonly Buffer[]): Buffer {
  return Buffer.concat([element("1a45dfa3", element("4282", "webm")), element("18538067", ...elements)]);
}

/** A database that some statements make. */
export function sqlite(...statements: readonly string[]): Buffer {
  const folder = mkdtempSync(join(tmpdir(), "outgate-test-"));
  const file = join(folder, "a.db");
  const database = new DatabaseSync(file);
  for (const statement of statements) database.exec(statement);
  database.close();
  const bytes = readFileSync(file);
  rmSync(folder, { recursive: true });
  return bytes;
}

/** A drawing of Photoshop with one of its resources. */
export function photoshop(id: number, resource: Buffer | string): Buffer {
  const data = Buffer.from(resource);
  const named = Buffer.from([0x38, 0x42, 0x49, 0x4d, id >> 8, id & 255, 0, 0]);
  const resources = Buffer.concat([named, uint32(data.length), data, Buffer.alloc(data.length % 2)]);
  const header = Buffer.concat([Buffer.from("8BPS\0\x01"), Buffer.alloc(20)]);
  return Buffer.concat([header, uint32(0), uint32(resources.length), resources, uint32(0), Buffer.alloc(2)]);
}

export function xmp(...properties: readonly string[]): string {
  return `<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF><rdf:Description rdf:about="">${properties.join("")}</rdf:Description></rdf:RDF></x:xmpmeta>`;
}

export function png(...chunks: readonly (readonly [string, Buffer | string])[]): Buffer {
  const all = [["IHDR", Buffer.alloc(13)] as const, ...chunks, ["IEND", ""] as const].map(([name, data]) => {
    const named = Buffer.concat([Buffer.from(name), Buffer.from(data)]);
    return Buffer.concat([uint32(named.length - 4), named, uint32(crc32(named))]);
  });
  return Buffer.concat([Buffer.from("89504e470d0a1a0a", "hex"), ...all]);
}

export function gif(...extensions: readonly (readonly [number, readonly string[]])[]): Buffer {
  const screen = Buffer.from("GIF89a\x01\0\x01\0\0\0\0", "latin1");
  const all = extensions.map(([label, pieces]) =>
    Buffer.concat([Buffer.from([0x21, label]), ...pieces.map(piece), Buffer.alloc(1)]),
  );
  const shown = Buffer.from("2c0000000001000100000202440100", "hex");
  return Buffer.concat([screen, ...all, shown, Buffer.from(";")]);
}

function piece(text: string): Buffer {
  return Buffer.concat([Buffer.from([text.length]), Buffer.from(text)]);
}

export function webp(...chunks: readonly (readonly [string, Buffer | string])[]): Buffer {
  const all = chunks.map(([name, data]) => {
    const bytes = Buffer.from(data);
    return Buffer.concat([Buffer.from(name), uint32le(bytes.length), bytes, Buffer.alloc(bytes.length % 2)]);
  });
  const body = Buffer.concat([Buffer.from("WEBP"), ...all]);
  return Buffer.concat([Buffer.from("RIFF"), uint32le(body.length), body]);
}

export function box(name: string, ...contents: readonly (Buffer | string)[]): Buffer {
  const body = Buffer.concat([Buffer.from(name, "latin1"), ...contents.map((one) => Buffer.from(one))]);
  return Buffer.concat([uint32(body.length + 4), body]);
}

/** A picture with one item of EXIF. */
export function heic(exif: Buffer): Buffer {
  const item = Buffer.concat([uint32(0), exif]);
  const type = box("ftyp", "heic\0\0\0\0heic");
  const info = box(
    "iinf",
    Buffer.alloc(4),
    Buffer.from([0, 1]),
    box("infe", Buffer.from([2, 0, 0, 0, 0, 7, 0, 0]), "Exif\0"),
  );
  const located = (at: number): Buffer =>
    box("iloc", Buffer.from([0, 0, 0, 0, 0x44, 0, 0, 1, 0, 7, 0, 0, 0, 1]), uint32(at), uint32(item.length));
  const meta = (at: number): Buffer => box("meta", Buffer.alloc(4), info, located(at));
  const at = type.length + meta(0).length + 8;
  return Buffer.concat([type, meta(at), box("mdat", item)]);
}

/** A table of names with one of a font's designer: OpenType 1.9.1, `name`. */
export function fontNames(designer: string, before = ""): Buffer {
  const first = Buffer.from(before, "utf16le").swap16();
  const text = Buffer.from(designer, "utf16le").swap16();
  const record = [0, 1, 18, 3, 1, 0x409, 9, text.length, first.length];
  return Buffer.concat([...record.map(uint16), first, text]);
}

/** A font with nothing but names, in TrueType. @param place where it begins in its file */
export function truetype(names: Buffer, place = 0): Buffer {
  const entry = [Buffer.from("name"), uint32(0), uint32(place + 28), uint32(names.length)];
  return Buffer.concat([uint32(0x10000), uint16(1), Buffer.alloc(6), ...entry, names]);
}

/** A font with nothing but names: WOFF 1.0. */
export function woff(names: Buffer): Buffer {
  const data = deflateSync(Buffer.concat([names, Buffer.alloc(200)]));
  const head = [Buffer.from("wOFF"), uint32(0x10000), uint32(64 + data.length), uint16(1), Buffer.alloc(30)];
  const entry = [Buffer.from("name"), uint32(64), uint32(data.length), uint32(names.length + 200), uint32(0)];
  return Buffer.concat([...head, ...entry, data]);
}

/** The same in WOFF 2.0, with a text about it. */
export function woff2(names: Buffer, metadata: string = ""): Buffer {
  const data = brotliCompressSync(names);
  const directory = Buffer.from([5, 0x80 | (names.length >> 7), names.length & 127]);
  const text = metadata === "" ? Buffer.alloc(0) : brotliCompressSync(metadata);
  const at = text.length === 0 ? 0 : 48 + directory.length + data.length;
  const lengths = [uint32(0x10000), uint32(0), uint16(1), uint16(0), uint32(0), uint32(data.length), uint32(0)];
  const head = Buffer.concat([Buffer.from("wOF2"), ...lengths, uint32(at), uint32(text.length), Buffer.alloc(12)]);
  return Buffer.concat([head, directory, data, text]);
}

/** A song without sound, with one frame of ID3v2.4. */
export function id3(frame: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(frame), uint32(data.length), Buffer.alloc(2), data]);
  return Buffer.concat([Buffer.from("ID3\x04\0\0\0\0\0"), Buffer.of(body.length), body, Buffer.alloc(64, 0xff)]);
}

function uint16(value: number): Buffer {
  const bytes = Buffer.alloc(2);
  bytes.writeUInt16BE(value);
  return bytes;
}

function uint32(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(value);
  return bytes;
}

function uint32le(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
}

// Archives.

/** @param entries a name and contents; `stored` is not compressed. */
export function zip(entries: Readonly<Record<string, Buffer | string>>, change: ZipChange = {}): Buffer {
  const locals: Buffer[] = [];
  const directory: Buffer[] = [];
  let at = 0;
  for (const [name, contents] of Object.entries(entries)) {
    const plain = Buffer.from(contents);
    const data = change.method === 0 ? plain : deflateRawSync(plain);
    const common = Buffer.alloc(26);
    common.writeUInt16LE(20, 0);
    common.writeUInt16LE(change.isEncrypted === true ? 1 : 0, 2);
    common.writeUInt16LE(change.method ?? 8, 4);
    common.writeUInt32LE(crc32(plain), 10);
    common.writeUInt32LE(data.length, 14);
    common.writeUInt32LE(plain.length, 18);
    common.writeUInt16LE(Buffer.byteLength(name), 22);
    const local = Buffer.concat([Buffer.from("PK\x03\x04"), common, Buffer.from(name), data]);
    const isShared = change.isShared === true && locals.length > 0;
    const rest = Buffer.alloc(14);
    rest.writeUInt32LE(isShared ? 0 : at, 10);
    directory.push(Buffer.concat([Buffer.from("PK\x01\x02\x14\0"), common, rest, Buffer.from(name)]));
    if (isShared) continue;
    locals.push(local);
    at += local.length;
  }
  const all = Buffer.concat(directory);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(directory.length, 4);
  end.writeUInt16LE(directory.length, 6);
  end.writeUInt32LE(all.length, 8);
  end.writeUInt32LE(at, 12);
  return Buffer.concat([...locals, ...(change.isCut === true ? [] : [all, Buffer.from("PK\x05\x06"), end])]);
}

interface ZipChange {
  readonly method?: number;
  readonly isEncrypted?: boolean;
  /** Without its directory. */
  readonly isCut?: boolean;
  /** All entries lead to the data of the first. */
  readonly isShared?: boolean;
}

export function tar(entries: Readonly<Record<string, Buffer | string>>, owner: string = "root"): Buffer {
  return tarOf(Object.entries(entries).map(([name, contents]) => ({ name, contents, owner })));
}

interface TarEntry {
  readonly name: string;
  readonly contents: Buffer | string;
  readonly owner?: string;
  /** `0` for a file; `x` and `g` for headers of pax. */
  readonly kind?: string;
  /** The field of twelve bytes, in place of what the contents come to. */
  readonly size?: Buffer;
}

export function tarOf(entries: readonly TarEntry[]): Buffer {
  const all = entries.map(({ name, contents, owner = "root", kind = "0", size }) => {
    const bytes = Buffer.from(contents);
    const header = Buffer.alloc(512);
    header.write(name, 0);
    header.write("0000644\0", 100);
    header.set(size ?? Buffer.from(`${bytes.length.toString(8).padStart(11, "0")}\0`), 124);
    header.write(`        ${kind}`, 148);
    header.write("ustar\x0000", 257);
    header.write(owner, 265);
    const sum = header.reduce((before, byte) => before + byte, 0);
    header.write(`${sum.toString(8).padStart(6, "0")}\0 `, 148);
    return Buffer.concat([header, bytes, Buffer.alloc((512 - (bytes.length % 512)) % 512)]);
  });
  return Buffer.concat([...all, Buffer.alloc(1024)]);
}

/** As Debian's packages are: each entry begins at an even place. */
export function ar(entries: Readonly<Record<string, Buffer | string>>): Buffer {
  const all = Object.entries(entries).map(([name, contents]) => {
    const bytes = Buffer.from(contents);
    const head = `${name.padEnd(16)}${"0".padEnd(12)}${"0".padEnd(6)}${"0".padEnd(6)}${"100644".padEnd(8)}${String(bytes.length).padEnd(10)}\`\n`;
    return Buffer.concat([Buffer.from(head), bytes, Buffer.from("\n".repeat(bytes.length % 2))]);
  });
  return Buffer.concat([Buffer.from("!<arch>\n"), ...all]);
}

// PDF.

/** Objects, each its text, or a dictionary and what its stream holds. They are numbered from 1. */
export function pdf(...objects: readonly (string | readonly [string, Buffer | string])[]): Buffer {
  const all = objects.map((object, index) => {
    if (typeof object === "string") return Buffer.from(`${index + 1} 0 obj\n${object}\nendobj\n`, "latin1");
    const [dictionary, data] = object;
    const bytes = Buffer.from(data);
    const head = `${index + 1} 0 obj\n<< ${dictionary} /Length ${bytes.length} >>\nstream\n`;
    return Buffer.concat([Buffer.from(head, "latin1"), bytes, Buffer.from("\nendstream\nendobj\n")]);
  });
  return Buffer.concat([Buffer.from("%PDF-1.7\n"), ...all, Buffer.from("trailer\n<< /Root 1 0 R >>\n%%EOF\n")]);
}

/** A document whose pages show what some operators say. */
export function pages(...contents: readonly string[]): Buffer {
  const kids = contents.map((_, index) => `${4 + 2 * index} 0 R`);
  return pdf(
    "<< /Type /Catalog /Pages 2 0 R >>",
    `<< /Type /Pages /Kids [${kids.join(" ")}] /Count ${kids.length} /Resources << /Font << /F1 3 0 R >> >> >>`,
    "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    ...contents.flatMap((content, index) => [
      `<< /Type /Page /Parent 2 0 R /Contents ${5 + 2 * index} 0 R >>`,
      ["/Filter /FlateDecode", deflateSync(content)] as const,
    ]),
  );
}
