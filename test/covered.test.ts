import * as fc from "fast-check";
import { expect, test } from "vitest";
import { deniedOf } from "../src/denied.ts";
import { createGate } from "../src/gate.ts";
import type { Range } from "../src/model/range.ts";
import { search } from "../src/search/search.ts";

// Whatever name is denied, and in whatever text: what is reported of it covers all of its bytes, so that masking them leaves nothing of it.

interface Planted {
  readonly name: string;
  readonly bytes: Buffer;
  readonly at: Range;
}

/** What is written before a name, the name and what is written behind it, each as bytes of a document. */
function written(name: string, before: string, text: string, behind: string): Planted {
  const start = Buffer.byteLength(before);
  const bytes = Buffer.from(before + text + behind);
  return { name, bytes, at: { start, end: start + Buffer.byteLength(text) } };
}

/** The same in groups of so many bytes for so many characters. */
function coded(encoding: "base64" | "hex", before: string, text: string, behind: string): Planted {
  const [bytes, characters] = encoding === "hex" ? [1, 2] : [3, 4];
  const start = Buffer.byteLength(before);
  const end = start + Buffer.byteLength(text);
  const place = (offset: number): number => (offset * characters) / bytes;
  return {
    name: "a.txt",
    bytes: Buffer.from(`x=${Buffer.from(before + text + behind).toString(encoding)}\n`),
    at: { start: 2 + Math.floor(place(start)), end: 2 + Math.ceil(place(end)) },
  };
}

const each = (text: string, write: (code: number, character: string) => string): string =>
  [...text].map((character) => write(character.codePointAt(0) ?? 0, character)).join("");
const hex = (code: number, width: number): string => code.toString(16).padStart(width, "0");
const beyond = (write: (code: number) => string) => (code: number, character: string) =>
  code < 0x80 ? character : write(code);

/** Every extractor, with a name written as only it reads. */
const ways: Readonly<Record<string, (before: string, text: string, behind: string) => Planted>> = {
  plain: (before, text, behind) => written("a.txt", before, text, behind),
  "UTF-16": (before, text, behind) => {
    const start = 2 + 2 * before.length;
    const bytes = Buffer.from(`\uFEFF${before}${text}${behind}`, "utf16le");
    return { name: "a.txt", bytes, at: { start, end: start + 2 * text.length } };
  },
  base64: (before, text, behind) => coded("base64", before, text, behind),
  hexadecimal: (before, text, behind) => coded("hex", before, text, behind),
  "percent-encoding": (before, text, behind) => written("a.txt", before, encodeURIComponent(text), behind),
  "escapes of JSON": (before, text, behind) =>
    written(
      "a.json",
      `{"a":"${before}`,
      each(
        text,
        beyond((code) => `\\u${hex(code, 4)}`),
      ),
      `${behind}"}`,
    ),
  "escapes of JavaScript": (before, text, behind) =>
    written(
      "a.js",
      `x("${before}`,
      each(text, (code) => `\\u{${hex(code, 1)}}`),
      `${behind}")`,
    ),
  "escapes of CSS": (before, text, behind) =>
    written(
      "a.css",
      `a{content:"${before}`,
      each(
        text,
        beyond((code) => `\\${hex(code, 6)}`),
      ),
      `${behind}"}`,
    ),
  "references of HTML": (before, text, behind) =>
    written(
      "a.html",
      `<p>${before}`,
      each(text, (code) => `&#${code};`),
      `${behind}</p>`,
    ),
  "elements of HTML": (before, text, behind) =>
    written("a.html", `<p>${before}<b>`, text.replace(" ", "</b> <i class=a>"), `</i>${behind}</p>`),
  "an attribute of HTML": (before, text, behind) =>
    written(
      "a.html",
      `<p title="${before}`,
      each(text, (code) => `&#x${hex(code, 1)};`),
      `${behind}">`,
    ),
  XML: (before, text, behind) =>
    written(
      "a.xml",
      `<a>${before}`,
      each(text, (code) => `&#${code};`),
      `${behind}</a>`,
    ),
  "emphasis of Markdown": (before, text, behind) =>
    written("a.md", `A ${before}**`, `${text.slice(0, 3)}**${text.slice(3).replace(" ", " *")}`, `*${behind}\n`),
  "a link of Markdown": (before, text, behind) =>
    written("a.md", `A ${before}[`, text.replace(" ", "](/x?y) "), `${behind}\n`),
};

const word = fc
  .tuple(
    fc.constantFrom(..."BDFGKLMNPRSTVWZ"),
    fc.string({ unit: fc.constantFrom(..."abdefiklmnorstuväéøñçş"), minLength: 5, maxLength: 9 }),
  )
  .map(([first, rest]) => first + rest);
const around = fc.array(fc.constantFrom("the ", "of 12 ", "x, ", "near: ", "Äh ", "(", "42. "), { maxLength: 12 });

test.each(Object.entries(ways))("what is found of a denied name covers it: %s", async (_way, plant) => {
  await fc.assert(
    fc.asyncProperty(word, word, around, around, async (first, last, before, behind) => {
      const denied = deniedOf({
        ...nothing,
        terms: [{ kind: "person", text: `${first} ${last}`, options: [] }],
        count: 1,
      });
      const gate = createGate({ detectors: [], denied });
      const { name, bytes, at } = plant(`${before.join("")} `, `${first} ${last}`, `, ${behind.join("")}`);
      const { candidates } = await search(
        { kind: "document", name: Buffer.from(name), nameLeaves: false, bytes },
        gate,
      );
      const covering = candidates.filter(({ range }) => range.start <= at.start && range.end >= at.end);
      expect(covering.map(({ detector }) => detector.id)).toContain("term/person");
    }),
    { numRuns: 60 },
  );
});

const nothing = { terms: [], values: [], locks: [], missing: [], notes: [], digest: "", mark: () => "" };
