import { linkSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { deniedOf } from "../src/denied.ts";
import type { Term } from "../src/denylist/term.ts";
import { fill } from "../src/detectors/template.ts";
import type { Denied } from "../src/gate.ts";
import { createGate } from "../src/gate.ts";
import { openFiles, scan, type Split, type Verdict } from "../src/index.ts";
import { openAhead } from "../src/threads/ahead.ts";
import { shareOut } from "../src/threads/share-out.ts";
import { interrupted } from "./interrupted.ts";
import { keep } from "./lists.ts";
import { createFolder, createRepository, type Place, program } from "./repository.ts";

const line = (seed: number): string => `TOKEN=${fill("ghp_{base62:30}{crc32}", seed)}\n`;

/** What must not differ, however many threads there are. */
function lasting(verdict: Verdict): object {
  const { id: _, time: __, milliseconds: ___, ...rest } = verdict;
  return rest;
}

/** Thousands of files, a few of which have something in them, are no files, or cannot be read. */
function plant(place: Place): void {
  for (let folder = 0; folder < 40; folder++)
    for (let number = 0; number < 100; number++)
      place.write(`src/${folder}/${number}.ts`, `export const a${number} = "${"word ".repeat(number)}";\n`);
  for (let folder = 1; folder < 40; folder += 3) {
    place.write(`src/${folder}/7.env`, line(folder));
    place.write(`src/${folder}/${fill("ghp_{base62:30}{crc32}", folder + 50)}.txt`, "harmless\n");
    place.write(
      `src/${folder}/8.txt`,
      `# outgate-ignore-next-line: secret/github-token -- made up\n${line(folder + 100)}`,
    );
    place.write(`src/${folder}/9.txt`, "# outgate-ignore-next-line: secret/github-token -- nothing there\n");
    place.write(`src/${folder}/10.txt`, Buffer.from(`\uFEFF${line(folder + 150)}`, "utf16le"));
    place.write(Buffer.from(`src/${folder}/caf\xe9.txt`, "latin1"), line(folder + 200));
    symlinkSync(line(folder + 250).trim(), join(place.path, `src/${folder}/link`));
    place.run("mkfifo", `src/${folder}/pipe`);
  }
}

test("what goes wrong in a search ahead is told once, to who waits for it", async () => {
  const place = createFolder();
  place.write("a.txt", line(1));
  const gate = {
    ...createGate(),
    get placeholders(): never {
      throw new Error("a bug");
    },
  };
  const batches = [[{ file: join(place.path, "a.txt") }]];
  const foreseen = shareOut(() => batches.shift(), gate, { script: "", count: 0 });
  await expect(foreseen.next()).rejects.toThrow("a bug"); // and nothing is left unheard, which would end the process
});

describe("threads", () => {
  test("make no difference to a report", () => {
    const repository = createRepository();
    plant(repository);
    const reports = [1, 2, 4].map((count) => {
      const { code, stdout, stderr } = repository.outgate("files", "--threads", String(count), "--format", "json");
      return { code, stderr, report: lasting(JSON.parse(stdout)) };
    });
    const [alone] = reports;
    expect(alone).toMatchObject({ code: 1, stderr: "" });
    expect(alone?.report).toMatchObject({ complete: true, scanned: { documents: 4000 + 13 * 7 } });
    expect(reports).toEqual([alone, alone, alone]);
  });

  test.each(["plain", "locked"] as const)("make no difference to what a %s list finds", (store) => {
    const repository = createRepository();
    plant(repository);
    for (let folder = 0; folder < 40; folder += 9) {
      repository.write(`src/${folder}/11.txt`, "by Marlene Vosskamp\n");
      repository.write(`src/${folder}/12.html`, "<p>Mar<b>lene</b> Vo&szlig;kamp, orwell-hunter7</p>\n");
    }
    keep(repository, "Marlene Voßkamp\nsecret: orwell-hunter7\n", store);
    const reports = [1, 3].map((count) => {
      const { code, stdout, stderr } = repository.outgate("files", "--threads", String(count), "--format", "json");
      return { code, stderr, report: lasting(JSON.parse(stdout)) };
    });
    const [alone] = reports;
    expect(alone).toMatchObject({ code: 1, stderr: "" });
    expect(JSON.stringify(alone).match(/"term\/person"/g)).toHaveLength(10);
    expect(JSON.stringify(alone).match(/"secret\/denied-value"/g)).toHaveLength(5);
    expect(reports).toEqual([alone, alone]);
  });

  test.each(["files", "site"])("make no difference to a shard's of %s", (command) => {
    const folder = createFolder();
    plant(folder);
    const reports = [1, 3].map((count) => {
      const args = ["--shard", "1/2", "--threads", String(count), "--format", "json"];
      return lasting(JSON.parse(folder.outgate(command, ".", ...args).stdout));
    });
    expect(reports[1]).toEqual(reports[0]);
  });

  test("make no difference to a site's report, with what does not belong on sites", () => {
    const folder = createFolder();
    plant(folder);
    for (let number = 1; number < 40; number += 9) {
      folder.write(`src/${number}/AGENTS.md`, "Hello.\n");
      folder.write(`src/${number}/.git/config`, "[core]\n");
      folder.write(`src/${number}/page.html`, `<p>${line(number).replace("ghp", "g<b>h</b>p")}</p>`);
    }
    const reports = [1, 2, 4].map((count) => {
      const { code, stdout, stderr } = folder.outgate("site", ".", "--threads", String(count), "--format", "json");
      return { code, stderr, report: lasting(JSON.parse(stdout)) };
    });
    const [alone] = reports;
    expect(alone).toMatchObject({ code: 1, stderr: "" });
    expect(JSON.stringify(alone).match(/"artifact\/agent-file"/g)).toHaveLength(5);
    expect(JSON.stringify(alone).match(/"surface":"visible text"/g)).toHaveLength(5);
    expect(reports).toEqual([alone, alone, alone]);
  });
});

test.each(["0", "-1", "two", "1.5"])("a number of threads that is none is told: %s", (count) => {
  expect(createFolder().outgate("files", `--threads=${count}`)).toMatchObject({
    code: 2,
    stderr: expect.stringContaining("--threads takes a number from 1 to 999"),
  });
});

const rule = "secret/github-token";

/** Searches a folder, with a thread where there is a script for it; the first twelve files are then the thread's. */
async function scanOf(place: Place, script?: string, split?: Split, denied?: Denied): Promise<Verdict> {
  const gate = createGate({ denied });
  const url = script === undefined ? undefined : new URL(script, import.meta.url);
  const ahead = url && openAhead(gate, { script: url, count: 1, before: 0, size: 4 });
  return scan(await openFiles([place.path], split, ahead), gate);
}

function told(place: Place, { findings, unscanned, complete, scanned: { documents } }: Verdict): object {
  const nameOf = (document: string): string => document.replace(`${place.path}/`, "");
  return {
    findings: findings.map(({ document, ruleId }) => `${nameOf(document)} ${ruleId}`),
    unscanned: unscanned.map(({ kind, document, reason }) => `${kind} ${nameOf(document)}: ${reason}`),
    complete,
    documents,
  };
}

function createFiles(): Place {
  const folder = createFolder();
  for (let number = 10; number < 60; number++)
    folder.write(`${number}.txt`, number % 7 === 0 ? line(number) : "harmless\n");
  return folder;
}

const found = [14, 21, 28, 35, 42, 49, 56].map((number) => `${number}.txt ${rule}`);

/** Changes some files as soon as they are listed. */
const changing: Split = (key) => {
  const name = key.toString();
  if (name.endsWith("12.txt")) rmSync(name);
  if (name.endsWith("13.txt") || name.endsWith("14.txt")) {
    rmSync(name);
    symlinkSync("10.txt", name);
  }
  if (name.endsWith("15.txt")) writeFileSync(name, line(15));
  return {};
};

describe("a thread", () => {
  test.each([
    ["deadly", "it ended"],
    ["hungry", "ERR_WORKER_OUT_OF_MEMORY"],
  ])("that a %s document ends makes the check incomplete, and the document is named", async (kind, cause) => {
    const folder = createFiles();
    folder.write(`11-${kind}-${fill("ghp_{base62:30}{crc32}", 1)}.txt`, line(2));
    expect(told(folder, await scanOf(folder, "deadly-thread.ts"))).toEqual({
      findings: found,
      unscanned: [`failed 11-${kind}-[secret 40].txt: the thread that searched it died: ${cause}`],
      complete: false,
      documents: 50,
    });
  });

  test("that does not start leaves everything to the one that is there", async () => {
    const folder = createFiles();
    const verdict = await scanOf(folder, "no-thread.ts");
    expect(told(folder, verdict)).toEqual({ findings: found, unscanned: [], complete: true, documents: 50 });
  });

  test("looks for what is denied by tables of its own", async () => {
    const folder = createFiles();
    folder.write("11-deadly.txt", "harmless\n");
    folder.write("13.txt", "by Marlene Vosskamp\n");
    folder.write("15.txt", "by Mar<b>lene</b> Vo&szlig;kamp\n");
    const terms: Term[] = [{ kind: "person", text: "Marlene Voßkamp", options: [] }];
    const denied = deniedOf({
      terms,
      values: [],
      locks: [],
      count: 1,
      missing: [],
      notes: [],
      digest: "",
      mark: () => "",
    });
    expect(told(folder, await scanOf(folder, "deadly-thread.ts", undefined, denied))).toEqual({
      findings: ["13.txt term/person", found[0], "15.txt term/person", ...found.slice(1)],
      unscanned: ["failed 11-deadly.txt: the thread that searched it died: it ended"],
      complete: false,
      documents: 50,
    });
  });

  test("finds the same of what changes between being listed and being read", async () => {
    const alone = createFiles();
    const expected = told(alone, await scanOf(alone, undefined, changing));
    expect(expected).toEqual({
      findings: [`15.txt ${rule}`, ...found.slice(1)],
      unscanned: ["failed 12.txt: cannot be read: ENOENT"],
      complete: false,
      documents: 49,
    });
    const shared = createFiles();
    expect(told(shared, await scanOf(shared, "deadly-thread.ts", changing))).toEqual(expected);
  });
});

test.each([
  ["files", "deadly", "it ended"],
  ["files", "hungry", "ERR_WORKER_OUT_OF_MEMORY"],
  ["site", "deadly", "it ended"],
])("%s: a %s document in a folder of thousands is exit code 2, and it is named", (command, kind, cause) => {
  const folder = createFolder();
  for (let number = 10_000; number < 13_000; number++) folder.write(String(number), "harmless\n");
  folder.write(`12100-${kind}`, line(1));
  const deadly = join(import.meta.dirname, "deadly-files.ts");
  const args = [command, ...(command === "site" ? ["."] : []), "--threads", "2", "--format", "json"];
  const run = folder.run(process.execPath, "--import", deadly, program, ...args);
  const { unscanned, scanned }: Verdict = JSON.parse(run.stdout);
  expect({ code: run.code, stderr: run.stderr, unscanned, documents: scanned.documents }).toEqual({
    code: 2,
    stderr: "",
    unscanned: [{ document: `12100-${kind}`, reason: `the thread that searched it died: ${cause}`, kind: "failed" }],
    documents: 3000,
  });
});

test.each(["files", "site"])("%s has threads from four cores on, unless it is told otherwise", (command) => {
  const folder = createFolder();
  for (let number = 10_000; number < 13_000; number++) folder.write(String(number), "harmless\n");
  folder.write("12100-deadly", "harmless\n");
  const imports = ["four-cores.ts", "deadly-files.ts"].flatMap((name) => ["--import", join(import.meta.dirname, name)]);
  const codeOf = (...more: string[]): number | null =>
    folder.run(process.execPath, ...imports, program, command, ...(command === "site" ? ["."] : []), ...more).code;
  expect([codeOf(), codeOf("--threads", "1")]).toEqual([2, 0]);
});

test.each(["SIGINT", "SIGTERM"] as const)("%s ends a check with threads at once, and them with it", (signal) => {
  const folder = createFolder();
  for (let number = 0; number < 2100; number++) folder.write(`a/${number}`, "");
  folder.write("b/0", "lorem ipsum ".repeat(1e5));
  for (let number = 1; number < 6000; number++) linkSync(join(folder.path, "b/0"), join(folder.path, `b/${number}`));
  expect(interrupted(folder, signal, "files", "--threads", "3")).toEqual({
    code: 2,
    stdout: "",
    stderr: "outgate: interrupted before the check was done, so nothing passes.\n",
  });
});
