import { expect, test } from "vitest";
import { patternsOf, quick, stallOf, stallsIn } from "./redos.ts";

const patterns = await patternsOf(".");

test("no pattern of the source stalls, whatever the text", { timeout: 300_000 }, async () => {
  expect(await stallsIn(patterns, quick)).toEqual([]);
});

test("a pattern is found where it stands in a function, and where it is built of others", () => {
  const sources = patterns.filter(({ file }) => file.endsWith("/secretlint.ts")).map(({ source }) => source);
  expect(sources).toContain(String.raw`(?<=[\w-])[\w-]*`);
  const built = patterns.filter(({ file }) => file.endsWith("/artifacts/private-key.ts"));
  expect(built.some(({ source }) => source.includes(String.raw`|ssh_host_\w{1,20}_key`))).toBe(true);
});

test.each(["^(a+)+$", String.raw`\s*\n\s*`, String.raw`a[\w.]*b[\w.]*c`])("/%s/ is known to stall", async (source) => {
  expect(await stallOf({ file: "", source, flags: "" }, quick)).toBeDefined();
});

test.each(["^a+$", String.raw`(?<![\w-])key-[\w-]{20,80}(?![\w-])`, String.raw`\w{1,30}\s{0,20}=\s{0,20}\w{1,40}`])(
  "/%s/ is known not to",
  async (source) => {
    expect(await stallOf({ file: "", source, flags: "" }, quick)).toBeUndefined();
  },
);
