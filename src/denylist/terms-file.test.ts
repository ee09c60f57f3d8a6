import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { GateError } from "../model/error.ts";
import type { Term } from "./term.ts";
import { printTerm, printTerms, readTerms, termsOf, withoutTerms, withTerms } from "./terms-file.ts";

function read(text: string | Uint8Array): Term[] {
  return termsOf(readTerms(Buffer.from(text), "terms")).map(({ term }) => term);
}

function shown(text: string): string[] {
  return read(text).map(printTerm);
}

/** What is said of a wrong list. */
function complaint(text: string | Uint8Array): string {
  try {
    read(text);
  } catch (error) {
    if (error instanceof GateError) return `${error.message}. ${error.remedy}`;
    throw error;
  }
  return "none";
}

test("a list of plain lines reads as it is: two words are a person, one is a word", () => {
  expect(shown("Jane Q. Public\nbluefin\n\n# a comment\n  Séamus  Ó Dubhagáin \t\nAnne-Marie")).toEqual([
    "person: Jane Q. Public",
    "word: bluefin",
    "person: Séamus Ó Dubhagáin",
    "word: Anne-Marie",
  ]);
});

test("a line can say its kind, and options in brackets behind it", () => {
  const text =
    "person[alone, german]: Jane Public\nCustomer:  Acme GmbH # since May\ncodename:bluefin\nhost: db-7.internal\nexact: X # 42\nword: a:b";
  expect(read(text)).toEqual([
    { kind: "person", text: "Jane Public", options: ["alone", "german"] },
    { kind: "customer", text: "Acme GmbH", options: [] },
    { kind: "codename", text: "bluefin", options: [] },
    { kind: "host", text: "db-7.internal", options: [] },
    { kind: "exact", text: "X # 42", options: [] },
    { kind: "word", text: "a:b", options: [] },
  ]);
});

test("an address or a text with a colon is no kind", () => {
  expect(shown("https://wiki.example/x\ndb:5432")).toEqual(["word: https://wiki.example/x", "word: db:5432"]);
});

test("a byte order mark, CRLF and a missing last line break do not matter", () => {
  expect(shown("\uFEFFJane Public\r\nbluefin")).toEqual(["person: Jane Public", "word: bluefin"]);
});

describe("what is wrong is told by its line's number, and nothing of its text", () => {
  test.each([
    ["persom: Zebulon Quux", "begins with a kind that does not exist"],
    ["persom[alone]: Zebulon Quux", "begins with a kind that does not exist"],
    ["person:", "has a kind and no term"],
    ["secret: ", "has a kind and no term"],
    ["person[loud]: Zebulon Quux", "has an option that its kind does not have"],
    ["host[german]: zebulon.example", "has an option that its kind does not have"],
    [String.raw`secret: "zebulon\ud83d"`, "has a value with half of a character, which no text in UTF-8 can have"],
    ["zebulon a b c d e f g h", "has more than 8 words"],
    ["word: zebulon-a-b-c-d-e-f-g-h", "has more than 8 words"],
    ["...", "has neither a letter nor a digit"],
    ["Zebulon #1", "has a # in it that begins neither a comment nor a word's end"],
    ["Zebulon\u0000Quux", "has a control character"],
    ["-----BEGIN AGE ENCRYPTED FILF-----", "looks like a line of a sealed list, of a lock or of an unfinished merge"],
    ["0123456789abcdef012345", "looks like a line of a sealed list, of a lock or of an unfinished merge"],
    ["<<<<<<< HEAD", "looks like a line of a sealed list, of a lock or of an unfinished merge"],
  ])("%j", (line, what) => {
    const said = complaint(`# a list\nJane Public\n${line}\n`);
    expect(said).toContain(`line 3 of the deny list terms ${what}. `);
    expect(said).not.toMatch(/zebulon|quux/i);
  });

  test("what is no UTF-8 is no list", () => {
    const said =
      "the deny list terms is no text in UTF-8. Save it as UTF-8. If it was a sealed list or a lock, it is damaged: restore it.";
    expect(complaint(Buffer.from("Vo\xdfkamp", "latin1"))).toBe(said);
    expect(complaint(Buffer.from("\uFEFFJane Public\n", "utf16le"))).toBe(said);
  });
});

test("eight words are a term, and a value can have any number", () => {
  expect(read("word: a b c d e f g h")).toHaveLength(1);
  expect(read("secret: a b c d e f g h i j # k")).toEqual([
    { kind: "secret", text: "a b c d e f g h i j # k", options: [] },
  ]);
});

const values = fc.string({ minLength: 1, unit: "grapheme" }).filter((value) => value.trim() !== "");

test("a value comes back as it was, whatever is in it", () => {
  fc.assert(
    fc.property(
      values.filter((text) => Buffer.byteLength(text) >= 2), // a shorter one is refused
      (text) => {
        const term: Term = { kind: "secret", text, options: [] };
        expect(read(`${printTerm(term)}\n`)).toEqual([term]);
      },
    ),
  );
  for (const text of ["a\nb", ' "x" ', '"x"', '""', "\\\\", "a\u2028b", "\uFEFFx"])
    expect(read(printTerm({ kind: "secret", text, options: [] }))).toEqual([{ kind: "secret", text, options: [] }]);
});

describe("a changed list", () => {
  const list = readTerms(Buffer.from("# family\r\nJane Public\r\n\r\ncodename: bluefin # old"), "terms");

  test("keeps comments, order and line breaks, and has no term twice", () => {
    const added = withTerms(list, read("Sam Sample\nperson: Jane Public\nsecret: a b\nSam Sample"));
    expect(printTerms(added)).toBe(
      "# family\r\nJane Public\r\n\r\ncodename: bluefin # old\r\nperson: Sam Sample\r\nsecret: a b\r\n",
    );
  });

  test("loses what is removed, by text or by kind and text, and tells what it does not have", () => {
    const { file, unknown } = withoutTerms(list, read("bluefin\nNobody Here\ncustomer: Jane Public"));
    expect(printTerms(file)).toBe("# family\r\nJane Public\r\n\r\n");
    expect(unknown).toEqual([2, 3]);
  });
});
