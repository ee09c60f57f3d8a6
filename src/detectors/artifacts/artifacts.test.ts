import { assert, property, stringMatching } from "fast-check";
import { describe, expect, test } from "vitest";
import { literalsOf } from "../../model/trigger.ts";
import { detectors } from "../index.ts";

/** Artifact detectors keep their patterns: see artifact.ts. */
const patterns = detectors
  .filter(({ namesOnly }) => namesOnly)
  .flatMap((detector) =>
    ["sure", "unsure", "folder"].flatMap((name) => {
      const pattern: unknown = Reflect.get(detector, name);
      return pattern instanceof RegExp ? [{ id: detector.id, name, pattern, trigger: detector.trigger }] : [];
    }),
  );

test("there are patterns to look at", () => {
  expect(patterns.length).toBeGreaterThan(10);
});

describe.each(patterns)("$id $name", ({ pattern, trigger }) => {
  test("every name that the pattern takes has one of the literals", () => {
    const literals = literalsOf(trigger).flatMap((group) => group.literals);
    const inner = new RegExp(withoutLookaround(pattern.source));
    assert(
      property(stringMatching(inner), (name) => {
        expect(literals.some((literal) => name.toLowerCase().includes(literal))).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });
});

/** What stands around a match is no part of it. */
function withoutLookaround(source: string): string {
  const start = source.search(/\(\?<?[=!]/);
  if (start === -1) return source;
  let depth = 0;
  let end = start;
  do {
    if (source[end] === "(") depth++;
    if (source[end] === ")") depth--;
    end++;
  } while (depth > 0);
  return withoutLookaround(source.slice(0, start) + source.slice(end));
}
