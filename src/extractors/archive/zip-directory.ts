import type { Bytes } from "../../model/bytes.ts";
import type { Range } from "../../model/range.ts";
import { TooLarge } from "../format.ts";
import { copied } from "../slice.ts";

/** An entry as its directory or its own header tells it. */
export interface Entry {
  readonly name: Buffer;
  /** Where its names stand, in the directory and in its own header: they can differ. */
  readonly names: readonly Range[];
  readonly method: number;
  readonly isEncrypted: boolean;
  /** As they stand in the archive. */
  readonly data: Range;
  /** Whether no other entry has the same bytes. */
  readonly isOwn: boolean;
}

interface Directory {
  readonly entries: readonly Entry[];
  readonly comments: readonly Range[];
}

const mostEntries = 200_000;
const longestDirectory = 1 << 26;

const endMark = "PK\x05\x06";
const endLength = 22;
const longestComment = 65_535;
const longMark = 0x07064b50; // the locator of ZIP64
const directoryMark = 0x02014b50;
const headerMark = 0x04034b50;
const headerLength = 30;
const absent = 0xffffffff;

/** What the end of an archive tells of it; undefined where there is no such end. @throws {TooLarge} */
export function directoryOf(bytes: Bytes): Directory | undefined {
  const from = Math.max(0, bytes.length - endLength - longestComment);
  const tail = copied(bytes, from, bytes.length);
  const at = tail.lastIndexOf(endMark, undefined, "latin1");
  if (at === -1 || at + endLength > tail.length) return undefined;
  const end = from + at;
  const long = longEnd(bytes, end);
  const length = long?.length ?? tail.readUInt32LE(at + 12);
  const told = long?.start ?? tail.readUInt32LE(at + 16);
  // Something may stand before the archive, from which places do not count.
  const start = long === undefined ? end - length : told;
  const base = long === undefined ? start - told : 0;
  if (length > longestDirectory) throw new TooLarge("its directory is longer than 64 MB");
  if (start < 0 || base < 0) return undefined;
  const comments = [{ start: end + endLength, end: bytes.length }];
  const entries: Entry[] = [];
  const directory = copied(bytes, start, start + length);
  for (let place = 0; place + 46 <= directory.length && directory.readUInt32LE(place) === directoryMark;) {
    const nameLength = directory.readUInt16LE(place + 28);
    const extraLength = directory.readUInt16LE(place + 30);
    const commentLength = directory.readUInt16LE(place + 32);
    const nameEnd = place + 46 + nameLength;
    const next = nameEnd + extraLength + commentLength;
    const range = { start: start + place + 46, end: start + nameEnd };
    const header = { directory, place, extra: directory.subarray(nameEnd, nameEnd + extraLength) };
    entries.push(entryOf(bytes, header, { name: directory.subarray(place + 46, nameEnd), range }, base));
    if (commentLength > 0) comments.push({ start: start + nameEnd + extraLength, end: start + next });
    if (entries.length > mostEntries) throw tooMany();
    place = next;
  }
  return { entries: owned(entries), comments };
}

/** Where ZIP64 says that the directory stands. */
function longEnd(bytes: Bytes, end: number): { readonly start: number; readonly length: number } | undefined {
  if (end < 20) return undefined;
  const locator = bytes.subarray(end - 20, end);
  if (locator.readUInt32LE(0) !== longMark) return undefined;
  const at = Number(locator.readBigUInt64LE(8));
  if (at + 56 > bytes.length) return undefined;
  const record = bytes.subarray(at, at + 56);
  return { length: Number(record.readBigUInt64LE(40)), start: Number(record.readBigUInt64LE(48)) };
}

interface Header {
  readonly directory: Buffer;
  readonly place: number;
  readonly extra: Buffer;
}

function entryOf(
  bytes: Bytes,
  { directory, place, extra }: Header,
  named: { readonly name: Buffer; readonly range: Range },
  base: number,
): Entry {
  const written = {
    whole: directory.readUInt32LE(place + 24),
    length: directory.readUInt32LE(place + 20),
    at: directory.readUInt32LE(place + 42),
  };
  const { length, at } = withLong(written, extra);
  const local = localAt(bytes, base + at);
  const start = local?.data ?? bytes.length;
  return {
    name: named.name,
    names: local === undefined ? [named.range] : [named.range, local.range],
    method: directory.readUInt16LE(place + 10),
    isEncrypted: (directory.readUInt16LE(place + 8) & 1) === 1,
    data: { start, end: Math.min(bytes.length, start + length) },
    isOwn: false,
  };
}

/** Numbers that do not fit stand in an extra field: APPNOTE.TXT, 4.5.3. */
function withLong(
  { whole, length, at }: { readonly whole: number; readonly length: number; readonly at: number },
  extra: Buffer,
): { readonly length: number; readonly at: number } {
  if (length !== absent && at !== absent) return { length, at };
  for (let place = 0; place + 4 <= extra.length; place += 4 + extra.readUInt16LE(place + 2)) {
    if (extra.readUInt16LE(place) !== 1) continue;
    let next = place + 4 + (whole === absent ? 8 : 0);
    const number = (): number => (next + 8 <= extra.length ? Number(extra.readBigUInt64LE((next += 8) - 8)) : 0);
    return { length: length === absent ? number() : length, at: at === absent ? number() : at };
  }
  return { length, at };
}

interface Local {
  readonly name: Buffer;
  readonly range: Range;
  readonly method: number;
  readonly isEncrypted: boolean;
  readonly length: number;
  /** Where its data begin. */
  readonly data: number;
}

function localAt(bytes: Bytes, at: number): Local | undefined {
  if (at < 0 || at + headerLength > bytes.length) return undefined;
  const header = Buffer.from(bytes.subarray(at, at + headerLength));
  if (header.readUInt32LE(0) !== headerMark) return undefined;
  const range = { start: at + headerLength, end: at + headerLength + header.readUInt16LE(26) };
  return {
    name: Buffer.from(bytes.subarray(range.start, range.end)),
    range,
    method: header.readUInt16LE(8),
    isEncrypted: (header.readUInt16LE(6) & 1) === 1,
    length: header.readUInt32LE(18),
    data: range.end + header.readUInt16LE(28),
  };
}

/** Says of each entry whether its bytes are its own: those of a bomb share theirs. */
function owned(entries: readonly Entry[]): Entry[] {
  const own = new Set<Entry>();
  let last = 0;
  for (const entry of entries.toSorted((a, b) => a.data.start - b.data.start)) {
    if (entry.data.start >= last) own.add(entry);
    last = Math.max(last, entry.data.end);
  }
  return entries.map((entry) => ({ ...entry, isOwn: own.has(entry) }));
}

/** With entries that the directory does not have: it can be missing, and a file that was deleted from it is still there. */
export function withHidden(bytes: Bytes, entries: readonly Entry[]): Entry[] {
  const all = [...entries];
  let from = 0;
  const found = entries.map(({ data }) => data).toSorted((a, b) => a.start - b.start);
  for (const known of [...found, { start: bytes.length, end: bytes.length }]) {
    while (from + headerLength <= known.start) {
      const at = headerIn(bytes, from, known.start);
      if (at === -1) break;
      const local = localAt(bytes, at);
      from = at + 4;
      // Right behind a header that the directory tells of stand its own data.
      if (local === undefined || local.data >= known.start) continue;
      const length = local.length === 0 || local.length === absent ? known.start - local.data : local.length;
      const data = { start: local.data, end: Math.min(known.start, local.data + length) };
      const { name, range, method, isEncrypted } = local;
      all.push({ name, names: [range], method, isEncrypted, data, isOwn: true });
      if (all.length > mostEntries) throw tooMany();
      from = Math.max(from, data.end);
    }
    from = Math.max(from, known.end);
  }
  return all;
}

const part = 65_536;

function headerIn(bytes: Bytes, from: number, to: number): number {
  for (let start = from; start < to; start += part) {
    const at = bytes.subarray(start, Math.min(to, start + part + 3)).indexOf("PK\x03\x04", 0, "latin1");
    if (at !== -1) return start + at;
  }
  return -1;
}

function tooMany(): TooLarge {
  return new TooLarge(`it has more than ${mostEntries} entries`);
}
