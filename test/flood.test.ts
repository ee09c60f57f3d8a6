import { expect, test } from "vitest";
import { fill } from "../src/detectors/template.ts";
import { createGate } from "../src/gate.ts";
import { type Verdict } from "../src/index.ts";
import { type Document } from "../src/model/document.ts";
import { scan } from "../src/scan.ts";
import { mostTold } from "../src/search/tally.ts";
import { createFolder, createRepository, type Place, program } from "./repository.ts";

// What is found in a document more often than anybody reads: it is told that there is more, and nothing of it is let through unseen.

const more = mostTold + 50;
const warned = "infrastructure/private-address";

/** One in each line, each another one. */
const addresses = lines((index) => `client 10.7.${Math.floor(index / 200)}.${(index % 200) + 1} answered`);
const tokens = lines((index) => fill("ghp_{base62:30}{crc32}", index));
/** A baseline knows these without a slow hash. */
const people = lines((index) => `mira${index}@larsen-carpentry.dk`);

function lines(line: (index: number) => string): string {
  return Array.from({ length: more }, (_, index) => `${line(index)}\n`).join("");
}

function check(place: Place, ...args: readonly string[]): Verdict & { readonly code: number | null } {
  const { code, stdout, stderr } = place.outgate(...args, "--format", "json");
  if (stdout === "") throw new Error(stderr);
  return { code, ...(JSON.parse(stdout) as Verdict) };
}

test("of one rule so many places of a document are told, one for all others, and that there are more", () => {
  const folder = createFolder();
  folder.write("access.log", addresses);
  folder.write("short.log", addresses.slice(0, 400));
  const verdict = check(folder, "files", "access.log", "short.log");
  expect(verdict.code).toBe(0);
  expect(verdict.findings.filter(({ document }) => document === "access.log")).toHaveLength(mostTold + 1);
  expect(verdict.notes).toEqual([
    `access.log: ${warned} in so many places that not all of them are told. Only an entry of "allow" lets the others through.`,
  ]);
  const { stdout, stderr } = folder.outgate("files", "access.log");
  expect(`${stdout}${stderr}`.replaceAll(/\s+/g, " ")).toContain(`${warned} in so many places`);
});

test("of the same rule what is surer is told behind them all", () => {
  const folder = createFolder();
  folder.write("people.txt", `${lines((index) => `mira${index}@your-company.com`)}mira@larsen-carpentry.dk\n`);
  const { findings } = check(folder, "files", "people.txt");
  expect(findings).toHaveLength(mostTold + 2);
  expect(findings.at(-1)).toMatchObject({ ruleId: "person/email", line: more + 1, confidence: 0.85 });
  expect(new Set(findings.slice(0, -1).map(({ confidence }) => confidence))).toEqual(new Set([0.3]));
});

test("neither comments nor the baseline let through what was not told, an allow entry does", () => {
  const repository = createRepository();
  repository.write("people.txt", people);
  repository.git("add", "--all");
  expect(repository.outgate("baseline", "--reason", "known").code).toBe(0);
  const behindBaseline = check(repository, "files", "people.txt");
  expect(behindBaseline.suppressed).toHaveLength(mostTold);
  expect(behindBaseline.findings.map(({ line }) => line)).toEqual([mostTold + 1]);

  repository.write(
    "outgate.config.json",
    JSON.stringify({ allow: [{ rule: "person/email", path: "people.txt", reason: "made up" }] }),
  );
  const { findings, notes } = check(repository, "files", "people.txt");
  expect({ findings, notes }).toEqual({ findings: [], notes: undefined });
});

test("a line that a change brings is found behind as many that were there", () => {
  const repository = createRepository();
  repository.write("tokens.txt", tokens);
  repository.git("add", "--all");
  repository.commit();
  repository.write("tokens.txt", `${tokens}${fill("ghp_{base62:30}{crc32}", more)}\n`);
  repository.git("add", "--all");
  const verdict = check(repository, "staged");
  expect(verdict).toMatchObject({ code: 1, alreadyThere: more });
  expect(verdict.findings.map(({ line }) => line)).toEqual([more + 1]);
});

test("redact masks all of them", () => {
  const { code, stdout } = createFolder().runWith(tokens, process.execPath, program, "redact");
  expect(code).toBe(0);
  expect(stdout.match(/^\[secret:github-token:[\da-f]+\]$/gm)).toHaveLength(more);
});

test("a document of thousands of formats' texts is told of in order", async () => {
  const page = `<p>${tokens.replaceAll("\n", "</p>\n<p>")}</p>`;
  const document: Document = {
    kind: "document",
    name: Buffer.from("a.html"),
    nameLeaves: true,
    bytes: Buffer.from(page),
  };
  const { findings } = await scan({ boundary: "files", target: null, items: [document] }, createGate());
  expect(findings).toHaveLength(mostTold + 1);
  expect(findings.map(({ line }) => line)).toEqual(Array.from(findings, (_, index) => index + 1));
});
