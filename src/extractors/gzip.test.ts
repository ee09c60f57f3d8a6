import { constants, deflateRawSync, gzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { GzipTooLarge, inflated, wholeRoom } from "./gzip.ts";

function inflate(bytes: Buffer, room = wholeRoom()): string | undefined {
  const outer = { part: "contents", surface: "text", bytes, toDocument: (range: object) => range } as const;
  return inflated(
    { ...outer, toDocument: ({ start, end }) => ({ start: start + 5, end: end + 5 }) },
    room,
  )?.bytes.toString();
}

const text = "what is in it\n";
const whole = gzipSync(text);
const trailer = whole.subarray(-8);

describe("what a reader of gzip sees is read", () => {
  test.each([
    ["one member", whole, text],
    ["several members, with NULs between", Buffer.concat([whole, Buffer.alloc(3), whole]), text + text],
    ["something behind it", Buffer.concat([whole, Buffer.from("more")]), text],
    ["no end", whole.subarray(0, -8), text],
    ["another checksum", Buffer.concat([whole.subarray(0, -8), Buffer.alloc(8, 1)]), text],
    ["a header with everything in it", withHeader(31, "\x03\0abcname\0comment\0hh"), text],
    ["a header with a name", withHeader(8, "name\0"), text],
    ["a damaged member behind a whole one", Buffer.concat([whole, withDeflate(Buffer.from("ffffff", "hex"))]), text],
    ["blocks that are stored", gzipSync(text, { level: constants.Z_NO_COMPRESSION }), text],
  ])("%s", (_, bytes, expected) => {
    expect(inflate(bytes)).toBe(expected);
  });
});

test("what holds nothing, or is none, is undefined", () => {
  for (const bytes of [
    gzipSync(""),
    whole.subarray(0, 9),
    withDeflate(Buffer.from("ffffff", "hex")),
    withHeader(8, "name"),
  ])
    expect(inflate(bytes)).toBe(undefined);
});

test("there is room for 64 MB, for 200 times the bytes, and always for a megabyte as long as there is any", () => {
  expect(inflate(gzipSync(Buffer.alloc(1 << 20)))?.length).toBe(1 << 20);
  expect(() => inflate(gzipSync(Buffer.alloc((1 << 20) + 1)))).toThrow(GzipTooLarge);
  expect(inflate(dense(64 << 20))?.length).toBe(64 << 20);
  expect(() => inflate(dense((64 << 20) + 1))).toThrow(GzipTooLarge);
  expect(() => inflate(dense(66 << 20))).toThrow(GzipTooLarge);
  const room = { left: 20 };
  expect(inflate(whole, room)).toBe(text);
  expect(room.left).toBe(20 - text.length);
  expect(() => inflate(whole, room)).toThrow(GzipTooLarge);
  expect(() => inflate(whole, { left: 0 })).toThrow(GzipTooLarge);
});

test("what goes on behind the bytes that are looked at is no gzip that was searched", () => {
  // Blocks of deflate that are stored and empty: RFC 1951, 3.2.4.
  const nothing = Buffer.alloc(70 << 20, Buffer.from("000000ffff", "hex"));
  const [head, tail] = [whole.subarray(0, 10), whole.subarray(10)];
  expect(inflate(Buffer.concat([head, nothing.subarray(0, 50 << 20), tail]))).toBe(text);
  expect(() => inflate(Buffer.concat([head, nothing, tail]))).toThrow(GzipTooLarge);
  expect(inflate(Buffer.concat([whole, Buffer.alloc(70 << 20, "more")]))).toBe(text);
});

test("all of it comes from all of the bytes, and keeps its own places", () => {
  const segment = inflated(
    {
      part: "contents",
      surface: "text",
      bytes: whole,
      toDocument: ({ start, end }) => ({ start: start + 5, end: end + 5 }),
    },
    wholeRoom(),
  );
  const range = { start: 5, end: 7 };
  expect(segment?.surface).toBe("gzip in text");
  expect(segment?.toDocument(range)).toEqual({ start: 5, end: 5 + whole.length });
  expect(segment?.stream?.toStream(range)).toEqual(range);
});

function withHeader(flags: number, fields: string): Buffer {
  const fixed = Buffer.from(whole.subarray(0, 10));
  fixed[3] = flags;
  return Buffer.concat([fixed, Buffer.from(fields, "latin1"), deflateRawSync(text), trailer]);
}

function withDeflate(deflated: Buffer): Buffer {
  return Buffer.concat([whole.subarray(0, 10), deflated, trailer]);
}

function dense(length: number): Buffer {
  return gzipSync(Buffer.alloc(length), { level: constants.Z_NO_COMPRESSION });
}
