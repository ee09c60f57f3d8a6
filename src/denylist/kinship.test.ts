import { expect, test } from "vitest";
import { marked } from "../../test/marked.ts";
import { findKin, firstNamesOf, kinWordsOf } from "./kinship.ts";
import type { Term } from "./term.ts";

const person = (text: string): Term => ({ kind: "person", text, options: [] });
const names = firstNamesOf([
  person("Anna Quendelberg"),
  person("Quendelberg, Jörg"),
  person("Marie-Luise Quendelberg"),
  person("Tiberia"),
  { ...person("Acme Hohlfeld"), kind: "customer" },
]);

/** The text with «» around what is found. */
function shown(text: string, own: readonly string[] = []): string {
  const bytes = Buffer.from(text);
  return marked(
    bytes,
    findKin(bytes, names, kinWordsOf(own)).map(({ range }) => range),
  );
}

test.each([
  "his daughter «Anna» is six",
  "«Anna», the younger of his sisters",
  "Seine Söhne heißen Tom und «Jörg».",
  "«ANNA» und ihre Mutter",
  "«Marie-Luise», meine Schwester, und Marie",
  "my colleague «Anna», the neighbour «Jörg»; unser Nachbar «Jörg»; ihre Lebensgefährtin «Anna»",
  "«Anna» and «Jörg» live there.",
  "Anna lives there. Jörg does not.",
  "Anna Anna Anna",
  "his daughter is six years old and her name is Anna",
  "his daughter anna",
  "his daughter Hannah and Tiberia and Acme",
  "Jörg and nobody else",
])("%s", (text) => {
  expect(shown(text.replaceAll(/[«»]/g, ""))).toBe(text);
});

test("however long a sentence is, and however often a name stands in it, all of it is looked at", () => {
  const many = 100_000;
  expect(shown("Anna a ".repeat(many))).not.toContain("«");
  expect(shown(`${"Anna a ".repeat(many)}Jörg`).match(/«/g)).toHaveLength(many + 1);
  expect(shown(`${"山".repeat(3 * many)} Mutter Anna`)).toMatch(/山 Mutter «Anna»$/);
});

test("words of the config count as well", () => {
  expect(shown("la hija Anna", ["hija"])).toBe("la hija «Anna»");
  expect(shown("la hija Anna")).toBe("la hija Anna");
  expect(shown("her daughter Anna", ["hija"])).toBe("her daughter «Anna»");
});

test("words of the config are found in any case and without their marks, and those of several words as a whole", () => {
  const own = ["Córka", "belle-mère", "au pair", "娘", "女儿"];
  for (const text of [
    "jej CORKA «Anna»",
    "«Anna», sa belle mère",
    "the au-pair «Anna»",
    "娘の«Anna»",
    "她的女儿«Anna»",
  ])
    expect(shown(text.replaceAll(/[«»]/g, ""), own)).toBe(text);
  for (const text of ["a pair for Anna", "la mère Anna", "une belle Anna", "她的女友Anna"])
    expect(shown(text, own)).toBe(text);
});
