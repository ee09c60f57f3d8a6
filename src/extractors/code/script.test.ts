import * as fc from "fast-check";
import { expect, test } from "vitest";
import { type ScriptKind, ScriptTokens } from "./script.ts";

/** The tokens of a script of which only so much is in memory. */
function tokensIn(script: string, length?: number): readonly (readonly [ScriptKind, string])[] {
  const bytes = Buffer.from(script);
  const tokens = new ScriptTokens(bytes, length);
  const all: [ScriptKind, string][] = [];
  while (tokens.next()) {
    all.push([tokens.kind, bytes.toString("utf8", tokens.start, tokens.end)]);
  }
  return all;
}

test("a slash divides behind a value, and begins a pattern behind a word that waits for one", () => {
  expect(tokensIn("a /b/ c; return /b'/ // d\n`x${ {y} }z`")).toEqual([
    ["word", "a"],
    ["sign", "/"],
    ["word", "b"],
    ["sign", "/"],
    ["word", "c"],
    ["sign", ";"],
    ["word", "return"],
    ["pattern", "/b'/"],
    ["comment", "// d"],
    ["template", "`x${"],
    ["sign", "{"],
    ["word", "y"],
    ["sign", "}"],
    ["template", "}z`"],
  ]);
});

const pieces = [
  ..."'|\"|`|/|//|/*|*/|\\|\\\r\n|\n|\r\n| |${|}|{|(|)|[|]|=|==|=>|:|$|return|typeof|a1_|é|b.c|<p>don't</p>|/[/\"]/g".split(
    "|",
  ),
  "a word that is longer than what is in memory".repeat(3).replaceAll(" ", "_"),
];

const scripts = fc.array(fc.constantFrom(...pieces), { maxLength: 60 }).map((all) => all.join(""));

test("a script is cut into the same tokens whatever part of it is in memory", () => {
  fc.assert(
    fc.property(scripts, fc.integer({ min: 0, max: 40 }), (text, length) => {
      expect(tokensIn(text, length)).toEqual(tokensIn(text, 1 << 20));
    }),
    { numRuns: 500 },
  );
});

/** The first token that ends behind a place, and its name, where those before another place are passed over. */
function tokenAt(script: string, place: number, passedOver: number, length: number): unknown {
  const tokens = new ScriptTokens(Buffer.from(script), length);
  while (tokens.next(passedOver)) {
    const { kind, start, end, nameStart, nameEnd } = tokens;
    if (end > place) return { kind, start, end, name: nameEnd === 0 ? undefined : [nameStart, nameEnd] };
  }
  return undefined;
}

test("the token at a place and its name are the same, whether those before it are passed over or not", () => {
  fc.assert(
    fc.property(scripts, fc.nat(300), fc.integer({ min: 0, max: 40 }), (text, place, length) => {
      expect(tokenAt(text, place, place, length)).toEqual(tokenAt(text, place, 0, 1 << 20));
    }),
    { numRuns: 5000 },
  );
});

test.each([
  ["const k = «1»", "k"],
  ["f({ apiKey: «1» })", "apiKey"],
  ['f({ "api-key": «1» })', "api-key"],
  ["a /* b */ = // c\n «1»", "a"],
  ["let k: string = «1»", "string"],
  ["a = b = «1»", undefined],
  ["a == «1»", undefined],
  ["a => «1»", undefined],
  ["a.b.c=«1»", "c"],
  ["a = `x` + «1»", undefined],
])("of %s the name of the value is %s", (marked, name) => {
  const script = Buffer.from(marked.replaceAll(/[«»]/g, ""));
  const place = marked.indexOf("«");
  for (const passedOver of [0, place]) {
    const tokens = new ScriptTokens(script);
    while (tokens.next(passedOver) && tokens.end <= place);
    const { nameStart, nameEnd } = tokens;
    expect(nameEnd === 0 ? undefined : script.toString("latin1", nameStart, nameEnd)).toBe(name);
  }
});
