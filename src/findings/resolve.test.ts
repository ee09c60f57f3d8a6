import * as fc from "fast-check";
import { expect, test } from "vitest";
import { overlap } from "../model/range.ts";
import { type Candidate, resolve } from "./resolve.ts";

function candidate(start: number, end: number, rank: number, more: Partial<Candidate> = {}): Candidate {
  return { part: "contents", range: { start, end }, rank, placeholder: false, ...more };
}

test("of candidates that overlap the one of the lowest rank is kept", () => {
  const [first, second, third] = [candidate(0, 10, 2), candidate(5, 15, 1), candidate(20, 30, 3)];
  expect(resolve([third, first, second])).toEqual([second, third]);
});

test("what reaches from one into the next is neither: of one detector's the first goes before, and what holds another", () => {
  const [first, between, second] = [candidate(0, 10, 1), candidate(4, 40, 1), candidate(34, 44, 1)];
  expect(resolve([between, second, first])).toEqual([first, second]);
  const [inner, outer] = [candidate(52, 56, 1), candidate(50, 60, 1)];
  expect(resolve([inner, outer])).toEqual([outer]);
});

test("whatever overlaps, each is kept or overlaps one that is kept and goes before it, and no two that are kept overlap", () => {
  const some = fc
    .tuple(fc.nat(60), fc.integer({ min: 1, max: 12 }), fc.nat(3))
    .map(([start, size, rank]) => candidate(start, start + size, rank));
  fc.assert(
    fc.property(fc.array(some, { maxLength: 60 }), (all) => {
      const kept = resolve(all);
      expect(kept.toSorted((a, b) => a.range.start - b.range.start)).toEqual(kept);
      for (const one of all) {
        const beside = kept.filter((other) => overlap(one.range, other.range));
        const isRight = kept.includes(one) ? beside.length === 1 : beside.some(({ rank }) => rank <= one.rank);
        expect(isRight).toBe(true);
      }
    }),
  );
});

test("candidates of different groups are kept beside each other, in order of place", () => {
  const secret = candidate(0, 30, 5);
  const person = candidate(10, 20, 1, { group: "term/person" });
  const relative = candidate(10, 14, 0, { group: "term/relative" });
  const other = candidate(12, 40, 2, { group: "term/person" });
  expect(resolve([relative, other, person, secret])).toEqual([secret, relative, person]);
});

test("a placeholder takes nothing of another group along", () => {
  const person = candidate(10, 20, 9, { group: "term/person" });
  expect(resolve([candidate(0, 30, 1, { placeholder: true }), candidate(5, 12, 2), person])).toEqual([person]);
});

const range = { start: 10, end: 90 }; // of the gzip

function inflated(rest: Partial<Candidate>): Candidate {
  return { part: "contents", range, rank: 1, placeholder: false, ...rest };
}

test("what was inflated from the same bytes overlaps where it does in the stream, and nothing outside of it", () => {
  const of = {};
  const at = (start: number, end: number, rest: Partial<Candidate> = {}): Candidate =>
    inflated({ stream: { of, range: { start, end } }, ...rest });
  const first = at(0, 5);
  const second = at(5, 9);
  const better = at(20, 30, { rank: 0 });
  const outside = inflated({ rank: 0 });
  const elsewhere = inflated({ stream: { of: {}, range: { start: 0, end: 5 } } });
  const placeholder = at(40, 50, { placeholder: true, rank: 0 });
  const taken = [at(22, 40), at(45, 48)];
  expect(resolve([second, first, better, ...taken, placeholder, outside, elsewhere])).toEqual([
    first,
    second,
    better,
    outside,
    elsewhere,
  ]);
  expect(resolve([inflated({ placeholder: true, rank: 0 }), first])).toEqual([first]);
});
