import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import type { Verdict } from "../src/index.ts";
import { documentation } from "./documentation.ts";

/**
 * What `outgate site` says of documentation that npm packages ship, without a deny list. Whatever would stop the deploy is told with its
 * place, to be looked at: the text is not.
 */
export function siteBench(): void {
  const state = mkdtempSync(join(tmpdir(), "outgate-bench-"));
  let allPages = 0;
  let allBlocked = 0;
  console.log("| site | pages | files | MB | ms | blocks | warns |\n|---|---|---|---|---|---|---|");
  const told: string[] = [];
  for (const { name, folder, pages } of documentation((text) => console.error(text))) {
    const { findings, scanned, milliseconds, unscanned } = checked(folder, state);
    const blocked = findings.filter(({ action }) => action === "block");
    const warned = Map.groupBy(
      findings.filter(({ action }) => action === "warn"),
      ({ ruleId }) => ruleId,
    );
    const warnings = [...warned].map(([rule, { length }]) => `${length} ${rule}`).join(", ");
    const size = (scanned.bytes / 1e6).toFixed(0);
    console.log(
      `| ${name} | ${pages.length} | ${scanned.documents} | ${size} | ${milliseconds} | ${blocked.length} | ${warnings} |`,
    );
    for (const { document, line, column, ruleId, surface } of blocked)
      told.push(`${name} ${document}:${line}:${column} ${ruleId} (${surface})`);
    for (const { document, reason } of unscanned) told.push(`${name} ${document}: not checked, ${reason}`);
    allPages += pages.length;
    allBlocked += blocked.length;
  }
  rmSync(state, { recursive: true });
  console.log(`\n${told.join("\n")}\n`);
  console.log(`${allBlocked} on ${allPages} pages: ${((1000 * allBlocked) / allPages).toFixed(2)} in 1,000`);
}

/** @throws where the check was not complete */
function checked(folder: string, state: string): Verdict {
  const args = [resolve("dist/outgate.cjs"), "site", ".", "--format", "json"];
  const { stdout, stderr } = spawnSync(process.execPath, args, {
    cwd: folder,
    env: { PATH: process.env["PATH"], HOME: state, OUTGATE_STATE: state },
    encoding: "utf8",
    maxBuffer: Infinity,
  });
  if (stdout === "") throw new Error(`${folder}: ${stderr}`);
  return JSON.parse(stdout) as Verdict; // what the flag says
}
