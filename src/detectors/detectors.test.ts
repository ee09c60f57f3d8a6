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

const ofContents = detectors.filter(({ namesOnly }) => !namesOnly).map((detector) => ({ id: detector.id, detector }));

describe.each(ofContents)("$id", ({ detector }) => {
  test("finds in base64 what it finds in the open", async () => {
    const example = fill(detector.examples.find((candidate) => candidate.includes("«")) ?? "", 7).replaceAll(
      /[«»]/g,
      "",
    );
    const encoded = `blob: ${Buffer.from(`${example}\n`).toString("base64")}\n`;
    expect(await mark(detector, encoded)).toContain("«");
  });
});

test("every detector has an id of its own", () => {
  const ids = detectors.map(({ id }) => id);
  expect(ids).toEqual([...new Set(ids)]);
});
