import * as fc from "fast-check";
import { expect, test } from "vitest";
import { cluesIn } from "../../test/clues.ts";
import type { Segment } from "../model/segment.ts";
import type { Trigger, Triggered } from "../model/trigger.ts";
import { createEngine, detectorOf, type Engine, plannedEngine } from "./engine.ts";
import { joinedPlan, planOf } from "./plan.ts";
import { foldTable, wordTable } from "./words.ts";

const slice = 65_536;

/** A detector that finds a pattern in its windows. */
function finding(trigger: Trigger, pattern: RegExp): Triggered {
  return {
    trigger,
    detect: (window) =>
      [...window.matchAll(pattern)].map((match) => ({
        range: { start: match.index, end: match.index + match[0].length },
      })),
  };
}

async function found(engine: Engine<Triggered>, text: string): Promise<string[]> {
  const bytes = Buffer.from(text, "latin1");
  const segment: Segment = { part: "contents", surface: "text", bytes, toDocument: (range) => range };
  const outcomes = await engine.run(segment, cluesIn(engine.look, "contents", bytes));
  const hits = outcomes.flatMap((outcome) => (outcome instanceof Error ? [] : [outcome]));
  return [...new Set(hits.map(({ rank, range }) => `${rank}: ${text.slice(range.start, range.end)}`))].toSorted();
}

const address = finding({ shape: "private-address", least: 7 }, /(?:\d{1,3}\.){3}\d{1,3}/g);
const mail = finding({ shape: "at" }, /\w+@[\w.]+/g);
const either = finding([{ literals: ["tel:"] }, { shape: "phone", least: 9 }], /(?:tel:|\+)\d+/g);

test("detectors get windows around shapes, wherever slices meet", async () => {
  const engine = createEngine([address, mail, either]);
  const planted = "10.11.12.13 jane@acme.de +49301234567 tel:112";
  for (let at = slice - planted.length - 2; at <= slice + 2; at++) {
    const text = `${" ".repeat(at)}${planted}${" ".repeat(600)}`;
    expect(await found(engine, text)).toEqual(["0: 10.11.12.13", "1: jane@acme.de", "2: +49301234567", "2: tel:112"]);
  }
  expect(await found(engine, "1.2.3 jane @ acme.de 1.11.12.13 jane@acme +4930")).toEqual([]);
});

test("a window around a literal and one around a shape are two, whatever was seen first", async () => {
  const windows: string[] = [];
  const detector: Triggered = {
    trigger: [{ literals: ["tel:"] }, { shape: "phone", least: 9 }],
    reach: { before: 4, after: 4 },
    detect: ({ text }) => {
      windows.push(text);
      return [];
    },
  };
  const far = ".".repeat(slice);
  await found(createEngine([detector]), `+493012345678${far}tel:112${far}+491234567890`);
  expect(windows).toEqual(["+493012345678....", "....tel:112.", "...+491234567890"]);
});

test("between two windows others may run, and whoever has enough ends it there", async () => {
  const seen: string[] = [];
  const detector: Triggered = {
    trigger: { literals: ["tel:"] },
    reach: { before: 0, after: 4 },
    detect: ({ text }) => {
      seen.push(text);
      return [];
    },
  };
  const bytes = Buffer.from("tel:111 and then tel:222 and then tel:333 and");
  const segment: Segment = { part: "contents", surface: "text", bytes, toDocument: (range) => range };
  const engine = createEngine([detector]);
  const clues = cluesIn(engine.look, "contents", bytes);
  const pause = async (): Promise<void> => {
    if (seen.length === 2) throw new Error("enough");
    await Promise.resolve();
  };
  await expect(async () => engine.run(segment, clues, undefined, pause)).rejects.toThrow("enough");
  expect(seen).toEqual(["tel:111 ", "tel:222 "]);
});

const words = {
  ...wordTable(["jane", "bluefin"]),
  folds: foldTable((character) => character.toLowerCase()),
};

test("a detector of words gets the whole segment, and the places where one may begin", async () => {
  const places: number[][] = [];
  const detector: Triggered = {
    trigger: { words },
    detect: ({ text, bytes, sightings }) => {
      expect(bytes.toString("latin1")).toBe(text);
      places.push(sightings.map(({ start }) => start));
      return [];
    },
  };
  const engine = createEngine([detector, detector]);
  await found(engine, `x Jane ${" ".repeat(slice)}Bluefin janet`);
  expect(places).toEqual([
    [2, slice + 7],
    [2, slice + 7],
  ]);
});

test("a plan with more detectors behind its own finds what one of all of them finds, and they go first", async () => {
  const word = fc.string({ unit: fc.constantFrom(..."abAB-_1"), minLength: 2, maxLength: 9 });
  const some = fc.array(word, { minLength: 1, maxLength: 60 });
  await fc.assert(
    fc.asyncProperty(some, some, fc.boolean(), async (own, more, anyCase) => {
      const detectors = [own, more].map((literals) => finding({ literals, ...(anyCase && { anyCase }) }, /[\w-]+/g));
      const all = [...detectors, address];
      const joined = joinedPlan(planOf(detectors.slice(0, 1)), 1, all.slice(1));
      const engine = plannedEngine(joined, detectorOf(all));
      const text = `${own[0]} 10.11.12.13 ${more.join(" ")}`;
      const ranked = await found(engine, text);
      expect(ranked.filter((one) => one.startsWith("-"))).toEqual(ranked.filter((one) => !one.startsWith("0:")));
      const numbered = ranked.map((one) => one.replace(/^-\d+/, (rank) => String(Number(rank) + 0xffff)));
      expect(numbered.toSorted()).toEqual((await found(createEngine(all), text)).toSorted());
    }),
    { numRuns: 60 },
  );
});
