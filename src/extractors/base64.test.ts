import { expect, test } from "vitest";
import { cluesIn } from "../../test/clues.ts";
import { createEngine } from "../engine/engine.ts";
import { base64 } from "./base64.ts";

const engine = createEngine([]);

/** What is decoded, as text, and what of the document it leads back to. */
function decoded(document: string): { readonly text: string; readonly source: string }[] {
  const bytes = Buffer.from(document);
  const clues = cluesIn(engine.look, "contents", bytes);
  const all = base64({ part: "contents", surface: "text", bytes, toDocument: (range) => range }, clues);
  return [...all].map(({ bytes: inner, toDocument }) => {
    const { start, end } = toDocument({ start: 0, end: inner.length });
    return { text: inner.toString(), source: document.slice(start, end) };
  });
}

const lines = ["the name of it is bluefin", "some other words", "and of this one is redfin"];
const encoded = lines.map((line) => Buffer.from(line).toString("base64"));

test.each(["\n", "\r\n", "\n  "])(
  "lines that need not belong together are read each by itself, too (%j)",
  (lineBreak) => {
    for (const written of [encoded, encoded.map((line) => line.replace(/=+$/, ""))]) {
      const found = decoded(written.join(lineBreak));
      for (const [at, text] of lines.entries())
        expect(found).toContainEqual({ text, source: written[at]?.replace(/=+$/, "") });
    }
  },
);

test("a long text that was wrapped is one text, and read once", () => {
  const text = "words of a long text, ".repeat(400);
  const wrapped = Buffer.from(text).toString("base64").replaceAll(/.{76}/g, "$&\n");
  expect(decoded(wrapped).map((one) => one.text)).toEqual([text]);
});

test("a short text that was wrapped is read as one", () => {
  const text = "the name of it is bluefin, and of this one is redfin";
  const wrapped = Buffer.from(text).toString("base64").replaceAll(/.{30}/g, "$&\n");
  expect(decoded(wrapped).map((one) => one.text)).toContain(text);
});
