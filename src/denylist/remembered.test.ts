import * as fc from "fast-check";
import { expect, test } from "vitest";
import { remembered } from "./remembered.ts";
import { type TermKind, termKinds } from "./term.ts";

function kindOf(question: string): TermKind | undefined {
  return termKinds[question.length];
}

test("an answer is that of the question, however many were asked before", () => {
  const ask = remembered(kindOf);
  const questions = Array.from({ length: 400_000 }, (_, number) => number.toString(36));
  expect(questions.filter((question) => ask(question) !== kindOf(question))).toEqual([]);
  fc.assert(
    fc.property(fc.string({ unit: "binary", maxLength: 9 }), (text) => {
      expect(ask(text)).toBe(kindOf(text));
    }),
  );
});

test("a question that was just asked is not asked again", () => {
  let asked = 0;
  const ask = remembered((question) => {
    asked++;
    return kindOf(question);
  });
  for (const question of ["jane", "jane", "", "", "jane"]) expect(ask(question)).toBe(kindOf(question));
  expect(asked).toBe(2);
});
