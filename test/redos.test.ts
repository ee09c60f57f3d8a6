import { expect, test } from "vitest";
import { hasChoice, patternsOf, quick, stallOf, stallsIn } from "./redos.ts";

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

test.each(["a|b", "a?", "a*", "a+", "a{1,2}", "a{1,}", "(?:[|]|b)", "(?<!a?)b"])("/%s/ has a choice", (source) => {
  expect(hasChoice({ source, flags: "g" })).toBe(true);
});

test.each([String.raw`(?<![\w-])key-(?<id>[\w|+?*]{20})(?=\?)`, String.raw`^\d{4}-\d\d$`, String.raw`\[\]\{2,`])(
  "/%s/ has none",
  (source) => {
    expect(hasChoice({ source, flags: "g" })).toBe(false);
  },
);

test.each(["^(a+)+$", String.raw`\s*\n\s*`, String.raw`a[\w.]*b[\w.]*c`])("/%s/ is known to stall", async (source) => {
  expect(await stallOf({ file: "", source, flags: "" }, quick)).toBeDefined();
});

test.each(["^a+$", String.raw`(?<![\w-])key-[\w-]{20,80}(?![\w-])`, String.raw`\w{1,30}\s{0,20}=\s{0,20}\w{1,40}`])(
  "/%s/ is known not to",
  async (source) => {
    expect(await stallOf({ file: "", source, flags: "" }, quick)).toBeUndefined();
  },
);
