import { expect, test } from "vitest";
import { fill } from "../detectors/template.ts";
import { showsValue, type ValueKind } from "./value.ts";

test.each([
  ["key", "{hex:32}"],
  ["key", "{uuid}"],
  ["key", "{base62:20}"],
  ["key", "{base64:43}="],
  ["key", "{lower:40}"],
  ["key", "{upper:40}"],
  ["key", "{lower:3}-{lower:40}"],
  ["key", "acme_v2_{lower:8}"],
  ["password", "{lower:12}"],
  ["password", "{lower:5}!"],
  ["password", "P@ssword"],
  ["password", "summer4"],
] as const)("a %s like %s shows itself", (kind, template) => {
  for (let seed = 0; seed < 50; seed++) expect(shows(fill(template, seed), kind)).toBe(true);
});

test.each([
  ["key", "accessTokenValue"],
  ["key", "process.env.SERVICE_TOKEN"],
  ["key", "the_name_of_a_constant_that_is_long"],
  ["key", "createClientCredentialsProviderFromEnvironment"],
  ["key", "a 1 b 2 c 3"],
  ["password", "correct-horse-battery"],
  ["password", "@param"],
  ["password", "this.passwordField.value"],
] as const)("as a %s, %s shows nothing", (kind, text) => {
  expect(shows(text, kind)).toBe(false);
});

test.each([
  [314, true],
  [315, false],
] as const)("%d bytes behind the literal, a value of six characters shows itself: %s", (spaces, isShown) => {
  const text = `token${" ".repeat(spaces)}words7`;
  expect(showsValue(text, { start: text.length - 6, end: text.length }, "token".length, "key")).toBe(isShown);
});

function shows(value: string, kind: ValueKind): boolean {
  return showsValue(value, { start: 0, end: value.length }, 0, kind);
}
