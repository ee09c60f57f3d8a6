import { expect, test } from "vitest";
import type { Action } from "../model/finding.ts";
import { toldOnce } from "./told-once.ts";

function told(start: number, end: number, action: Action, general?: number, stream?: object) {
  const range = { start, end };
  return {
    found: {
      part: "contents" as const,
      range: stream === undefined ? range : { start: 0, end: 1 },
      rank: general ?? 0,
      placeholder: false,
      detector: general === undefined ? {} : { isGeneral: true as const },
      ...(stream && { stream: { of: stream, range } }),
    },
    finding: { class: "secret" as const, action },
  };
}

test("of a place of which another rule tells as much, a general one is not told", () => {
  const [token, header, other] = [told(10, 20, "block"), told(3, 20, "block", 1), told(20, 30, "block", 1)];
  expect(toldOnce([header, token, other])).toEqual([token, other]);
  const [warning, stopping] = [told(10, 20, "warn"), told(10, 20, "redact", 1)];
  expect(toldOnce([stopping, warning])).toEqual([stopping, warning]);
  const term = { ...told(10, 20, "block"), finding: { class: "term" as const, action: "block" as const } };
  expect(toldOnce([header, term])).toEqual([header, term]);
});

test("of two general ones at one place the first is told, and what stands elsewhere in a stream is another place", () => {
  const [first, second] = [told(10, 20, "block", 1), told(5, 20, "block", 2)];
  expect(toldOnce([second, first])).toEqual([first]);
  const stream = {};
  const [token, value] = [told(10, 20, "block", undefined, stream), told(40, 50, "block", 1, stream)];
  expect(toldOnce([token, value])).toEqual([token, value]);
});
