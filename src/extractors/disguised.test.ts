import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { fill } from "../detectors/template.ts";
import { disguisedText } from "./disguised.ts";

const token = fill("ghp_{base62:30}{crc32}");
const points = (text: string, first: number): string =>
  Array.from(text, (one) => String.fromCodePoint(first + (one.codePointAt(0) ?? 0))).join("");
const selectors = (text: string): string =>
  Array.from(Buffer.from(text), (byte) => String.fromCodePoint(byte < 16 ? 0xfe00 + byte : 0xe0100 + byte - 16)).join(
    "",
  );

function read(text: string): string | undefined {
  const bytes = Buffer.from(text);
  return disguisedText({ part: "contents", surface: "text", bytes, toDocument: (range) => range })?.bytes.toString();
}

const disguises: Readonly<Record<string, (text: string) => string>> = {
  "a zero-width space in it": (text) => `${text.slice(0, 9)}\u200b${text.slice(9)}`,
  "a soft hyphen behind each letter": (text) => [...text].join("\u00ad"),
  "a variation selector behind each letter": (text) => [...text].join("\ufe0f"),
  "full-width letters": (text) => points(text, 0xfee0),
  "mathematical letters": (text) => text.replaceAll(/[a-z]/g, (one) => points(one, 0x1d41a - 97)),
  "tags, which nobody sees": (text) => points(text, 0xe0000),
  "selectors, which nobody sees": (text) => `😀${selectors(text)}`,
  "letters from right to left": (text) => `\u202e${[...text].toReversed().join("")}\u202c`,
  "a line through each letter": (text) => [...text].join("\u0336"),
  "narrow spaces between letters": (text) => [...text].join("\u2009"),
  "spaces between letters": (text) => [...text].join(" "),
  "lines of one letter": (text) => [...text].join("\n"),
  "each letter in quotation marks": (text) => [...text].map((one) => `"${one}"`).join(", "),
  "signs between letters": (text) => [...text].join("👏"),
  "the numbers of its letters": (text) => Buffer.from(text).join(", "),
  "the bits of its letters": (text) =>
    Array.from(Buffer.from(text), (one) => one.toString(2).padStart(8, "0")).join(" "),
  "points between letters": (text) => [...text].join("."),
};

describe.each(Object.entries(disguises))("a token in a text, with %s,", (_, write) => {
  test("is read as it is seen, and leads back to where it is written", () => {
    const bytes = Buffer.from(`Größe 1, ${write(token)} is it`);
    const seen = disguisedText({ part: "contents", surface: "text", bytes, toDocument: (range) => range });
    const start = seen?.bytes.indexOf(token) ?? -1;
    expect(start).toBeGreaterThan(-1);
    const range = seen?.toDocument({ start, end: start + token.length });
    expect(bytes.subarray(range?.start, range?.end).toString()).toContain(
      write(token)
        .replace(/^(?:\u202e|😀|")/u, "")
        .slice(0, 20),
    );
  });
});

const header = (text: string): string | undefined => read(`From: ${text} <x@mail.example>`);

test("the words of a mail's header are read, also those that are cut in two", () => {
  expect(header("=?utf-8?B?SmnFmcOtIERvbGXFvmFs?=")).toBe("From: Jiří Doležal <x@mail.example>");
  expect(header("=?UTF-8?Q?J=C3=B6rg?= =?UTF-8?Q?_Wei=C3=9Fhaupt?=")).toBe("From: Jörg Weißhaupt <x@mail.example>");
  expect(header("=?utf-8?b?SsM=?=\r\n =?utf-8?b?tnJn?= =?ISO-8859-1?Q?_Wei=DF?=")).toBe(
    "From: Jörg Weiß <x@mail.example>",
  );
  expect(header("=?x-nothing?B?SsO2?=")).toBeUndefined();
});

test("UTF-8 that was read as Windows-1252 or Latin-1 and written again is read as it was", () => {
  const names = "Jörg Weißhaupt, Łukasz Żółkiewski, Аркадий, 李晓彤";
  for (const encoding of ["windows-1252", "latin1"]) {
    const bytes = Buffer.from(names);
    const text = encoding === "latin1" ? bytes.toString("latin1") : new TextDecoder(encoding).decode(bytes);
    expect(read(`by ${text} and`)).toBe(`by ${names} and`);
  }
  expect(read("Ã la carte: “Â” – Šime")).toBeUndefined();
});

test("words that are spelled stay words", () => {
  expect(read("It is J.ö.r.g V.o.ß.k.a.m.p of P.")).toContain("Jörg Voßkamp of");
  expect(read("It is J-ö-r-g V-o-ß-k-a-m-p.")).toContain("Jörg Voßkamp");
  expect(read("It is J ö r g     V o ß k a m p.")).toContain("Jörg Voßkamp");
  expect(read("It is M a r y - K a t e  V o ß k a m p.")).toContain("Mary-Kate Voßkamp");
  expect(read("It is M a r l e n e   V o ß k a m p .")).toContain("Marlene Voßkamp");
  expect(read("It is M-a-r-l-e-n-e--V-o-ß-k-a-m-p.")).toContain("Marlene Voßkamp");
});

test.each(["plain words, and a b c", "Grüße 👩‍👩‍👧 ❤️ 🏴󠁧󠁢󠁥󠁮󠁧󠁿 from 東京", "می‌خواهم", "1 2 3 4 5 6 7 8 9 10", "4-1-1-1-1-1-1-1"])(
  "what nobody disguises is not read twice: %s",
  (text) => {
    expect(read(text)).toBeUndefined();
  },
);

test("a place is where it is, whatever stands before it", () => {
  const some = fc.array(
    fc.constantFrom("a", " ", "é", "😀", "\u200b", "\ufe0f", "\u{e0041}", "ａ", "\u202e", "\n", "b c"),
  );
  fc.assert(
    fc.property(some, (before) => {
      const bytes = Buffer.from(`${before.join("")}\nx\u200by last`);
      const seen = disguisedText({ part: "contents", surface: "text", bytes, toDocument: (range) => range });
      const start = seen?.bytes.lastIndexOf("last") ?? -1;
      const range = seen?.toDocument({ start, end: start + 4 });
      expect(bytes.subarray(range?.start, range?.end).toString()).toBe("last");
    }),
  );
});
