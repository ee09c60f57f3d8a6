import * as fc from "fast-check";
import { expect, test } from "vitest";
import { valueForms } from "./value-forms.ts";
import { isInPlaces, valuePlaces } from "./values.ts";

function runs(text: string): string[] {
  return [...valuePlaces(text)].map(({ start, end }) => text.slice(start, end));
}

test.each([
  ["hunter2!hunter2", ["hunter2!hunter2"]],
  ["short, shorter", []],
  [
    "SMTP_PASSWORD=hunter2!hunter2.",
    ["SMTP_PASSWORD=hunter2!hunter2.", "SMTP_PASSWORD=hunter2!hunter2", "hunter2!hunter2.", "hunter2!hunter2"],
  ],
  ['{"password": "hunter2!hunter2"}', ["password", "hunter2!hunter2"]],
  ["a=b=hunter2!!", ["a=b=hunter2!!", "a=b=hunter2", "b=hunter2!!", "b=hunter2", "hunter2!!"]],
])("of %j a lock is asked for %j", (text, places) => {
  expect(runs(text)).toEqual(places);
});

test("a value is asked for wherever it stands alone, in quotation marks or behind a name", () => {
  const letters = fc.constantFrom(..."abcXYZ019!?.:=+/-_@#$%^&*~|\\ü山 '\",;(".split(""));
  const values = fc.array(letters, { minLength: 8, maxLength: 24 }).map((all) => all.join(""));
  const around = fc.constantFrom(
    ["", ""],
    ["NAME=", ""],
    ['"', '"'],
    ["pass: ", "\n"],
    ["<b>", "</b>"],
    ["a, ", ", b"],
  );
  fc.assert(
    fc.property(values.filter(isInPlaces), around, (value, [before = "", behind = ""]) => {
      const places = [...valuePlaces(before + value + behind)];
      expect(places).toContainEqual({ start: before.length, end: before.length + value.length });
    }),
  );
});

test.each(["with two spaces", 'say "hello"', "semi;colon;", "short"])("%j is none that a lock can find", (value) => {
  expect(isInPlaces(value)).toBe(false);
});

test("a value of several lines has the line breaks of any system", () => {
  const breaks = ["\n", "\r\n"];
  for (const of of breaks) {
    const forms = new Set(valueForms(`one line${of}and another`).map(({ bytes }) => bytes));
    for (const other of breaks) {
      const text = `one line${other}and another`;
      for (const form of [
        text,
        JSON.stringify(text).slice(1, -1),
        encodeURIComponent(text),
        Buffer.from(text).toString("hex"),
      ])
        expect(forms).toContain(form);
    }
  }
  expect(valueForms("one line").some(({ bytes }) => bytes.includes("\r"))).toBe(false);
});
