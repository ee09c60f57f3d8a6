import { expect, test } from "vitest";
import { mark } from "../../../test/mark.ts";
import { recoveryKey } from "./recovery-key.ts";

// Made here, because no template draws multiples of eleven.
const groups = Array.from({ length: 8 }, (_, at) => ((at * 7919 + 4711) % 0x10000) * 11);
const key = groups.map((group) => String(group).padStart(6, "0")).join("-");

test.each([
  `BitLocker recovery key: «${key}»`,
  `Recovery Password:\n    ID: {ab}\n    Password:\n      «${key}»\n`,
  `BitLocker recovery key: ${key.replace(/\d$/, (last) => String((Number(last) + 1) % 10))}`,
  `an order of ${key}`,
])("%s", async (example) => {
  expect(await mark(recoveryKey, example.replaceAll(/[«»]/g, ""))).toBe(example);
});
