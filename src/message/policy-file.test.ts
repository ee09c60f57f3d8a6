import { chmodSync, mkdirSync, mkdtempSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { assertFixed, canChange } from "./policy-file.ts";

const agent = { uid: 1000, groups: [1000, 100] };
const file = 0o100000;
const folder = 0o040000;
const sticky = 0o001000;

test.each<[string, number, number, number, boolean]>([
  ["a file of root's", 0, 0, file | 0o644, false],
  ["a file of another user's", 1001, 1001, file | 0o600, false],
  ["a file of the agent's that it cannot write now", 1000, 0, file | 0o444, true],
  ["a file that everybody can write", 0, 0, file | 0o646, true],
  ["a file that a group of the agent's can write", 0, 100, file | 0o664, true],
  ["a file that another group can write", 0, 101, file | 0o664, false],
  ["a folder in which everybody can put files in the place of others", 0, 0, folder | 0o777, true],
  ["a folder in which only owners take files away", 0, 0, folder | sticky | 0o777, false],
  ["a file with a bit that only means something on folders", 0, 0, file | sticky | 0o666, true],
])("%s", (_, uid, gid, mode, can) => {
  expect(canChange({ uid, gid, mode }, agent)).toBe(can);
});

test("root can change everything", () => {
  expect(canChange({ uid: 5, gid: 5, mode: file | 0o400 }, { uid: 0, groups: [0] })).toBe(true);
});

test("a policy of one's own is refused, wherever a link leads", () => {
  const own = mkdtempSync(join(tmpdir(), "outgate-test-"));
  const path = join(own, "policy.json");
  writeFileSync(path, "{}");
  chmodSync(path, 0o444);
  mkdirSync(join(own, "links"));
  symlinkSync(path, join(own, "links/policy.json"));
  for (const one of [path, join(own, "links/policy.json")])
    expect(() => {
      assertFixed(one);
    }).toThrow("can be changed by whoever runs the gate");
  expect(() => {
    assertFixed(join(own, "missing.json"));
  }).toThrow("cannot be read: ENOENT");
});
