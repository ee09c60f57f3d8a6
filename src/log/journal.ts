import type { Range } from "../model/range.ts";

/**
 * A field of an entry, by its places in the input: `NAME=value` and a newline; or, where the value is binary or has lines, `NAME`, a newline,
 * its length in eight bytes, the lowest first, the value and a newline. https://systemd.io/JOURNAL_EXPORT_FORMATS/
 */
export interface Field {
  readonly name: Range;
  readonly value: Range;
  /** Whether the length stands before the value. */
  readonly isBinary: boolean;
  /** Behind its newline. */
  readonly end: number;
}

/** How many bytes a length has. */
export const lengthOfLength = 8;

/** No name is longer; journald allows 64. */
const longestName = 256;

const [newline, equals] = [0x0a, 0x3d];

/** The fields that `journalctl -o export` and systemd's gateway begin an entry with. */
const beginnings = ["__CURSOR=", "__REALTIME_TIMESTAMP="];

/** Whether a log that begins so is systemd's export format; undefined if it has to be seen further. */
export function isJournal(first: Buffer): boolean | undefined {
  const text = first.toString("latin1", 0, 32);
  if (beginnings.some((beginning) => text.startsWith(beginning))) return true;
  return beginnings.some((beginning) => beginning.startsWith(text)) ? undefined : false;
}

/** What stands at a place where a field may begin: one, the empty line behind an entry, or something that is not there as a whole. */
export type Piece = Field | "end" | "unfinished";

/**
 * @param seen up to where it is known that no newline stands
 * @param isLast nothing comes behind the bytes
 * @throws {Error} if there is neither a field nor an end.
 */
export function pieceAt(bytes: Buffer, at: number, seen: number, isLast: boolean): Piece {
  if (bytes[at] === newline) return "end";
  let end = at;
  while (end < bytes.length && end - at <= longestName && isOfName(bytes[end] ?? 0)) end++;
  const mark = bytes[end];
  if (end === bytes.length && !isLast) return "unfinished";
  if (end === at || (mark !== newline && mark !== equals)) throw new Error("it is no entry of a journal any more");
  return mark === equals ? textField(bytes, { start: at, end }, seen, isLast) : binaryField(bytes, { start: at, end });
}

function textField(bytes: Buffer, name: Range, seen: number, isLast: boolean): Piece {
  const start = name.end + 1;
  const end = bytes.indexOf(newline, Math.max(start, seen));
  if (end !== -1) return { name, value: { start, end }, isBinary: false, end: end + 1 };
  return isLast ? { name, value: { start, end: bytes.length }, isBinary: false, end: bytes.length } : "unfinished";
}

function binaryField(bytes: Buffer, name: Range): Piece {
  const start = name.end + 1 + lengthOfLength;
  if (start > bytes.length) return "unfinished";
  const length = bytes.readBigUInt64LE(name.end + 1);
  if (length > BigInt(longestField)) throw new Error(tooLong);
  const end = start + Number(length);
  if (end >= bytes.length) return "unfinished";
  if (bytes[end] !== newline) throw new Error("it is no entry of a journal any more");
  return { name, value: { start, end }, isBinary: true, end: end + 1 };
}

/** What is masked decides on a length that stands before it: so much is held in memory, in bytes. */
export const longestField: number = 16 << 20;

export const tooLong = "a field of the journal has more than 16 MB: `journalctl -o json` gives what can be masked";

/** Capital letters, digits, `_`. */
function isOfName(byte: number): boolean {
  return (byte >= 0x41 && byte <= 0x5a) || (byte >= 0x30 && byte <= 0x39) || byte === 0x5f;
}

/** A length as it is written. */
export function writtenLength(length: number): string {
  const bytes = Buffer.alloc(lengthOfLength);
  bytes.writeBigUInt64LE(BigInt(length));
  return bytes.toString("latin1");
}
