import { expect, test } from "vitest";
import { matchesInText } from "./context.ts";

const word = /[\p{L} ]+/gu;

test("a match is where it stands, whatever the bytes around it are", () => {
  const wanted = Buffer.from("Zürich läßt grüßen");
  const strays = [[], [0x80], [0xc3], [0xe5, 0x96], [0xff, 0xfe], [0xf0, 0x9f, 0x98], [0xef, 0xbf, 0xbd]];
  for (const before of strays)
    for (const behind of strays) {
      const bytes = Buffer.concat([Buffer.from(before), wanted, Buffer.from(behind)]);

      const ranges = [...matchesInText({ bytes }, word)].map(({ range }) => range);
      expect(ranges).toEqual([{ start: before.length, end: before.length + wanted.length }]);
    }
});
