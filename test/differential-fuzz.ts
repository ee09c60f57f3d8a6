import { gzipSync } from "node:zlib";
import * as fc from "fast-check";
import { detectors } from "../src/detectors/index.ts";
import { literalsOf } from "../src/model/trigger.ts";
import type { Text } from "./differential.ts";
import { filled } from "./differential-texts.ts";

/**
 * How a text is made. It holds numbers and templates, so that a failing one can be printed: the values that look like
 * credentials are only in the text itself.
 */
export interface Recipe {
  readonly name: readonly Piece[];
  readonly contents: readonly Piece[];
  /** How many bytes stand before the contents. */
  readonly before: number;
}

type Piece = Ingredient & { readonly writing: Writing };

type Ingredient =
  | { readonly kind: "example"; readonly template: string; readonly seed: number; readonly edits: readonly Edit[] }
  | { readonly kind: "literal"; readonly literal: string; readonly capitals: number }
  | { readonly kind: "value"; readonly template: string; readonly seed: number }
  | { readonly kind: "glue"; readonly glue: string }
  | { readonly kind: "bytes"; readonly hex: string };

/** One change of a text, somewhere in it: `at` counts its characters, from the start again behind the last. `glue` is a template. */
interface Edit {
  readonly what: "delete" | "double" | "swap" | "case" | "insert" | "end" | "begin";
  readonly at: number;
  readonly glue: string;
}

type Writing = "plain" | "capitals" | "base64" | "hexadecimal" | "gzip" | "utf16le" | "utf16be" | "json" | "percent";

export function textOf({ name, contents, before }: Recipe): Text {
  return {
    name: Buffer.concat(name.map(bytesOf)).toString("latin1"),
    bytes: Buffer.concat([Buffer.alloc(before, "."), ...contents.map(bytesOf)]),
  };
}

function bytesOf(piece: Piece): Buffer {
  return piece.kind === "bytes" ? Buffer.from(piece.hex, "hex") : written(plainOf(piece), piece.writing);
}

function plainOf(piece: Exclude<Ingredient, { kind: "bytes" }>): string {
  switch (piece.kind) {
    case "example":
      return piece.edits.reduce(edited, filled(piece.template, piece.seed));
    case "literal":
      return Array.from(piece.literal, (character, index) =>
        (piece.capitals >> (index % 31)) & 1 ? otherCase(character) : character,
      ).join("");
    case "value":
      return filled(piece.template, piece.seed);
    case "glue":
      return filled(piece.glue, 1);
  }
}

function edited(text: string, { what, at, glue }: Edit): string {
  const place = text === "" ? 0 : at % text.length;
  const character = text.charAt(place);
  const [before, after] = [text.slice(0, place), text.slice(place + 1)];
  switch (what) {
    case "delete":
      return before + after;
    case "double":
      return before + character + character + after;
    case "swap":
      return before + after.slice(0, 1) + character + after.slice(1);
    case "case":
      return before + otherCase(character) + after;
    case "insert":
      return before + filled(glue, at) + character + after;
    case "end":
      return before;
    case "begin":
      return character + after;
  }
}

function otherCase(character: string): string {
  const upper = character.toUpperCase();
  return character === upper ? character.toLowerCase() : upper;
}

function written(text: string, writing: Writing): Buffer {
  switch (writing) {
    case "plain":
      return Buffer.from(text);
    case "capitals":
      return Buffer.from(text.toUpperCase());
    case "base64":
      return Buffer.from(Buffer.from(text).toString("base64"));
    case "hexadecimal":
      return Buffer.from(Buffer.from(text).toString("hex"));
    case "gzip":
      return Buffer.from(gzipSync(text).toString("base64"));
    case "utf16le":
      return Buffer.from(text, "utf16le");
    case "utf16be":
      return Buffer.from(text, "utf16le").swap16();
    case "json":
      return Buffer.from(JSON.stringify(text));
    case "percent":
      return Buffer.from(encodeURIComponent(text.toWellFormed()));
  }
}

const templates = detectors.flatMap((detector) => detector.examples);

const literals = detectors.flatMap(({ trigger }) => literalsOf(trigger).flatMap((group) => group.literals));

const values =
  "lower:10,lower:14,upper:12,lower:24,base62:10,base62:20,base62:40,base64:44,base64url:86,hex:32,hex:40,HEX:32,digits:12,lower:9,upper:16"
    .split(",")
    .map((hole) => `{${hole}}`)
    .concat(
      "{uuid}",
      "ghp_{base62:30}{crc32}",
      "{lower:5}{digits:3}{upper:3}!",
      "{lower:4}!{lower:4}",
      "{lower:3}-{lower:18}",
      "{lower:6}/{upper:7}+{lower:5}",
      "eyJhbGciOi{base64url:40}",
    );

const glues = [
  ...'\n| |\t|\r\n|\0|=|: |:|"|\'|`|, |;|://|@|/|\\|\\n|\\"|%2F|%3D|-|_|.|(|)|[|]|{|}|<|>|&|?|#|$|+|=>|:=|\x1B[0m|é|\u{1F511}|\xA0'.split(
    "|",
  ),
  ...'= "|" : "|: \'|\','.split("|"),
  ..."password,token,secret,key,user,api_key,Authorization,export ,const ,value,account".split(","),
  "x".repeat(100),
  " ".repeat(300),
  // A value far behind its name, about as far as the engine looks for it.
  ...[270, 282, 288, 294, 300].map((length) => `" {\n  description = "${"x ".repeat(length / 2 - 24)}"\n  default = "`),
  ..."{hex:64},{base62:150},{base64url:300},{base64url:700},{base64:2000}".split(","),
];

const glue = fc.constantFrom(...glues);
const seed = fc.nat(1_000_000);

const edit: fc.Arbitrary<Edit> = fc.record({
  what: fc.constantFrom("delete", "double", "swap", "case", "insert", "end", "begin"),
  at: fc.nat(4000),
  glue,
});

const ingredient: fc.Arbitrary<Ingredient> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      kind: fc.constant("example"),
      template: fc.constantFrom(...templates),
      seed,
      edits: fc.array(edit, { maxLength: 4 }),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constant("literal"),
      literal: fc.constantFrom(...literals),
      // Half of the literals stay as they are: most are only found so.
      capitals: fc.oneof(fc.constant(0), fc.nat(0x7fffffff)),
    }),
  },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant("value"), template: fc.constantFrom(...values), seed }) },
  { weight: 6, arbitrary: fc.record({ kind: fc.constant("glue"), glue }) },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant("bytes"),
      hex: fc.uint8Array({ maxLength: 24 }).map((bytes) => Buffer.from(bytes).toString("hex")),
    }),
  },
);

const writing: fc.Arbitrary<Writing> = fc.oneof(
  { weight: 8, arbitrary: fc.constant("plain") },
  {
    weight: 2,
    arbitrary: fc.constantFrom("capitals", "base64", "hexadecimal", "gzip", "utf16le", "utf16be", "json", "percent"),
  },
);

const pieces = (most: number): fc.Arbitrary<Piece[]> =>
  fc.array(
    fc.tuple(ingredient, writing).map(([made, how]): Piece => ({ ...made, writing: how })),
    { maxLength: most },
  );

/** One text in a hundred lies across the border between two slices. */
export const recipe: fc.Arbitrary<Recipe> = fc.record({
  name: fc.oneof({ weight: 3, arbitrary: fc.constant([]) }, { weight: 1, arbitrary: pieces(4) }),
  contents: pieces(12),
  before: fc.oneof(
    { weight: 99, arbitrary: fc.constant(0) },
    { weight: 1, arbitrary: fc.nat(800).map((less) => 65_536 - less) },
  ),
});
