import { lintSource } from "@secretlint/core";
import { secretLintProfiler } from "@secretlint/profiler";
import { creator } from "@secretlint/secretlint-rule-preset-recommend";
import type { Range } from "../src/model/range.ts";

/** What secretlint reports; the range counts the bytes of the text in UTF-8. */
export interface Report {
  readonly rule: string;
  readonly range: Range;
}

export const prefix = "@secretlint/secretlint-rule-";

/** Some rules only look at files of these names. */
const usualNames: readonly string[] = ["file.txt", "package.json", ".npmrc"];

/** What secretlint itself reports of a whole text, run with its preset as its users run it, with AWS ids switched on. */
export async function reportsOf(content: string, names: readonly string[] = usualNames): Promise<Report[]> {
  secretLintProfiler.setEnabled(false);
  const reports: Report[] = [];
  const rules = [{ id: `${prefix}aws`, options: { enableIDScanRule: true } }];
  for (const filePath of names) {
    const source = { filePath, ext: /\.\w+$/.exec(filePath)?.[0] ?? "", content, contentType: "text" } as const;
    const config = { rules: [{ id: creator.meta.id, rule: creator, rules }] };
    for (const { ruleId, range } of (await lintSource({ source, options: { config } })).messages) {
      const [start, end] = range.map((offset) => Buffer.byteLength(content.slice(0, offset)));
      reports.push({ rule: ruleId, range: { start: start ?? 0, end: end ?? 0 } });
    }
  }
  return reports;
}
