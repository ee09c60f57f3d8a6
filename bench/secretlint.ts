// `node bench/secretlint.ts [--no-profiler]`: @secretlint/core in process, with its recommended preset, over all files of the
// current folder. Its profiler is on unless a program switches it off.
import { readdirSync, readFileSync } from "node:fs";
import { extname, join } from "node:path";
import { lintSource } from "@secretlint/core";
import { secretLintProfiler } from "@secretlint/profiler";
import { creator } from "@secretlint/secretlint-rule-preset-recommend";

if (process.argv.includes("--no-profiler")) secretLintProfiler.setEnabled(false);
const config = { rules: [{ id: creator.meta.id, rule: creator }] };
let found = 0;
for (const entry of readdirSync(".", { recursive: true, withFileTypes: true })) {
  if (!entry.isFile()) continue;
  const filePath = join(entry.parentPath, entry.name);
  const content = readFileSync(filePath, "utf8");
  const source = { filePath, ext: extname(filePath), content, contentType: "text" } as const;
  found += (await lintSource({ source, options: { config } })).messages.length;
}
console.log(found);
