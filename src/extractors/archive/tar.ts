import { entryNames } from "../../model/segment.ts";
import { type Format, type Part, Unparsed } from "../format.ts";
import { entryPart } from "../inner.ts";
import { copied, sliceOf } from "../slice.ts";
import { Values } from "../values.ts";

const blockLength = 512;

/** The names of the entries, who packed them, and each of them as a document of its own: POSIX.1-2017, pax, and GNU tar. */
export const tar: Format = {
  *texts(of) {
    const { bytes } = of;
    const values = new Values(of);
    const whole = { bytes, range: { start: 0, end: bytes.length }, isExact: true };
    const entries: Part[] = [];
    let longName: Buffer | undefined;
    let largeSize: number | undefined;
    let at = 0;
    let isWhole = true;
    for (; at + blockLength <= bytes.length;) {
      const header = Buffer.from(bytes.subarray(at, at + blockLength));
      if (header.every((byte) => byte === 0)) break;
      const kind = header.toString("latin1", 156, 157);
      const isMore = kind === "L" || kind === "K" || kind === "x" || kind === "g";
      const size = (isMore ? undefined : largeSize) ?? numberIn(header.subarray(124, 136));
      if (!isHeader(header) || size === undefined) {
        isWhole = false;
        break;
      }
      const start = at + blockLength;
      const end = Math.min(bytes.length, start + size);
      for (const [from, length] of fields) {
        const value = fieldOf(header, from, length);
        if (from !== 0 || longName === undefined)
          values.addBytes(from === 0 || from === 345 ? `tar ${entryNames}` : "tar owner", whole, {
            start: at + from,
            end: at + from + value.length,
          });
      }
      if (isMore) {
        values.addBytes(`tar ${entryNames}`, whole, { start, end });
        const records = kind === "x" ? recordsIn(copied(bytes, start, end)) : undefined;
        const told = kind === "L" ? copied(bytes, start, end) : records?.get("path");
        if (told !== undefined) longName = Buffer.from(told);
        largeSize = decimalIn(records?.get("size")) ?? largeSize;
      } else {
        const prefix = fieldOf(header, 345, 155);
        const short = Buffer.concat([prefix, Buffer.from(prefix.length > 0 ? "/" : ""), fieldOf(header, 0, 100)]);
        const name = longName === undefined ? short : withoutNuls(longName);
        longName = undefined;
        largeSize = undefined;
        if (end > start)
          entries.push(
            entryPart(of, "tar", {
              name,
              bytes: sliceOf(bytes, start, end),
              range: { start, end },
              isExact: true,
            }),
          );
      }
      at = start + Math.ceil(size / blockLength) * blockLength;
    }
    if (at === 0) throw new Unparsed("it is no tar archive");
    yield* values.texts();
    yield* entries;
    if (!isWhole) throw new Unparsed("a damaged tar archive");
  },
};

/** Where names stand in a header, and how long they may be: of the entry, of what it links to, of its owner, of the owner's group, and the beginning of the first. */
const fields = [
  [0, 100],
  [157, 100],
  [265, 32],
  [297, 32],
  [345, 155],
] as const;

function fieldOf(header: Buffer, from: number, length: number): Buffer {
  return withoutNuls(header.subarray(from, from + length));
}

function withoutNuls(bytes: Buffer): Buffer {
  const end = bytes.indexOf(0);
  return end === -1 ? bytes : bytes.subarray(0, end);
}

/** In octal digits, or where they do not fit as a number of bytes behind a bit. */
function numberIn(field: Buffer): number | undefined {
  if (((field[0] ?? 0) & 0x80) !== 0) return Number(`0x${field.subarray(4).toString("hex")}`);
  const digits = field.toString("latin1").replaceAll(/[\0 ]/g, "");
  return /^[0-7]*$/.test(digits) ? Number.parseInt(digits || "0", 8) : undefined;
}

/** The sum of all bytes, with spaces in place of itself. */
function isHeader(header: Buffer): boolean {
  const told = numberIn(header.subarray(148, 156));
  let sum = 8 * 0x20;
  for (let at = 0; at < blockLength; at++) if (at < 148 || at >= 156) sum += header[at] ?? 0;
  return told === sum;
}

/**
 * The records of a header of pax: `30 path=name`, each behind its length and before a line break. They go before the fields of the next header, and the
 * last of several before the others.
 */
function recordsIn(bytes: Buffer): ReadonlyMap<string, Buffer> {
  const records = new Map<string, Buffer>();
  for (let at = 0; at < bytes.length;) {
    const space = bytes.indexOf(0x20, at);
    const length = Number(bytes.toString("latin1", at, Math.min(space, at + 10)));
    if (space === -1 || !(length > 0)) break;
    const record = bytes.subarray(space + 1, at + length - 1);
    const equals = record.indexOf(0x3d);
    if (equals !== -1) records.set(record.toString("latin1", 0, equals), record.subarray(equals + 1));
    at += length;
  }
  return records;
}

function decimalIn(value: Buffer | undefined): number | undefined {
  const digits = value?.toString("latin1") ?? "";
  return /^\d{1,15}$/.test(digits) ? Number(digits) : undefined;
}
