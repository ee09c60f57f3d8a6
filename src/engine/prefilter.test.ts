import { createHash } from "node:crypto";
import * as fc from "fast-check";
import { expect, test } from "vitest";
import { cluesIn } from "../../test/clues.ts";
import { escapesIn, gzipIn, hexadecimalIn } from "../../test/plain-clues.ts";
import { detectors } from "../detectors/index.ts";
import { fill } from "../detectors/template.ts";
import { base64 } from "../extractors/base64.ts";
import { hexadecimal } from "../extractors/hexadecimal.ts";
import type { Layer } from "../extractors/layer.ts";
import { wideText } from "../extractors/wide-text.ts";
import type { Clues, Sighting } from "../model/clues.ts";
import { base64Alphabet, byteClass, byteRuns } from "../model/byte-runs.ts";
import type { Range } from "../model/range.ts";
import type { Segment } from "../model/segment.ts";
import { literalsOf, type RunAround, type RunKind } from "../model/trigger.ts";
import { showsValue } from "../model/value.ts";
import { gzipLiterals, gzipOwner, Prefilter } from "./prefilter.ts";
import { type Literal, tableOf } from "./table.ts";

const slice = 65_536;

const literals: readonly Literal[] = [
  { text: "ab", owner: 0 },
  { text: "Key", owner: 1 },
  { text: "key", owner: 2, anyCase: true },
  { text: "keyring", owner: 3, anyCase: true },
  { text: "://", owner: 4, behind: { run: "unspaced", holds: "@" } },
  { text: "sk-", owner: 5, behind: { run: "token", least: 12 } },
  { text: "id", owner: 10, behind: { run: "number", least: 4, holds: "-", within: 20 } },
  { text: "user", owner: 14, anyCase: true, behind: { pair: "-U", within: 12 } },
  { text: ".lan", owner: 15, anyCase: true, behind: { none: "token" } },
  { text: "pod", owner: 16, behind: { run: "token", least: 14, holds: "-", around: 40 } },
  { text: "(a)", owner: 17, anyCase: true, behind: { begins: "word" } },
  { text: "cred", owner: 11, anyCase: true, behind: { value: "key" } },
  { text: "pass", owner: 12, anyCase: true, behind: { value: "password" } },
  { text: "pass=", owner: 13, anyCase: true, behind: { value: "password" } },
  { text: "-----BEGIN ", owner: 6 },
  { text: "[a@b`", owner: 7, anyCase: true },
  { text: "secretsecretsecretsecret", owner: 8, anyCase: true },
  { text: "key", owner: 9, anyCase: true, namesOnly: true },
  { text: "zzzz", owner: 65_533 },
  ...gzipLiterals,
];
const prefilter = new Prefilter(tableOf(literals));

/** Pieces of which literals are made, and what can stand between and behind them. */
const pieces = fc.constantFrom(
  ...'id|pod|(a)|(A)|12-3|.lan|.LAN|user|-u|-U|cred|pass|PASS|=|_X|aB3dE9z|Hx7|w0|qzxkvj|QXwq|words|@|!|%|ab|Ke|ke|y|KEYRING|KeY|Keyring|://|user:pass@host|sk-|SK-|abcdefghijkl|-----|BEGIN |[a@b`|{A@B`|[A@B`|[a`b@|SECRET|secret|zzz|\0|\n| |"|é'.split(
    "|",
  ),
);

test("every literal is found where it stands, and no other, whatever is around it", () => {
  fc.assert(
    fc.property(fc.array(pieces, { maxLength: 40 }), fc.constantFrom("name", "contents"), (parts, part) => {
      const bytes = Buffer.from(parts.join(""));
      expect(found(bytes, part)).toEqual(expected(bytes, part));
    }),
    { numRuns: 5000 },
  );
});

test("values are found as far behind their literals as they may be, also where literals crowd", () => {
  const some = fc.constantFrom(
    ..."cred|pass|PASS=|aB3dE9z|zxqvkj|qzHXkwQv|wordsAndNames|7|@|!|key".split("|"),
    ...[1, 60, 250, 300, 308, 314].map((length) => " ".repeat(length)),
    "words".repeat(50),
  );
  fc.assert(
    fc.property(fc.array(some, { maxLength: 30 }), (parts) => {
      const bytes = Buffer.from(parts.join(""));
      expect(found(bytes, "contents")).toEqual(expected(bytes, "contents"));
    }),
    { numRuns: 5000 },
  );
});

test("what may stand to both sides of a literal is looked for as far away as it may be", () => {
  const some = fc.constantFrom(
    ..."pod|a-web-6b8f94c7cd|a-web-6b8f94c7|-|no|\n".split("|"),
    ...[1, 20, 25, 26, 27, 28, 39, 40, 41].map((length) => " ".repeat(length)),
  );
  const before = fc.constantFrom(0, 41, slice - 60, slice - 30, slice - 3);
  fc.assert(
    fc.property(before, fc.array(some, { maxLength: 12 }), (length, parts) => {
      const bytes = Buffer.from(" ".repeat(length) + parts.join(""));
      expect(found(bytes, "contents")).toEqual(expected(bytes, "contents"));
    }),
    { numRuns: 3000 },
  );
});

test("random bytes are searched as exactly", () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 300 }), (random) => {
      const bytes = Buffer.from(random);
      expect(found(bytes, "contents")).toEqual(expected(bytes, "contents"));
    }),
  );
});

test("nothing falls between two slices", () => {
  const planted = 'KEYRING https://user:pass@host sk-abcdefghijkl "secretsecretSECRETsecret';
  for (let at = slice - planted.length - 2; at <= slice + 2; at++) {
    const bytes = Buffer.alloc(2 * slice + 100, ".");
    bytes.write(planted, at);
    expect(found(bytes, "contents")).toEqual(expected(bytes, "contents"));
  }
});

test.each([
  ["contents", 40_000],
  ["name", 80_000],
] as const)(
  "more literals than there is room for at once are all found in %s, and those behind them",
  (part, count) => {
    expect(found(Buffer.from("key".repeat(40_000)), part)).toHaveLength(count);
    const bytes = Buffer.from('KEYRING https://user:pass@host "sk-abcdefghijkl zzzz');
    expect(found(bytes, part)).toEqual(expected(bytes, part));
  },
);

test("what would not fit fails, and nothing is lost in silence", () => {
  const many = Array.from({ length: 13_000 }, (_, owner): Literal => ({ text: "abcd", owner }));
  const crowded = new Prefilter(tableOf(many));
  for (const part of ["name", "contents"] as const)
    expect(() => crowded.look(part, Buffer.from("abcd"), 0)).toThrow("unreachable");
});

test("what was seen of bytes that then cannot be read is not taken for clues of others", () => {
  const bytes = Buffer.from(
    `${Buffer.from("some text in base64").toString("base64")} key \\nabcdefghijkl `.repeat(4000),
  );
  const failing = Object.assign(Object.create(bytes) as Buffer, {
    copy(target: Uint8Array, targetStart: number, start: number, end: number) {
      if (start > 0) throw new Error("cannot be read");
      return bytes.copy(target, targetStart, start, end);
    },
  });
  expect(() => prefilter.look("contents", failing, 0)).toThrow("cannot be read");
  expect(prefilter.look("contents", Buffer.from("nothing"), 0)).toEqual({
    clues: undefined,
    isMarked: false,
    end: 7,
    isLast: true,
    first: 0x6e6f7468,
  });
});

test("a thousand made-up literals are found among each other", () => {
  const word = fc.string({ unit: fc.constantFrom(..."aAbB-_1"), minLength: 2, maxLength: 9 });
  fc.assert(
    fc.property(fc.array(word, { minLength: 1000, maxLength: 1000 }), fc.boolean(), (words, anyCase) => {
      const many = words.map((text, owner): Literal => ({ text, owner, anyCase }));
      const bytes = Buffer.from(words.slice(0, 20).join(" "));
      const { sightings } = seenBy(new Prefilter(tableOf(many)), "contents", bytes);
      expect(sorted(sightings)).toEqual(expectedOf(many, bytes, "contents"));
    }),
    { numRuns: 20 },
  );
});

test("a literal that is too short, or has characters that are no bytes, is refused", () => {
  for (const text of ["a", "", "€1"]) expect(() => tableOf([{ text, owner: 0 }])).toThrow("no literal");
  expect(() => tableOf([{ text: "ä1", owner: 0, anyCase: true }])).toThrow("no literal");
});

test("bytes from 0x80 on are searched for as they stand", () => {
  const text = Buffer.from("größe42").toString("latin1");
  const bytes = Buffer.from("Größe42 größe42");
  expect(seenBy(new Prefilter(tableOf([{ text, owner: 3 }])), "contents", bytes).sightings).toEqual([
    { owner: 3, start: 10, end: 19 },
  ]);
});

const alphabet = byteClass(base64Alphabet);

test("base64 is decoded as if every run had been looked at", () => {
  const text = fc.string({ unit: fc.constantFrom(..."aZ9 :=\n€"), maxLength: 80 });
  const encoded = text.map((plain) => Buffer.from(plain).toString("base64"));
  const noText = fc.uint8Array({ maxLength: 30 }).map((some) => Buffer.from(some).toString("base64"));
  const wrapped = fc
    .tuple(
      fc.array(fc.oneof(encoded, noText), { minLength: 1, maxLength: 3 }),
      // Between the two, lines are no runs of their own, so that a text is only found if it begins in the first of them.
      fc.oneof(fc.constant(3), fc.integer({ min: 16, max: 24 })),
    )
    .map(([line, width]) => line.join("").replaceAll(new RegExp(`.{${width}}`, "g"), "$&\n  "));
  const some = fc.oneof(
    encoded,
    wrapped,
    noText,
    fc.constantFrom("\n", " ", "\r\n", "abc", "src/detectors/index", "-"),
  );
  fc.assert(
    fc.property(fc.array(some, { maxLength: 8 }), fc.nat(100), (parts, before) => {
      const bytes = Buffer.from(".".repeat(before === 0 ? 0 : slice - before) + parts.join(""));
      const every = { ...seenBy(prefilter, "contents", bytes), base64: byteRuns(bytes, alphabet(), 16) };
      expect(decodedBy(base64, bytes, seenBy(prefilter, "contents", bytes))).toEqual(decodedBy(base64, bytes, every));
    }),
    {
      numRuns: 4000,
      // A run at the end of one slice, and right after the border a run that is too short to continue it.
      examples: [[["4oKsYWFhYWFhYWFhYWFh\n  ", "abc"], 23]],
    },
  );
});

test("escapes are found right before what could be a token, and in it", () => {
  const parts = fc.constantFrom(
    "\x1B[",
    "0;",
    "1m",
    "K",
    "?25l",
    "1 q",
    "\x1B(B",
    "\\u001b[",
    "\\e",
    "[4:3m",
    "%",
    "2F",
    "\\",
    "u00e9",
    "x2f",
    "n",
    '"',
    "/",
    "u{67}",
    "x67",
    "u0067",
    "67 ",
    "147",
    "5C",
    "_",
    "\r\n",
    "abcdefghijkl",
    "-_9",
  );
  fc.assert(
    fc.property(fc.array(parts, { maxLength: 30 }), fc.nat(80), (some, before) => {
      const text = ".".repeat(before === 0 ? 0 : slice - before) + some.join("");
      const { escapes } = seenBy(prefilter, "contents", Buffer.from(text, "latin1"));
      expect(escapes).toEqual(escapesIn(text));
    }),
    { numRuns: 2000 },
  );
});

test("of the escapes for characters of a token one is found, however it is written and wherever it is cut", () => {
  const token = "ghp_0123456789abcdef";
  const ways: readonly ((character: string, digits: string, octal: string) => string)[] = [
    (_, digits) => `\\x${digits}`,
    (_, digits) => `\\u00${digits}`,
    (_, digits) => `\\\\\\u00${digits}`,
    (_, digits) => `\\u{${digits}}`,
    (_, __, octal) => `\\${octal}`,
    (_, digits) => `\\${digits} `,
    (_, digits) => `\\0000${digits}`,
    (_, digits) => `%${digits}`,
    (_, digits) => `%5Cx${digits}`,
    (character) => `\\\n${character}`,
    (character) => `\\\r\n${character}`,
  ];
  const some = fc.uniqueArray(fc.integer({ min: 1, max: token.length - 2 }), { minLength: 1 });
  fc.assert(
    fc.property(fc.constantFrom(...ways), some, fc.boolean(), fc.integer({ min: -60, max: 60 }), (way, at, all, by) => {
      const isWritten = (index: number): boolean => at.includes(index) || (all && index > 0);
      const write = (one: string): string => way(one, one.charCodeAt(0).toString(16), one.charCodeAt(0).toString(8));
      const written = [...token].map((one, index) => (isWritten(index) ? write(one) : one)).join("");
      for (const before of ["", "=".repeat(slice + by)]) {
        const { escapes } = seenBy(prefilter, "contents", Buffer.from(`${before}"${written}"`));
        expect(escapes.length).toBeGreaterThan(0);
        expect(escapes.every((place) => place > before.length && place <= before.length + written.length)).toBe(true);
      }
    }),
    { numRuns: 2000 },
  );
});

test.each([
  String.raw`[0-9A-Z_a-z\xaa\xb5] [\u0041-\u005A\u0061-\u007A\u00AA]`,
  String.raw`/^\d{3}-\b\w+\s*\1/ C:\new\2024\files`,
  String.raw`printf "\033[1;31m%5d 100%" "\0"`,
  "width:50%;height:100%\ncurl a \\\n  --data b",
  String.raw`"one\ntwo\tthree" \u003c/script\u003e %20and%2Fmore`,
])("escapes that stand for no token are none: %s", (text) => {
  expect(seenBy(prefilter, "contents", Buffer.from(text)).escapes).toEqual([]);
});

test("text in hexadecimal digits is found as if every digit had been decoded", () => {
  const text = fc.oneof(
    fc.string({ unit: fc.constantFrom(..."aZ9 :=\n\x7F\0é"), minLength: 8, maxLength: 60 }),
    fc.constantFrom(..."elevenbytes|twelve bytes|w\0i\0d\0e\0t\0e\0x\0t\0|".split("|"), "\0".repeat(40)),
  );
  const written = fc.tuple(text, fc.constantFrom("latin1", "utf8")).map(([plain, encoding]) => {
    return Buffer.from(plain, encoding).toString("hex");
  });
  const hash = fc.uint8Array({ minLength: 16, maxLength: 64 }).map((bytes) => Buffer.from(bytes).toString("hex"));
  const other = "0x|a|7|/|path/to/some/module-name|\n|\r\n  | |1f8b08|H4sI|H4sIAAAAAAAAA0vOzy0oSi0uTk0BAA".split("|");
  const some = fc.oneof(written, written, hash, fc.constantFrom(...other, "0".repeat(70)));
  const parts = fc.array(
    fc.oneof(
      some,
      some.map((one) => one.toUpperCase()),
    ),
    { maxLength: 8 },
  );
  fc.assert(
    fc.property(parts, fc.nat(400), fc.constantFrom("", "0".repeat(90), "6".repeat(200)), (all, before, filling) => {
      const padding = ".".repeat(before === 0 ? 0 : slice - before - filling.length);
      const plain = padding + filling + all.join("");
      const bytes = Buffer.from(plain);
      const clues = seenBy(prefilter, "contents", bytes);
      expect(clues.gzip).toEqual(gzipIn(plain));
      const every = { ...clues, hexadecimal: hexadecimalIn(plain) };
      expect(decodedBy(hexadecimal, bytes, clues)).toEqual(decodedBy(hexadecimal, bytes, every));
    }),
    { numRuns: 3000 },
  );
});

test("text in hexadecimal digits is found wherever the border of a slice cuts it", () => {
  const written = Buffer.from("twelve bytes").toString("hex");
  for (const around of ["", "f00f", "e".repeat(300)]) {
    const run = around + written + around;
    for (let at = slice - run.length - 70; at <= slice + 70; at++) {
      const bytes = Buffer.alloc(slice + 1000, "x");
      bytes.write(run, at);
      const { hexadecimal: places } = seenBy(prefilter, "contents", bytes);
      expect(places).toContain(at + around.length);
    }
  }
});

test("hashes are no text in hexadecimal digits", () => {
  const hashes = Array.from({ length: 2000 }, (_, seed) => createHash("sha512").update(String(seed)).digest("hex"));
  const zeros = ["0".repeat(64), `${"0".repeat(62)}20`];
  const { hexadecimal: places } = seenBy(prefilter, "contents", Buffer.from([...hashes, ...zeros].join("\n")));
  expect(places).toEqual(hexadecimalIn([...hashes, ...zeros].join("\n")));
  expect(places.length).toBeLessThan(5);
});

test("there is room for all that a slice can hide", () => {
  const readable = Buffer.from("some readable text").toString("base64").slice(0, 16);
  const { base64: runs, escapes } = seenBy(prefilter, "contents", Buffer.from(`\\\\n${readable}`.repeat(20_000)));
  expect(escapes).toHaveLength(40_000);
  expect(runs.length).toBeGreaterThan(19_000);
});

test("wide text is decoded as if every byte had been looked at", () => {
  const text = fc.string({ unit: fc.constantFrom(..."abcXYZ 019_ß\n"), maxLength: 20 });
  const wide = fc
    .tuple(text, fc.constantFrom("utf16le", "utf16be", "utf32le"), fc.uint8Array({ maxLength: 5 }))
    .map(([plain, encoding, other]) => Buffer.concat([widened(plain, encoding), other]));
  const some = fc.oneof(wide, fc.constantFrom(Buffer.alloc(3), Buffer.from("plain text"), Buffer.from("\0a\0\0b")));
  fc.assert(
    fc.property(fc.array(some, { maxLength: 8 }), fc.nat(60), (parts, before) => {
      const bytes = Buffer.concat([Buffer.alloc(before === 0 ? 0 : slice - before, "."), ...parts]);
      const clues = seenBy(prefilter, "contents", bytes);
      const everywhere = { ...clues, wide: [{ start: 0, end: bytes.length }] };
      expect(decodedBy(wideText, bytes, clues)).toEqual(decodedBy(wideText, bytes, everywhere));
    }),
    { numRuns: 3000 },
  );
});

function widened(text: string, encoding: string): Buffer {
  if (encoding === "utf16le") return Buffer.from(text, "utf16le");
  if (encoding === "utf16be") return Buffer.from(text, "utf16le").swap16();
  return Buffer.concat(Array.from(text, (character) => Buffer.from([character.charCodeAt(0), 0, 0, 0])));
}

const examples = detectors.flatMap(({ examples: own }) => own.map((example) => fill(example.replaceAll(/[«»]/g, ""))));

test("the detectors' own literals are found in all their examples", () => {
  const all = detectors.flatMap(({ trigger, namesOnly = false }, owner): Literal[] =>
    literalsOf(trigger).flatMap(({ literals: group, ...rest }) =>
      group.map((text) => ({ ...rest, text, owner, namesOnly })),
    ),
  );
  const builtIn = new Prefilter(tableOf(all));
  for (const part of ["name", "contents"] as const) {
    for (const example of examples) {
      const bytes = Buffer.from(example);
      expect(sorted(seenBy(builtIn, part, bytes).sightings)).toEqual(expectedOf(all, bytes, part));
    }
  }
});

function seenBy(filter: Prefilter, part: Segment["part"], bytes: Buffer): Clues {
  return cluesIn((...asked) => filter.look(...asked), part, bytes);
}

function found(bytes: Buffer, part: Segment["part"]) {
  return sorted(seenBy(prefilter, part, bytes).sightings);
}

function expected(bytes: Buffer, part: Segment["part"]) {
  return expectedOf(literals, bytes, part);
}

/** What a search finds that looks at every place for every literal. */
function expectedOf(all: readonly Literal[], bytes: Buffer, part: Segment["part"]) {
  const text = bytes.toString("latin1");
  const lower = text.replaceAll(/[A-Z]/g, (letter) => letter.toLowerCase());
  const sightings = all
    .filter(({ namesOnly, owner }) => owner !== gzipOwner && (part === "name" || namesOnly !== true))
    .flatMap(({ text: wanted, anyCase, owner, behind }) => {
      const [hay, needle] = anyCase ? [lower, wanted.toLowerCase()] : [text, wanted];
      const places: number[] = [];
      for (let at = hay.indexOf(needle); at !== -1; at = hay.indexOf(needle, at + 1)) places.push(at);
      return places
        .map((start) => ({ owner, start, end: start + wanted.length }))
        .filter(
          (range) =>
            behind === undefined ||
            ("around" in behind ? standsAround(text, range, behind) : follows(text, range.end, behind)),
        );
    });
  return sorted(sightings);
}

/** What stands in front of the slice in which a literal begins is not known. */
function standsAround(text: string, { start, end }: Range, { run, least = 0, holds = "", around }: RunAround): boolean {
  const from = start - around;
  if (from < start - (start % slice)) return true;
  return (text.slice(from, end + around).match(runs[run][1]) ?? [""]).some(
    (one) => one.length >= least && one.includes(holds),
  );
}

function follows(text: string, at: number, behind: Exclude<NonNullable<Literal["behind"]>, RunAround>): boolean {
  if ("value" in behind) {
    const isSetting = behind.value === "password" && isSettingAt(text, at);
    return isSetting || showsValue(text, { start: at, end: text.length }, at, behind.value);
  }
  if ("pair" in behind)
    return text
      .slice(at, at + behind.within)
      .toLowerCase()
      .includes(behind.pair.toLowerCase());
  if ("begins" in behind) return /^[\0- ]?[\w\x80-\xff-]/.test(text.slice(at));
  if ("none" in behind) return text.charAt(at).match(runs[behind.none][1]) === null;
  const { run, least = 0, holds = "", within } = behind;
  const those = text.slice(at, at + (within ?? 512)).match(runs[run][within === undefined ? 0 : 1]) ?? [""];
  return [...those].some((one) => one.length >= least && one.includes(holds));
}

/** `NAME=`, where the literal ends in the name or right behind it. */
function isSettingAt(text: string, at: number): boolean {
  const equals =
    text.charAt(at - 1) === "=" ? at - 1 : at + (/^[A-Z\d_]*/.exec(text.slice(at, at + 320))?.[0].length ?? 0);
  return text.charAt(equals) === "=" && /[A-Z\d_]/.test(text.charAt(equals - 1));
}

/** Runs of each kind: the one at the beginning, and every one. */
const runs = {
  hexadecimal: [/^[\da-fA-F]*/, /[\da-fA-F]+/g],
  number: [/^[\d-]*/, /[\d-]+/g],
  token: [/^[\w-]*/, /[\w-]+/g],
  value: [/^[\w!#$%&*+./:;<=>?@^|~-]*/, /[\w!#$%&*+./:;<=>?@^|~-]+/g],
  unspaced: [/^[^\s"']*/, /[^\s"']+/g],
} as const satisfies Record<RunKind, readonly [RegExp, RegExp]>;

function sorted(sightings: readonly Sighting[]): Sighting[] {
  return sightings.toSorted((a, b) => a.start - b.start || a.owner - b.owner || a.end - b.end);
}

function decodedBy(layer: Layer, bytes: Buffer, clues: Clues) {
  const segment: Segment = { part: "contents", surface: "text", bytes, toDocument: (range) => range };
  return [...layer(segment, clues)].map((inner) => ({
    text: inner.bytes.toString("latin1"),
    from: inner.toDocument({ start: 0, end: inner.bytes.length }),
  }));
}
