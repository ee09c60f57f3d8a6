import { describe, expect, test } from "vitest";
import { firstWordsOf, formsOf, wordsIn } from "./forms.ts";
import { normalForm } from "./normal-form.ts";
import type { Term, TermKind, TermOption } from "./term.ts";

function forms(kind: TermKind, text: string, ...options: readonly TermOption[]): readonly string[] {
  return all(kind, text, ...options).filter((form) => !form.startsWith("^"));
}

function all(kind: TermKind, text: string, ...options: readonly TermOption[]): readonly string[] {
  return formsOf({ kind, text, options } satisfies Term);
}

test("a person's forms are all that a text is asked for", () => {
  expect(forms("person", "Jane Q. Public")).toEqual([
    "jane public",
    ", public jane",
    "jane * public",
    "jane q public",
    ", public jane q",
    "j q public",
    "janeq public",
    ", q public jane",
    "jane qpublic",
    ", qpublic jane",
    "janepublic",
    "publicjane",
    "janeqpublic",
    "qpublicjane",
    "jpublic",
    "jqpublic",
    "@janep",
    "@publicj",
    ", public j q",
    "jq public",
    ", public jq",
    "j public",
    ", public j",
    "j * public",
    "jane p",
  ]);
});

test("a single name is one word, and one of a list is the same as one that is written in order", () => {
  expect(forms("person", "Quendelberg")).toEqual(["quendelberg"]);
  expect(forms("person", "Public, Jane")).toEqual(forms("person", "Jane Public"));
  expect(forms("person", "Dr. Jane Public Jr.")).toEqual(forms("person", "Jane Public"));
});

test("umlauts are written in two ways", () => {
  expect(forms("person", "Jörg Müller")).toEqual(expect.arrayContaining(["jorg muller", "joerg mueller"]));
  expect(forms("word", "Mueller")).toEqual(["mueller", "muller"]);
});

test("each name has its own spelling, and a middle name is written together with the last", () => {
  expect(forms("person", "Jörg Müller")).toEqual(expect.arrayContaining(["jorg mueller", ", muller joerg"]));
  expect(forms("person", "Trịnh Quốc Đạt")).toEqual(expect.arrayContaining(["trinh quocdat", "tquocdat"]));
});

test("Slavic names stand in one case, each with the endings of its kind", () => {
  const cases = forms("person", "Ondřej Škvorčík", "slavic");
  expect(cases).toEqual(
    expect.arrayContaining(["ondreje skvorcika", "ondreji skvorcikovi", "ondrejem skvorcikem", "ondreji skvorciku"]),
  );
  expect(cases).not.toContain("ondreje skvorcikem");
  expect(forms("person", "Jana Nováková", "slavic")).toEqual(
    expect.arrayContaining(["jany novakove", "janou novakovou", "janu novakovou"]),
  );
});

test("names of several words stand apart and together", () => {
  expect(forms("person", "Séamus Ó Dubhagáin")).toEqual(
    expect.arrayContaining(["seamus o dubhagain", "seamus odubhagain"]),
  );
  expect(forms("person", "Anna-Lena van der Quendel")).toEqual(
    expect.arrayContaining(["anna lena van der quendel", "annalena vanderquendel"]),
  );
});

test("both names count alone where the term says so", () => {
  expect(forms("person", "Jane Public")).not.toContain("public");
  expect(forms("person", "Jane Public", "alone")).toEqual(expect.arrayContaining(["jane", "public"]));
});

test("endings and compounds are there where the term asks for them", () => {
  expect(forms("codename", "Blauhai", "german")).toEqual(expect.arrayContaining(["blauhais", "blauhaiprojekt"]));
  expect(forms("person", "Jan Kowalski", "slavic")).toContain("jana kowalskiego");
  expect(forms("codename", "Blauhai")).toEqual(["blauhai"]);
});

test("a customer counts without the legal form, unless a common word is left", () => {
  expect(forms("customer", "Acme Ltd.")).toEqual(["acme ltd", "acmeltd", "acme"]);
  expect(forms("customer", "Data Ltd.")).toEqual(["data ltd", "dataltd"]);
  expect(forms("customer", "Blue Quendel S.A.")).toEqual(
    expect.arrayContaining(["blue quendel s a", "blue quendel sa", "blue quendel"]),
  );
});

test("a customer counts without the legal form in front of it, where what is left tells something", () => {
  expect(forms("customer", "ООО «Ромашколуг»")).toContain(normalForm("Ромашколуг").join(" "));
  expect(forms("customer", "UAB Quendelis")).toContain("quendelis");
  expect(forms("customer", "株式会社田倉精密")).toContain("田 倉 精 密");
  expect(forms("customer", "田倉精密株式会社")).toContain("田 倉 精 密");
  expect(forms("customer", "주식회사 슬기찬")).toContain("슬 기 찬");
  expect(forms("customer", "株式会社日本")).not.toContain("日 本");
  // In Latin letters these are words.
  expect(forms("customer", "Too Quendel")).not.toContain("quendel");
});

test("an abbreviation counts without its points beside another word alone", () => {
  expect(forms("customer", "B.Q.Z. Holdings LLC")).toEqual(expect.arrayContaining(["b q z holdings", "bqz holdings"]));
  expect(forms("codename", "Project I.T.")).toEqual(["project i t", "projectit"]);
  expect(forms("word", "I.S.")).toEqual(["i s"]);
});

test("of a name of three words and more the last two may be the last name", () => {
  expect(forms("person", "María José Peñagrícola Ordúñez")).toEqual(
    expect.arrayContaining([
      "m penagricola ordunez",
      "m penagricolaordunez",
      "mpenagricolaordunez",
      "maria jose penagricolaordunez",
      "maria * jose penagricola ordunez",
    ]),
  );
  expect(forms("person", "Aroha Te Whakamahara")).toEqual(
    expect.arrayContaining(["a tewhakamahara", "aroha * te whakamahara"]),
  );
});

test("a host and an exact term are told as they are written, too", () => {
  expect(forms("host", "DB-7.internal")).toEqual(["db 7 internal", "=db-7.internal"]);
  expect(forms("exact", "X-42")).toEqual(["x 42", "=X-42"]);
});

test.each<readonly [TermKind, string]>([
  ["secret", "hunter2hunter2"],
  ["word", "+++"],
  ["word", "one two three four five six seven eight nine"],
])("a %s without a form", (kind, text) => {
  expect(forms(kind, text)).toEqual([]);
});

test("what forms of several words begin with is told as well, so that a lock can be asked for it", () => {
  const beginnings = all("person", "Jane Q. Public").filter((form) => form.startsWith("^"));
  expect(beginnings).toEqual([
    "^jane",
    "^public",
    "^-public",
    "^j",
    "^q",
    "^+public",
    "^janeq",
    "^qpublic",
    "^janep",
    "^publicj",
    "^.public",
    "^jq",
    "^-jq",
  ]);
  expect(all("codename", "Blauhai")).toEqual(["blauhai"]);
});

test("no term has more than 64 forms, none of a spaced script more than eight words, and each has its beginnings", () => {
  const many = all("person", "Anna-Müllerin Jörg Xénia McÖhlenschläger-O'Brien", "german", "slavic", "alone");
  expect(many.length).toBeLessThanOrEqual(64);
  expect(Math.max(...many.map(wordsIn))).toBeLessThanOrEqual(8);
  const several = many.filter((form) => form.includes(" "));
  expect(several.length).toBeGreaterThan(8);
  for (const form of several) for (const word of firstWordsOf(form)) expect(many).toContain(`^${word}`);
});

describe("the first words of a form", () => {
  test.each([
    ["jane public", ["jane"]],
    [", public jane", ["public", "jane", "-public"]],
    ["@janep", ["janep"]],
    ["=X-42", []],
    ["j q public", ["j", "q", "public", "+public"]],
    ["j q quendel", ["j", "q", "quendel"]],
    ["x 4", ["", "x", "4"]],
    ["山 田 太 郎", ["山", "山田"]],
    ["スミス", ["スミス"]],
    ["will marshbanks", ["will", "marshbanks", "-will"]],
    ["the home * depot", ["the", "depot", "-the"]],
    ["will m", ["will", ".will"]],
    ["will * m", ["will", "+will"]],
    ["j q page", ["j", "q", "page", "+page"]],
    ["al rose", ["al", "rose", "-al", "+rose"]],
    ["new 東 京", ["new", "+new"]],
    ["@will", ["will", "+will"]],
  ])("%s", (form, words) => {
    expect(firstWordsOf(form)).toEqual(words);
  });
});
