import * as fc from "fast-check";
import { expect, test } from "vitest";
import { cluesIn } from "../../test/clues.ts";
import { mark } from "../../test/mark.ts";
import { githubToken } from "../detectors/secrets/github.ts";
import { fill } from "../detectors/template.ts";
import { createEngine } from "../engine/engine.ts";
import { hexadecimal } from "./hexadecimal.ts";

const engine = createEngine([]);

function segments(text: string) {
  const bytes = Buffer.from(text);
  const clues = cluesIn(engine.look, "contents", bytes);
  return [...hexadecimal({ part: "contents", surface: "text", bytes, toDocument: (range) => range }, clues)];
}

test("text is found in any lines of digits, and each of its bytes leads back to its own two", () => {
  const printable = fc.string({ unit: fc.constantFrom(..."abcXYZ 019_-+:"), minLength: 12, maxLength: 60 });
  const before = fc.constantFrom("", "f", "a0", "key: ", "0x", "path/f/");
  const breaks = fc.constantFrom("\n", "\r\n", "\n    ");
  fc.assert(
    fc.property(printable, before, breaks, fc.nat(60), (text, prefix, lineBreak, first) => {
      const digits = Buffer.from(text).toString("hex");
      const isCut = first >= 4 && digits.length - first >= 4 && (first >= 24 || digits.length - first >= 24);
      const written = isCut ? digits.slice(0, first) + lineBreak + digits.slice(first) : digits;
      const document = prefix + written;
      const found = segments(document).flatMap((segment) => {
        const start = segment.bytes.indexOf(text);
        return start === -1 ? [] : [{ segment, start }];
      });
      expect(found.length).toBeGreaterThan(0);
      for (const { segment, start } of found) {
        for (const [index, character] of [...text].entries()) {
          const range = segment.toDocument({ start: start + index, end: start + index + 1 });
          const two = document.slice(range.start, range.end).replaceAll(/\s/g, "");
          expect(Buffer.from(two, "hex").toString()).toBe(character);
        }
      }
    }),
    { numRuns: 1000 },
  );
});

test.each([
  "{token}",
  "0{token}",
  `${Buffer.from("password=").toString("hex")}{token}0a`,
  "ff00{token}ff",
  "6162\n{token}\n6364",
])("a token in %s is found where its digits are", async (template) => {
  const token = Buffer.from(fill("ghp_{base62:30}{crc32}")).toString("hex");
  const text = template.replace("{token}", token);
  expect(await mark(githubToken, text)).toBe(text.replace(token, `«${token}»`));
});

test("a token in lines of digits is found, whether they are one text or several", async () => {
  const token = fill("ghp_{base62:30}{crc32}");
  const written = Buffer.from(token).toString("hex");
  const apart = `${Buffer.from("some words of prose").toString("hex")}\n«${written}»\n${"61".repeat(20)}`;
  expect(await mark(githubToken, apart.replaceAll(/[«»]/g, ""))).toBe(apart);
  const dump = Buffer.from(`${"prose ".repeat(9)}${token}`)
    .toString("hex")
    .replaceAll(/(.{60})/g, "$1\n");
  expect((await mark(githubToken, dump)).match(/«[^»]*»/g)?.map(readBack)).toEqual([token]);
});

function readBack(digits: string): string {
  return Buffer.from(digits.replaceAll(/[«»\s]/g, ""), "hex").toString();
}

test("hashes and rows of zeros are no text", () => {
  const none = ["0".repeat(64), `${"0".repeat(60)}2041`, "d41d8cd98f00b204e9800998ecf8427e".repeat(2), "7".repeat(23)];
  for (const text of none) expect(segments(text)).toEqual([]);
});
