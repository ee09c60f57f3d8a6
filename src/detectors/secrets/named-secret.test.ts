import { expect, test } from "vitest";
import { fill } from "../template.ts";
import { confidenceOf } from "./named-secret.ts";

const always = (): boolean => true;
const never = (): boolean => false;

test("what could be the hash of a password is one as likely, but not where a program is given its password", () => {
  const value = fill("{hex:32}");
  expect(confidenceOf(value, "password", always, never)).toBe(0.6);
  expect(confidenceOf(value, "password", always, always)).toBe(0.9);
});
