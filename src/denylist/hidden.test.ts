import * as fc from "fast-check";
import { expect, test } from "vitest";
import { people } from "../../test/disguises.ts";
import { lockOf, lookupOf } from "../../test/lookups.ts";
import { placesIn } from "../../test/word-kernel.ts";
import { kernelWords } from "./first-words.ts";
import { readFolds } from "./kernel-folds.ts";
import { findTerms } from "./matcher.ts";
import type { Term } from "./term.ts";

const terms: readonly Term[] = [
  ...people.map(({ first, last }): Term => ({ kind: "person", text: `${first} ${last}`, options: [] })),
  { kind: "codename", text: "BlueFin", options: [] },
  { kind: "host", text: "db-7.internal", options: [] },
  { kind: "word", text: "Rust", options: [] },
];
const list = lookupOf(terms);
const places = placesIn(kernelWords(list.firstWords ?? []), readFolds());
const names = fc.constantFrom(
  ...terms.map(({ text }) => text),
  "marlenevosskamp",
  "J. Grünwäldchen",
  "RUST",
  "blueFin",
);

const hex = (number: number, length: number): string => number.toString(16).padStart(length, "0");
const bytesOf = (character: string): string[] => [...Buffer.from(character)].map((byte) => hex(byte, 2));
const units = (character: string): number[] =>
  Array.from({ length: character.length }, (_, at) => character.charCodeAt(at));
const point = (character: string): number => character.codePointAt(0) ?? 0;

/** Ways to write a character in place of itself. */
const written: readonly ((character: string) => string)[] = [
  (character) => `&#${point(character)};`,
  (character) => `&#x${hex(point(character), 1)};`,
  (character) => `&#X${hex(point(character), 4).toUpperCase()}`,
  (character) => bytesOf(character).reduce((all, byte) => `${all}%${byte}`, ""),
  (character) => bytesOf(character).reduce((all, byte) => `${all}=${byte.toUpperCase()}`, ""),
  (character) => bytesOf(character).reduce((all, byte) => `${all}\\x${byte}`, ""),
  (character) => units(character).reduce((all, unit) => `${all}\\u${hex(unit, 4)}`, ""),
  (character) => units(character).reduce((all, unit) => `${all}%u${hex(unit, 4).toUpperCase()}`, ""),
  (character) => units(character).reduce((all, unit) => `${all}\\\\u${hex(unit, 4)}`, ""),
  (character) => `\\u{${hex(point(character), 1)}}`,
  (character) => `\\U${hex(point(character), 8)}`,
  (character) => `\\${hex(point(character), 6)} `,
  (character) => `&amp;#${point(character)};`,
  (character) => `&amp;amp;#x${hex(point(character), 2)};`,
  (character) => `\\u0026#${point(character)}`,
  (character) => bytesOf(character).reduce((all, byte) => `${all}%25${byte}`, ""),
  (character) => `\\${character}`,
  (character) => character.normalize("NFD").replace(/([a-z])[\u0300-\u036f]+/i, '\\"{$1}'),
  (character) => character.normalize("NFD").replace(/([a-z])\u0308/i, "&$1uml;"),
  (character) => character.normalize("NFD").replace(/([a-z])\u0301/i, "&$1acute;"),
  (character) => character.replace("ß", "{\\ss}").replace("Ç", "\\c{C}"),
  (character) => character.replace("ß", "&szlig;"),
  (character) => character.replace("ß", "&amp;szlig;"),
  (character) => character.normalize("NFD").replace(/([a-z])\u0308/i, "&amp;$1uml;"),
  (character) => character.normalize("NFD").replace(/([a-z])\u0301/i, "&#38;$1acute"),
];

/** What may stand between two characters. */
const between = fc.constantFrom(
  ...'<b>|</b>|<i class="x">|<wbr>|<wbr/>|<!-- a -->|</span><span id=\'7\'>|<p>|<br>|&shy;|&#173;|\\u00ad|&zwnj;|&lt;b&gt;|&lt;/em&gt;|\\u003cb\\u003e|\x1b[1m|\x1b[0;31m|\x1b[2K|\x1b[1G|\x1b[?25l|\x1b(B|\\e[1m|\\033[4:3m|\\u001b[5C|**|*|~~|`|=\n|=\r\n|-\n|-\r\n  * |-\n# |-\\n|\u00ad|\u200b|\\*|\\|](u)|[|&nbsp;|&amp;|&quot;|&amp;nbsp;|&amp;shy;|&amp;shy|&amp;zwj;|&amp;lt;b&amp;gt;|&amp;lt;/p&amp;gt;|&amp;amp;quot;|&amp;#39;|&amp;#173;|&amp;x=1|\\\\u0026reg;|%20|\\n|\\t|=20| |.|-|/|<p title="a>b">|<|&|%|=|{|}|\\\\'.split(
    "|",
  ),
);

const around = fc
  .array(
    fc.oneof(
      between,
      fc.constantFrom(
        ...' |\n|a|Jane|x42|é|Ж|山|7|<b>|</p>|<i title="|<!-- |-->|">|[|](|\\n|&eacute;|%C3%A9|"|\'|>|;|(|)|\u2019'.split(
          "|",
        ),
      ),
      fc.string({ unit: "binary-ascii", maxLength: 3 }),
    ),
    { maxLength: 8 },
  )
  .map((all) => all.join(""));

/** A name with some of its characters written otherwise, and with marks in it. */
const hidden = names.chain((name) => {
  const characters = [...name];
  return fc
    .record({
      ways: fc.array(fc.tuple(fc.nat({ max: characters.length - 1 }), fc.constantFrom(...written)), { maxLength: 4 }),
      marks: fc.array(fc.tuple(fc.nat({ max: characters.length }), between), { maxLength: 3 }),
    })
    .map(({ ways, marks }) => {
      const parts = [...characters];
      for (const [at, write] of ways) parts[at] = write(characters[at] ?? "");
      for (const [at, mark] of marks) parts[at] = mark + (parts[at] ?? "");
      return parts.join("");
    });
});

test("the places that the kernel emits are enough, whatever stands in the words and in place of their characters", () => {
  let count = 0;
  fc.assert(
    fc.property(around, hidden, around, fc.integer({ min: 1, max: 300 }), (before, name, behind, length) => {
      const bytes = Buffer.from(before + name + behind);
      const found = findTerms(bytes, list);
      count += found.length;
      expect(findTerms(bytes, list, places(bytes))).toEqual(found);
      // However slices meet.
      expect(findTerms(bytes, list, places(bytes, length))).toEqual(found);
    }),
    { numRuns: 4000 },
  );
  expect(count).toBeGreaterThan(1000);
});

test("a lock finds what stands at the border of two of the pieces that it reads", () => {
  const locked = lockOf(terms);
  for (const filler of [" ", "-", "x"])
    for (let at = 32_740; at < 32_800; at++) {
      const bytes = Buffer.from(`${filler.repeat(at)} Jörg Grünwäldchen ${filler.repeat(40_000)}`);
      expect(findTerms(bytes, locked)).toEqual([{ kind: "person", range: { start: at + 1, end: at + 21 } }]);
    }
});
