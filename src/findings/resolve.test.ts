import { expect, test } from "vitest";
import { type Candidate, resolve } from "./resolve.ts";

function candidate(start: number, end: number, rank: number, more: Partial<Candidate> = {}): Candidate {
  return { part: "contents", range: { start, end }, rank, placeholder: false, ...more };
}

test("of candidates that overlap the one of the lowest rank is kept", () => {
  const [first, second, third] = [candidate(0, 10, 2), candidate(5, 15, 1), candidate(20, 30, 3)];
  expect(resolve([third, first, second])).toEqual([second, third]);
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
