import type { Finding } from "../src/index.ts";
import { leaks } from "./site/leaks.ts";

/** Tells where each leak of the sample site was found. @returns whether all of them were, in files that are stopped */
export function tellLeaks(findings: readonly Finding[]): boolean {
  const stopped = new Set(findings.filter(({ action }) => action === "block").map(({ document }) => document));
  const found = Map.groupBy(findings, ({ document, ruleId, surface }) =>
    keyOf(document.replace(/(?<=_)[\da-f]{7,}(?=\.pf_)/, "*"), ruleId, surface),
  );
  let missed = 0;
  for (const { slot, file, rule, surface } of leaks) {
    const one = found.get(keyOf(file, rule, surface))?.shift();
    if (one !== undefined && stopped.has(one.document)) {
      console.log(`  ${`${one.document}:${one.line}:${one.column}`.padEnd(48)} ${surface}`);
    } else {
      console.log(`  NOT STOPPED: ${slot} in ${file}, ${surface}`);
      missed++;
    }
  }
  console.log(missed === 0 ? `\n${leaks.length} leaks: each is stopped.\n` : `\n${missed} leaks are NOT STOPPED.\n`);
  return missed === 0;
}

function keyOf(document: string, rule: string, surface: string): string {
  return [document, rule, surface].join("\n");
}
