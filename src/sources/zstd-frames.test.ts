import { expect, test } from "vitest";
import { piecesOfFrame } from "./zstd-frames.ts";

test("a frame that is to be skipped is read in short pieces, however long it is", () => {
  const head = Buffer.alloc(8);
  head.writeUInt32LE(0x184d2a5f, 0);
  head.writeUInt32LE(0xffff_ffff, 4);
  const pieces = piecesOfFrame();
  const lengths: number[] = [];
  for (let { done, value } = pieces.next(); done !== true; { done, value } = pieces.next(head))
    lengths.push(value?.length(head) ?? 0);
  expect(lengths.reduce((sum, length) => sum + length, 0)).toBe(8 + 0xffff_ffff);
  expect(Math.max(...lengths)).toBeLessThan(1 << 21); // as long as a block can say that it is
});
