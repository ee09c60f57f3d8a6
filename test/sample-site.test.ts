import { globSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { expect, test } from "vitest";
import type { Leak } from "../examples/site/leak.ts";
import { leaks, planted } from "../examples/site/leaks.ts";
import { denied } from "../examples/commits.ts";
import type { Verdict } from "../src/index.ts";
import { createRepository, passed, program, type Repository } from "./repository.ts";

/** The sample site as it is built, with a deny list beside it. */
function built(kind: "leaks" | "twin"): Repository {
  const repository = createRepository();
  const build = ["--disable-warning=ExperimentalWarning", resolve("examples/site/build.ts"), "_site", kind];
  expect(repository.run(process.execPath, ...build)).toMatchObject({ code: 0, stderr: "" });
  const terms = denied.map((term) => `${term}\n`).join("");
  expect(repository.runWith(terms, process.execPath, program, "deny", "add").code).toBe(0);
  return repository;
}

test("whatever a built site leaks is found, where it stands and where a reader meets it", () => {
  const repository = built("leaks");
  const { code, stdout } = repository.outgate("site", "_site", "--format", "json");
  const { findings, unscanned } = JSON.parse(stdout) as Verdict; // what the flag says
  const told = findings.map(({ document, line, column, ruleId, surface }) => {
    const file = document.replace(/(?<=_)[\da-f]{7,}(?=\.pf_)/, "*");
    return `${file}:${line}:${column} ${ruleId} (${surface})`;
  });
  expect(leaks.length).toBeGreaterThanOrEqual(45);
  expect(told.toSorted()).toEqual(expectedIn(join(repository.path, "_site")).toSorted());
  expect({ code, unscanned }).toEqual({ code: 1, unscanned: [] });
});

test("the same site without them passes without a finding", () => {
  expect(built("twin").check("site", "_site")).toEqual(passed());
});

/** The places of all leaks, found in the built files by their text: those of one file stand there in the order of the table. */
function expectedIn(site: string): string[] {
  const read = new Map<string, number>();
  return leaks.map((leak) => {
    const { file, path = file, rule, surface } = leak;
    const [found = path] = globSync(path, { cwd: site });
    const at = placeOf(leak, readFileSync(join(site, found)), read.get(file) ?? 0);
    read.set(file, at.next);
    return `${file}:${at.line}:${at.column} ${rule} (${surface})`;
  });
}

/** The place of the leak, and where the search for the next one of its file begins. */
function placeOf(leak: Leak, bytes: Buffer, from: number): { line: number; column: number; next: number } {
  const { written = planted(leak), behind, at, file, slot } = leak;
  if (at !== undefined) return { line: at[0], column: at[1], next: from };
  if (written === "") return { line: 1, column: 1, next: from };
  const found = spellings(behind ?? written)
    .map((text) => ({ start: bytes.indexOf(text, from), length: behind === undefined ? 0 : text.length }))
    .find(({ start }) => start !== -1);
  if (found === undefined) throw new Error(`${slot} is not in ${file}`);
  const start = found.start + found.length;
  const next = start + 1;
  if (behind !== undefined || withoutLines.test(file)) return { line: 1, column: next, next };
  const lines = bytes.toString("latin1", 0, start).split("\n");
  const characters = lines.at(-1)?.replaceAll(notCounted, "") ?? "";
  return { line: lines.length, column: characters.length + 1, next };
}

const withoutLines = /\.(?:jpg|png|gif|webp)$/;

/** NULs, and the bytes of UTF-8 that go on. */
const notCounted = /\0|(?<=[\x80-\xff])[\x80-\xbf]/g;

function spellings(text: string): Buffer[] {
  return [Buffer.from(text), Buffer.from(text, "utf16le"), Buffer.from(text, "utf16le").swap16()];
}
