import * as fc from "fast-check";
import { expect, test } from "vitest";
import { type ScriptKind, ScriptTokens } from "./script.ts";

/** The tokens of a script of which only so much is in memory. */
function tokensIn(script: string, length?: number): readonly (readonly [ScriptKind, string])[] {
  const bytes = Buffer.from(script);
  const tokens = new ScriptTokens(bytes, length);
  const all: [ScriptKind, string][] = [];
  while (tokens.next()) {
    const isHeld = tokens.byteAt(0) === bytes[tokens.start] && tokens.byteAt(1) === bytes[tokens.start + 1];
    if (!isHeld) throw new Error("a token begins with other bytes than it says");
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

test("a script is cut into the same tokens whatever part of it is in memory", () => {
  const script = fc.array(fc.constantFrom(...pieces), { maxLength: 60 }).map((all) => all.join(""));
  fc.assert(
    fc.property(script, fc.integer({ min: 0, max: 40 }), (text, length) => {
      expect(tokensIn(text, length)).toEqual(tokensIn(text, 1 << 20));
    }),
    { numRuns: 500 },
  );
});
