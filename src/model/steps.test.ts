import { expect, test } from "vitest";
import { type Steps, wait, walk } from "./steps.ts";

function* sum(...values: readonly (number | Promise<number>)[]): Steps<number> {
  let all = 0;
  for (const value of values) all += yield* wait(value);
  return all;
}

function* careful(): Steps<string> {
  try {
    yield* wait(Promise.reject(new Error("late")));
  } catch {
    return yield* wait(Promise.resolve("mended"));
  }
  return "unharmed";
}

test("work that need not wait is done at once", () => {
  expect(walk(sum(1, 2, 3))).toBe(6);
});

test("work that has to wait gives a promise", async () => {
  const result = walk(sum(1, Promise.resolve(2), 3, Promise.resolve(4)));
  expect(result).toBeInstanceOf(Promise);
  expect(await result).toBe(10);
});

test("what is waited for can fail, and the work may go on", async () => {
  expect(await walk(careful())).toBe("mended");
  await expect(walk(sum(1, Promise.reject(new Error("late"))))).rejects.toThrow("late");
});
