import * as fc from "fast-check";
import { expect, test } from "vitest";
import { differences } from "./differential.ts";
import { recipe, textOf } from "./differential-fuzz.ts";
import {
  crowdedTexts,
  cutDifferences,
  distant,
  exampleTexts,
  placeIn,
  shortest,
  sourcesIn,
} from "./differential-texts.ts";

// The same with more of everything: `npm run bench -- differential`.

test("in the examples nothing is lost, whatever stands around them", { timeout: 120_000 }, async () => {
  for (const text of exampleTexts()) expect(await differences(text)).toEqual([]);
});

test("where literals and matches crowd nothing is lost", { timeout: 120_000 }, async () => {
  for (const text of crowdedTexts()) expect(await differences(text)).toEqual([]);
});

test("nothing is lost where a slice ends, wherever it cuts an example", { timeout: 120_000 }, async () => {
  for (const example of [...shortest, ...distant.slice(-4)]) expect(await cutDifferences(example)).toEqual([]);
});

const packages = ["@types/node", "ajv", "fast-check", "knip", "rolldown", "valibot", "vitest", "zod"];

test("in ten megabytes of source nothing is lost", { timeout: 120_000 }, async () => {
  let read = 0;
  for (const sources of sourcesIn(
    packages.map((name) => `node_modules/${name}`),
    10_000_000,
  )) {
    read += sources.bytes.length;
    const found = await differences(sources);
    expect(found.map((difference) => ({ ...difference, place: placeIn(sources, difference.range.start) }))).toEqual([]);
  }
  expect(read).toBeGreaterThanOrEqual(10_000_000);
});

test("in ten thousand texts made of what detectors look for nothing is lost", { timeout: 120_000 }, async () => {
  await fc.assert(
    fc.asyncProperty(recipe, async (made) => {
      expect(await differences(textOf(made))).toEqual([]);
    }),
    // Always the same texts: the bench makes others in each run.
    { numRuns: 10_000, seed: 1 },
  );
});
