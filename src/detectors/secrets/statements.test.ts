import { expect, test } from "vitest";
import { statements } from "./statements.ts";

test("a root password that is a hash is left to the rule for hashes", () => {
  const line = `rootpw {SSHA}${"k7Qw".repeat(8)}`;
  expect(statements.filter(({ pattern }) => new RegExp(pattern).test(line))).toEqual([]);
});
