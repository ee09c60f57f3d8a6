import { describe, expect, test } from "vitest";
import { mark } from "../../test/mark.ts";
import { fill } from "../detectors/template.ts";
import { columnValue } from "./column-value.ts";
import { loginLine } from "./login-line.ts";
import { namedValue } from "./named-value.ts";

describe.each([namedValue, loginLine, columnValue])("$id", (detector) => {
  test.each(detector.examples)("%s", async (template) => {
    const example = fill(template);
    expect(await mark(detector, example.replaceAll(/[«»]/g, ""))).toBe(example);
  });
});

describe("the value of what is named as a secret", () => {
  test("a value that is longer than a window is found to its end", async () => {
    for (const text of [`{"password":"«${long(120_000)}»","a":1}`, `{"tokens":["«${long(40_000)}»","«b»"],"c":"d"}`])
      expect(await mark(namedValue, text.replaceAll(/[«»]/g, ""))).toBe(text);
  });

  test("of a list within a hundred others the rest of the line is found, and no name looks through the nest behind it", async () => {
    const nest = "[".repeat(100);
    for (const text of [
      `{"password":${nest}"«a»"${"]".repeat(100)},"user":"jane"}\n{"b":1}`,
      `{"password":${nest}«["a"],"user":"jane"}»\n{"b":1}`,
      `${'{"password":'.repeat(101)}«${'{"password":'.repeat(500)}»\n{"b":1}`,
    ])
      expect(await mark(namedValue, text.replaceAll(/[«»]/g, ""))).toBe(text);
  });
});

function long(length: number): string {
  return "x y ".repeat(length / 4);
}
