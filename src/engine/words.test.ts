import * as fc from "fast-check";
import { expect, test } from "vitest";
import { wordKernel } from "../../test/word-kernel.ts";
import { hashOf } from "../model/word-hash.ts";
import { foldTable } from "./words.ts";

const slice = 65_536;

interface Found {
  readonly start: number;
  readonly hash: number;
}

/** A fold as a matcher may have it. */
function fold(character: string): string {
  const folded = character.toLowerCase().replaceAll("ß", "ss").normalize("NFKD").toLowerCase();
  return folded
    .replaceAll(/[\p{M}\p{Default_Ignorable_Code_Point}]/gu, "")
    .normalize("NFC")
    .replaceAll("ς", "σ");
}

const folds = foldTable(fold);

/** A pass over bytes with what the filter lets through of a list. */
function search(list: readonly string[], length = slice): (bytes: Uint8Array) => Found[] {
  const kernel = wordKernel(list, folds);
  return (bytes) => kernel("findWords", bytes, length).map(([start, place, hash]) => ({ start: start + place, hash }));
}

/** What one finds who looks at character after character of a text. */
function expected(text: string, list: readonly string[]): Found[] {
  const hashes = new Set(list.map(hashOf));
  return wordsOf(text)
    .filter(({ hash }) => hash === 0 || hashes.has(hash))
    .toSorted(byPlace);
}

interface Character {
  readonly start: number;
  readonly folded: string;
  readonly kind: "small" | "capital" | "digit" | "unspaced";
  readonly fits: boolean;
}

function wordsOf(text: string): Found[] {
  let start = 0;
  let run: Character[] = [];
  const found: Found[] = [];
  for (const character of text) {
    const folded = fold(character);
    if (folded !== "" && !/[\p{L}\p{N}]/u.test(folded)) {
      found.push(...wordsOfRun(run));
      run = [];
    } else if (folded !== "")
      run.push({ start, folded, kind: kindOf(character, folded), fits: fits(character, folded) });
    start += Buffer.byteLength(character);
  }
  return [...found, ...wordsOfRun(run)];
}

function kindOf(character: string, folded: string): Character["kind"] {
  if (/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}ー]/u.test(folded)) return "unspaced";
  if (/^\p{N}/u.test(folded)) return "digit";
  return /\p{Lu}/u.test(character) ? "capital" : "small";
}

function fits(character: string, folded: string): boolean {
  return folded === character || (Buffer.byteLength(folded) <= 3 && /^[\p{L}\p{N}\p{M}]*$/u.test(folded));
}

function wordsOfRun(run: readonly Character[]): Found[] {
  const begins = run.map((_, index) => isBorder(run, index));
  return run.flatMap(({ start, kind }, index) => {
    if (begins[index] !== true) return [];
    const next = begins.indexOf(true, index + 1);
    const end = next === -1 ? run.length : next;
    const pair = run[index + 1]?.kind === "unspaced" ? index + 2 : index + 1;
    const stops = kind === "unspaced" ? [pair] : index === 0 ? [end, run.length] : [end];
    // A character that does not fit may belong to the word before it.
    const isPair = kind === "unspaced" && pair === index + 2;
    const parts = stops.map((stop) => run.slice(index, !isPair && run[stop]?.fits === false ? stop + 1 : stop));
    return [...new Set(parts.map(hashOfPart))].map((hash) => ({ start, hash }));
  });
}

function isBorder(run: readonly Character[], index: number): boolean {
  const [previous, kind, next] = [run[index - 1]?.kind, run[index]?.kind, run[index + 1]?.kind];
  if (previous === undefined || previous === "unspaced" || kind === "unspaced") return true;
  if ((previous === "digit") !== (kind === "digit")) return true;
  return kind === "capital" && (previous === "small" || next === "small");
}

/** 0 if a character that does not fit is among the first sixteen bytes. */
function hashOfPart(part: readonly Character[]): number {
  let key = "";
  for (const { folded, fits: isThere } of part) {
    if (Buffer.byteLength(key) >= 16) break;
    if (!isThere) return 0;
    key += folded;
  }
  return hashOf(key);
}

function byPlace(a: Found, b: Found): number {
  return a.start - b.start || a.hash - b.hash;
}

/** Without what two slices or two lookups say twice. */
function distinct(found: readonly Found[], all: readonly string[]): Found[] {
  const hashes = new Set(all.map(hashOf));
  const real = found.filter(({ hash }) => hash === 0 || hashes.has(hash));
  return [...new Map(real.map((one) => [`${one.start} ${one.hash}`, one])).values()].toSorted(byPlace);
}

const list = [
  "jane",
  "public",
  "janepublic",
  "vosskamp",
  "voss",
  "mcdonald",
  "donald",
  "k8s",
  "42",
  "анна",
  "strasse",
  "a",
  "averyveryverylongword",
  "山田",
  "김철",
  "é".repeat(9),
];

const pieces = fc.constantFrom(
  ..."jane|Jane|JANE|ja|ne|Public|PUBLIC|public|Voß|vo\u017F|s|kamp|KAMP|Mc|Donald|k8s|42|４２|７|-|_| |.|\n|Анна|АННА|анна|Stra|ß|e|ẞ|a|A|averyvery|verylongword|山田|太郎|김철수|é|e\u0301|É|\u200B|\u00AD|\u{1D409}ane|Ｊane|’|“|…|№|㎏|ﷺ|\u{E0061}|😀|I|İ".split(
    "|",
  ),
);
const texts = fc.array(pieces, { maxLength: 40 }).map((parts) => parts.join(""));

const searchWhole = search(list);

test("every word of the list is found where it begins, in every case and fold, and no other", () => {
  fc.assert(
    fc.property(texts, (text) => {
      expect(distinct(searchWhole(Buffer.from(text)), list)).toEqual(expected(text, list));
    }),
    { numRuns: 20_000 },
  );
});

test("a word is found at every place of a block, whatever its length", () => {
  for (const word of list.flatMap((one) => [one, one.toUpperCase(), `${one}É`, `x${one}`])) {
    for (let at = 0; at < 130; at++) {
      const text = `${".".repeat(at)}${word}.`;
      expect(distinct(searchWhole(Buffer.from(text)), list)).toEqual(expected(text, list));
    }
  }
});

test("random bytes are as good as what is no letter, and random ASCII is searched as exactly", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary-ascii", maxLength: 300 }), (text) => {
      expect(distinct(searchWhole(Buffer.from(text)), list)).toEqual(expected(text, list));
    }),
  );
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 100 }), (random) => {
      const bytes = Buffer.concat([random, Buffer.from(" jane "), random]);
      expect(searchWhole(bytes)).toContainEqual({ start: random.length + 1, hash: hashOf("jane") });
    }),
  );
});

test("nothing falls between two slices, wherever they meet", () => {
  fc.assert(
    fc.property(texts, fc.integer({ min: 1, max: 200 }), (text, length) => {
      const bytes = Buffer.from(text);
      const found = distinct(search(list, length)(bytes), list);
      expect(found).toEqual(expect.arrayContaining(expected(text, list)));
      const more = found.filter(
        ({ start, hash }) => !expected(text, list).some((one) => one.start === start && one.hash === hash),
      );
      // Only where a slice begins, or inside of its first character.
      expect(more.filter(({ start }) => start % length > 40)).toEqual([]);
    }),
    { numRuns: 300 },
  );
});

test("a word is found at every place around the border of two slices", () => {
  for (let at = slice - 20; at < slice + 3; at++) {
    for (const planted of ["janepublic", "Vo\u200Bßkamp", "a😀jane", "getJanePublicName"]) {
      const bytes = Buffer.from(`${".".repeat(at)}${planted} ${".".repeat(700)}`);
      const wanted = expected(planted, list).map(({ start, hash }) => ({ start: at + start, hash }));
      expect(distinct(searchWhole(bytes), list)).toEqual(expect.arrayContaining(wanted));
    }
  }
});

test("a word that is longer than the overlap, as much is dropped in it, is one that could be any", () => {
  const bytes = Buffer.from(`${".".repeat(slice - 2)}ja${"\u200B".repeat(300)}ne`);
  expect(searchWhole(bytes)).toContainEqual({ start: slice - 2, hash: 0 });
});

test("more words than there is room for at once are all found", () => {
  expect(searchWhole(Buffer.from("a ".repeat(50_000)))).toHaveLength(50_000);
  expect(searchWhole(Buffer.from("山田".repeat(20_000))).filter(({ hash }) => hash === hashOf("山田"))).toHaveLength(
    20_000,
  );
});

test.each([10, 1000, 100_000])("of %i words every one is found, and no other", (count) => {
  const many = Array.from(
    { length: count },
    (_, index) => `w${index.toString(26).replaceAll(/\d/g, (figure) => "qrstuvwxyz"[Number(figure)] ?? "")}`,
  );
  const others = Array.from(
    { length: 10_000 },
    (_, index) => `other${index.toString(26).replaceAll(/\d/g, (figure) => "qrstuvwxyz"[Number(figure)] ?? "")}`,
  );
  const hashes = new Set(many.map(hashOf));
  const found = search(many)(Buffer.from(others.join(" "))).filter(({ hash }) => !hashes.has(hash));
  expect(found).toEqual([]);
  expect(search(many)(Buffer.from(many.slice(-500).join(" "))).length).toBeGreaterThanOrEqual(Math.min(count, 500));
});

test("words have hashes of their own", () => {
  const words = Array.from({ length: 50_000 }, (_, index) => `x${index}`);
  expect(new Set(words.map(hashOf)).size).toBeGreaterThan(49_990);
});
