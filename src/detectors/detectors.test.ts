import { describe, expect, test } from "vitest";
import { mark } from "../../test/mark.ts";
import { detectors } from "./index.ts";
import { fill } from "./template.ts";

describe.each(detectors.map((detector) => ({ id: detector.id, detector })))("$id", ({ detector }) => {
  test.each(detector.examples.map((example, index) => ({ example, index })))("$example", async ({ example, index }) => {
    const marked = fill(example, index);
    expect(await mark(detector, marked.replaceAll(/[«»]/g, ""))).toBe(marked);
  });

  test("has examples of what it finds, and near misses", () => {
    expect(detector.examples.some((example) => example.includes("«"))).toBe(true);
    expect(detector.examples.some((example) => !example.includes("«"))).toBe(true);
  });
});

test("every detector has an id of its own", () => {
  const ids = detectors.map(({ id }) => id);
  expect(ids).toEqual([...new Set(ids)]);
});
