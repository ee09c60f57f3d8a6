import type { Room } from "../gzip.ts";
import { inflate, take } from "../inflate.ts";
import { type Dictionary, isArray, isDictionary, isName, numberIn, type Value } from "./value.ts";

type Resolve = (value: Value | undefined) => Value | undefined;

/**
 * What the bytes of a stream come to: ISO 32000-2, 7.4. Undefined where they are damaged, or where a filter of pictures is one of them.
 * @throws {TooLarge}
 */
export function decodeStream(
  bytes: Buffer,
  dictionary: Dictionary,
  { resolve, room, isOwn }: Surroundings,
): Buffer | undefined {
  let decoded: Buffer | undefined = bytes;
  const parameters = listOf(resolve(dictionary.get("DecodeParms") ?? dictionary.get("DP")), resolve);
  const filters = filtersOf(dictionary, resolve);
  if (filters.length > mostFilters) return undefined;
  for (const [index, filter] of filters.entries()) {
    const own = parameters[index];
    decoded = decodeWith(
      filter,
      decoded,
      isDictionary(own) ? own : new Map<string, Value>(),
      room,
      isOwn && index === 0,
    );
    if (decoded === undefined) return undefined;
  }
  return decoded;
}

const mostFilters = 8;

/** What a stream stands in. */
interface Surroundings {
  readonly resolve: Resolve;
  readonly room: Room;
  /** Whether nothing else is made of the same bytes: see inflate.ts. */
  readonly isOwn: boolean;
}

export function filtersOf(dictionary: Dictionary, resolve: Resolve): string[] {
  const filters = listOf(resolve(dictionary.get("Filter") ?? dictionary.get("F")), resolve);
  return filters.flatMap((filter) => (isName(filter) ? filter.name : []));
}

function listOf(value: Value | undefined, resolve: Resolve): (Value | undefined)[] {
  return isArray(value) ? value.slice(0, mostFilters + 1).map(resolve) : [value];
}

function decodeWith(
  filter: string,
  bytes: Buffer,
  parameters: Dictionary,
  room: Room,
  isOwn: boolean,
): Buffer | undefined {
  switch (filter) {
    case "FlateDecode":
    case "Fl":
      return unpredicted(
        inflate(bytes, "zlib", room, isOwn) ?? inflate(bytes.subarray(2), "deflate", room, isOwn),
        parameters,
      );
    case "LZWDecode":
    case "LZW":
      return unpredicted(decodeLzw(bytes, numberIn(parameters, "EarlyChange") ?? 1, room), parameters);
    case "ASCII85Decode":
    case "A85":
      return decodeAscii85(bytes.toString("latin1"));
    case "ASCIIHexDecode":
    case "AHx":
      return Buffer.from(
        bytes
          .toString("latin1")
          .replace(/>[^]*$/, "")
          .replaceAll(/[^\da-f]/gi, ""),
        "hex",
      );
    case "RunLengthDecode":
    case "RL":
      return decodeRuns(bytes, room);
    case "Crypt":
      return bytes;
    default:
      return undefined;
  }
}

/** What stands in rows, each as its difference from what is beside or above it: ISO 32000-2, 7.4.4.4, and the filters of PNG. */
function unpredicted(bytes: Buffer | undefined, parameters: Dictionary): Buffer | undefined {
  if (bytes === undefined || (numberIn(parameters, "Predictor") ?? 1) < 10) return bytes;
  const bits = (numberIn(parameters, "Colors") ?? 1) * (numberIn(parameters, "BitsPerComponent") ?? 8);
  const width = Math.ceil((bits * (numberIn(parameters, "Columns") ?? 1)) / 8);
  const before = Math.max(1, bits >> 3);
  if (!(width > 0 && width <= bytes.length)) return bytes;
  const rows = Math.floor(bytes.length / (width + 1));
  const plain = Buffer.alloc(rows * width);
  for (let row = 0; row < rows; row++) {
    const kind = bytes[row * (width + 1)] ?? 0;
    for (let column = 0; column < width; column++) {
      const at = row * width + column;
      const left = column >= before ? (plain[at - before] ?? 0) : 0;
      const up = row > 0 ? (plain[at - width] ?? 0) : 0;
      const corner = row > 0 && column >= before ? (plain[at - width - before] ?? 0) : 0;
      plain[at] = (bytes[row * (width + 1) + 1 + column] ?? 0) + predicted(kind, left, up, corner);
    }
  }
  return plain;
}

function predicted(kind: number, left: number, up: number, corner: number): number {
  if (kind === 1) return left;
  if (kind === 2) return up;
  if (kind === 3) return (left + up) >> 1;
  if (kind !== 4) return 0;
  const [byLeft, byUp, byCorner] = [Math.abs(up - corner), Math.abs(left - corner), Math.abs(left + up - 2 * corner)];
  if (byLeft <= byUp && byLeft <= byCorner) return left;
  return byUp <= byCorner ? up : corner;
}

function decodeLzw(bytes: Buffer, early: number, room: Room): Buffer {
  const table: Buffer[] = Array.from({ length: 258 }, (_, code) => Buffer.from(code < 256 ? [code] : []));
  const pieces: Buffer[] = [];
  let [bits, held, width] = [0, 0, 9];
  let last: Buffer | undefined;
  for (const byte of bytes) {
    held = ((held << 8) | byte) & 0xffffff;
    bits += 8;
    if (bits < width) continue;
    bits -= width;
    const code = (held >> bits) & ((1 << width) - 1);
    if (code === 257) break;
    if (code === 256) {
      table.length = 258;
      [width, last] = [9, undefined];
      continue;
    }
    const known = table[code];
    const piece: Buffer | undefined = known ?? (last && Buffer.concat([last, last.subarray(0, 1)]));
    if (piece === undefined) break;
    take(room, piece.length);
    pieces.push(piece);
    if (last !== undefined && table.length < 4096) table.push(Buffer.concat([last, piece.subarray(0, 1)]));
    last = piece;
    const count = table.length + early;
    width = count >= 2048 ? 12 : count >= 1024 ? 11 : count >= 512 ? 10 : 9;
  }
  return Buffer.concat(pieces);
}

function decodeAscii85(text: string): Buffer {
  const end = text.indexOf("~");
  const digits = text.slice(0, end === -1 ? text.length : end);
  const bytes = Buffer.alloc(digits.length * 4);
  let [length, count, sum] = [0, 0, 0];
  for (let at = 0; at < digits.length; at++) {
    const code = digits.charCodeAt(at);
    if (code === 0x7a && count === 0) {
      length += 4;
      continue;
    }
    if (code < 0x21 || code > 0x75) continue;
    sum = sum * 85 + code - 0x21;
    if (++count < 5) continue;
    bytes.writeUInt32BE(sum % 2 ** 32, length);
    length += 4;
    [count, sum] = [0, 0];
  }
  if (count > 1) {
    for (let missing = count; missing < 5; missing++) sum = sum * 85 + 84;
    bytes.writeUInt32BE(sum % 2 ** 32, length);
    length += count - 1;
  }
  return bytes.subarray(0, length);
}

function decodeRuns(bytes: Buffer, room: Room): Buffer {
  const pieces: Buffer[] = [];
  for (let at = 0; at < bytes.length;) {
    const length = bytes[at] ?? 128;
    if (length === 128) break;
    const piece = length < 128 ? bytes.subarray(at + 1, at + 2 + length) : Buffer.alloc(257 - length, bytes[at + 1]);
    take(room, piece.length);
    pieces.push(piece);
    at += length < 128 ? 2 + length : 2;
  }
  return Buffer.concat(pieces);
}
