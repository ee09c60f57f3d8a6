import { execFileSync } from "node:child_process";
import { existsSync, globSync, statSync } from "node:fs";
import type { TestProject } from "vitest/node";

/** Builds the program that the tests run, where a source is newer than it. In watch mode before every run. */
export default function setup(project: TestProject): void {
  buildIfStale();
  if (!existsSync("test/hosts/node_modules"))
    console.log("Left out: test/hosts, which wants pino and winston. `npm ci --prefix test/hosts` brings them.");
  project.onTestsRerun(async () => buildIfStale());
}

const sources = ["src/**/*.ts", "scripts/*.ts", "package.json", "rolldown.config.ts"];

/** The first and the last file that a build writes. */
const results = ["dist/outgate.cjs", "dist/verdict.schema.json"];

function buildIfStale(): void {
  const newestSource = Math.max(...globSync(sources).map(changed));
  const oldestResult = Math.min(...results.map(changed));
  if (oldestResult < newestSource)
    execFileSync("npm", ["run", "--silent", "build"], { stdio: ["ignore", "ignore", "inherit"] });
}

function changed(path: string): number {
  return statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0;
}
