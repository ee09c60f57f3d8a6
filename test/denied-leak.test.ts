import { existsSync, mkdirSync, readFileSync, readdirSync } from "node:fs";
import { join, relative } from "node:path";
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { createHash } from "node:crypto";
import { formats } from "../src/cli/flags.ts";
import { deniedOf } from "../src/denied.ts";
import { formsOf } from "../src/denylist/forms.ts";
import { makeLock, openLock } from "../src/denylist/lock.ts";
import { normalForm } from "../src/denylist/normal-form.ts";
import type { Term } from "../src/denylist/term.ts";
import { createGate } from "../src/gate.ts";
import { scan, scrub } from "../src/index.ts";
import { disguises, type Named } from "./disguises.ts";
import { everyReport } from "./every-report.ts";
import { deny, keep, lock, plain, sealed, type Store } from "./lists.ts";
import { createFolder, createRepository, type Place, program, type Run } from "./repository.ts";
import { tracesOf } from "./traces.ts";

// Nothing that the program prints or writes holds a denied term, however it is written, or a hash of it that needs no key.

const syllables = "zeb qu flor vex mub dra kwi jost pelz ryn gau hib tov".split(" ");
const ends = "ulon ax impf orn ügel ész ąck elda onko ivar".split(" ");

/** Names that nobody has, of letters that no words of the reports have. */
const names = fc
  .tuple(
    ...[0, 1].map(() =>
      fc.tuple(fc.constantFrom(...syllables), fc.constantFrom(...syllables), fc.constantFrom(...ends)),
    ),
  )
  .map(([first, last]) => ({ first: capital(first?.join("") ?? ""), last: capital(last?.join("") ?? "") }))
  .filter(({ first, last }) => first !== last);

function capital(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}

/** What of a person must be in no output: the names, their normal form, and hashes of both in usual writings. */
function tellingOf({ first, last }: Named): string[] {
  const whole = `${first} ${last}`;
  const texts = [whole, whole.toLowerCase(), normalForm(whole).join(" "), normalForm(whole).join("")];
  const words = [first, last].flatMap((name) => [name.toLowerCase(), normalForm(name).join("")]);
  const hashes = [...texts, ...words].flatMap((one) =>
    ["sha1", "sha256"].flatMap((algorithm) => {
      const hash = createHash(algorithm).update(one).digest();
      return [hash.toString("hex").slice(0, 12), hash.toString("base64").slice(0, 10).toLowerCase()];
    }),
  );
  return [...new Set([...words, ...hashes])];
}

function expectNothingOf(telling: readonly string[], output: string): void {
  const lower = output.toLowerCase();
  const folded = lower.normalize("NFKD").replaceAll(/\p{M}/gu, "");
  expect(telling.filter((one) => lower.includes(one) || folded.includes(one))).toEqual([]);
}

const key = Buffer.from(Array.from({ length: 32 }, (_, at) => (at * 37 + 11) % 256));

function gateOf(terms: readonly Term[], isLocked: boolean): ReturnType<typeof createGate> {
  const list = { values: [], count: terms.length, missing: [], notes: [], digest: "of a test", mark: () => "" };
  const locks = isLocked ? [openLock(makeLock(terms, key, formsOf), "lock", key, formsOf)] : [];
  return createGate({ denied: deniedOf({ ...list, terms: isLocked ? [] : terms, locks }) });
}

test("no report of a text in which a name stands in disguise holds it", async () => {
  let stopped = 0;
  const disguise = fc.constantFrom(...Object.entries(disguises));
  await fc.assert(
    fc.asyncProperty(names, disguise, fc.boolean(), fc.boolean(), async (named, [, write], isLocked, inName) => {
      const written = write(named)?.replaceAll(/[«»]/g, "");
      if (written === undefined) return;
      const person: Term = { kind: "person", text: `${named.first} ${named.last}`, options: [] };
      const gate = gateOf([person], isLocked);
      const bytes = Buffer.from(`${written}\npassword = "${written}"\n`);
      const name = Buffer.from(inName ? written : "a.txt");
      const document = { kind: "document", name, nameLeaves: true, bytes } as const;
      const verdict = await scan({ boundary: "files", target: null, items: [document] }, gate);
      // Where a disguise is not seen through a name shows it: which ones these are is what test/disguises.ts tells.
      const parts = new Set(verdict.findings.map(({ surface }) => surface.includes("file name")));
      if (inName && !parts.has(true)) return;
      if (verdict.verdict === "block") stopped++;
      expectNothingOf(tellingOf(named), everyReport(verdict));
    }),
    { numRuns: 600 },
  );
  expect(stopped).toBeGreaterThan(300);
});

test("no text that was scrubbed holds a name", async () => {
  await fc.assert(
    fc.asyncProperty(names, fc.boolean(), async (named, isLocked) => {
      const gate = gateOf([{ kind: "person", text: `${named.first} ${named.last}`, options: [] }], isLocked);
      const slug = `${named.first}-${named.last}`.toLowerCase();
      const shown = await scrub(`the config /home/${slug}/x.json cannot be read: password=${slug}`, gate);
      expect(shown).toContain("cannot be read");
      expectNothingOf(tellingOf(named), shown);
    }),
    { numRuns: 100 },
  );
});

/** Everything below a folder but what git keeps and what was there before. */
function filesIn(folder: string, without: ReadonlySet<string> = new Set()): Map<string, Buffer> {
  const files = new Map<string, Buffer>();
  if (!existsSync(folder)) return files;
  for (const entry of readdirSync(folder, { withFileTypes: true, recursive: true })) {
    const path = join(entry.parentPath, entry.name);
    if (entry.isFile() && !/(?:^|\/)\.git\//.test(relative(folder, path)) && !without.has(path))
      files.set(path, readFileSync(path));
  }
  return files;
}

const person = { first: "Zebulon", last: "Quüxmann" };
const whole = `${person.first} ${person.last}`;
const slug = "zebulon-quuxmann";
const telling = [...tellingOf(person), "bluefinch"];
const terms = `${whole}\ncodename: bluefinch\n`;

function expectSilence(runs: readonly Run[]): void {
  for (const { stdout, stderr } of runs) expectNothingOf(telling, stdout + stderr);
}

/** A repository with the list, in a folder whose name is a denied one. */
function placeNamedLikeTerm(store: Store): Place {
  const outside = createRepository();
  mkdirSync(join(outside.path, slug));
  const place = outside.from(slug);
  place.git("init", "--quiet");
  deny(place, ["add"], terms);
  if (store === "plain") return place;
  deny(place, [store === "sealed" ? "seal" : "lock"]);
  place.run("rm", plain);
  return place;
}

describe.each(["plain", "sealed", "locked"] as const)("with a %s list", (store) => {
  test("nothing that a check prints or writes tells of it", () => {
    const repository = createRepository();
    const root = join(repository.path, "..");
    repository.commitFile("README.md", "# Project\n");
    keep(repository, terms, store);
    repository.git("add", "--all");
    repository.commit("list");
    const sentence = `by ${whole}, for ${slug} and his daughter Zebulon\n`;
    repository.write(`src/${slug}/a.md`, sentence);
    repository.write("b.txt", `${Buffer.from(sentence).toString("base64")}\n`);
    repository.write("c.txt", Buffer.from(`\uFEFF${sentence}`, "utf16le"));
    repository.write("ZebulonQuuxmann.pem", "bluefinch\n");
    for (let at = 0; at < 220; at++) repository.write(`src/${at}.ts`, `export const a = ${at};\n`);
    const before = new Set(filesIn(root).keys());
    repository.git("add", "--all");
    const runs = formats.flatMap((format) => [
      repository.outgate("staged", "--format", format),
      repository.outgate("files", "--format", format, "--output", `../report.${format}`),
      repository.with({ GITHUB_STEP_SUMMARY: join(root, "summary.md") }).outgate("files", "--format", format),
    ]);
    repository.write("../message", sentence);
    runs.push(repository.outgate("commit-msg", "../message"));
    repository.git("rm", "--quiet", "--cached", "../message".replace("../message", "b.txt"));
    repository.run("rm", join(root, "message"));
    repository.git("commit", "--quiet", "--no-verify", "-m", sentence);
    runs.push(repository.outgate("range", "HEAD~1..HEAD", "--output", "../range.txt"));
    runs.push(repository.outgate("baseline", "--reason", "as it was"));
    runs.push(repository.outgate("baseline", "--reason", `for ${slug}`));
    runs.push(repository.outgate("files", "--shard", "1/2", "--format", "json", "--output", "../shard.json"));
    expectSilence(runs);
    const written = filesIn(root, before);
    expect(written.size).toBeGreaterThan(formats.length + 4);
    for (const [path, bytes] of written) {
      expectNothingOf(telling, `${relative(root, path)}\n${bytes.toString("latin1")}\n${bytes.toString("utf8")}`);
      for (const one of [whole, whole.toLowerCase(), "zebulon quuxmann", "bluefinch"])
        for (const trace of tracesOf(one)) expect(bytes.includes(trace)).toBe(false);
    }
  });

  test("no error tells of it where another list cannot be opened, or a line of it is wrong", () => {
    const place = placeNamedLikeTerm(store);
    const own = { plain, sealed, locked: lock }[store];
    place.write("bad/empty", "");
    place.write("bad/unread", "notakind: x\n");
    place.write("bad/binary", Buffer.from("\xff\xfe\xfa", "latin1"));
    place.write("bad/damaged.lock", "outgate-lock 1\nx\n");
    place.write("bad/damaged.age", "age-encryption.org/v1\n-> x\n");
    place.write(
      "bad/other.lock",
      makeLock([{ kind: "word", text: "florpnik", options: [] }], Buffer.alloc(32, 7), formsOf),
    );
    const runs: Run[] = [];
    for (const bad of ["empty", "unread", "binary", "damaged.lock", "damaged.age", "other.lock", "missing"]) {
      place.write("outgate.config.json", JSON.stringify({ denylist: { stores: [`bad/${bad}`, own] } }));
      runs.push(place.with({ OUTGATE_DENYLIST: `../${slug}.txt` }).outgate("files"));
    }
    runs.push(place.outgate("files", "--denylist", `../${slug}.txt`), place.outgate("baseline", "--reason", slug));
    if (store === "plain") {
      place.write("outgate.config.json", "{}");
      place.write(plain, `${place.read(plain)}notakind: x\n`);
      runs.push(place.outgate("files", "--denylist", `../${slug}.txt`), place.outgate("files", "--config", slug));
    }
    expect(runs.map(({ code }) => code)).toEqual(runs.map(() => 2));
    expect(runs.filter(({ stderr }) => stderr === "")).toEqual([]);
    expectSilence(runs);
  });

  test("no error tells of it", () => {
    const place = placeNamedLikeTerm(store);
    place.write("a.md", "harmless\n");
    place.git("add", "--all");
    const runs = [
      place.outgate("files", `missing/${slug}`),
      place.outgate("files", "--output", `missing/${slug}/x`),
      place.outgate("files", "--config", join(place.path, "missing.json")),
      place.outgate("files", "--config", slug),
      place.outgate("files", `--${slug}`),
      place.outgate("files", "--denylist", `../${slug}.txt`),
      place.outgate("staged", "--config", `${slug}.json`),
      place.outgate("staged", slug),
      place.outgate("range", `${slug}..HEAD`),
      place.outgate("commit-msg", `missing-${slug}`),
      place.outgate("merge", `${slug}.json`),
      place.outgate("deny", "lock", "--output", `a.md/${slug}.lock`),
      place.outgate("deny", "seal", "--to", slug),
      place.outgate("deny", "add", "--from-env", slug),
      place.outgate("deny", slug),
      place.with({ OUTGATE_KEY: slug }).outgate("deny", "lock"),
    ];
    place.write("outgate.config.json", `{ "${slug}": 1 }`);
    place.git("add", "--all");
    runs.push(
      place.outgate("files"),
      place.outgate("staged"),
      place.outgate("files", "--config", join(place.path, "outgate.config.json")),
    );
    expect(runs.map(({ code }) => code)).toEqual(runs.map(() => 2));
    expect(runs.filter(({ stderr }) => stderr === "")).toEqual([]);
    expectSilence(runs);
  });
});

test("what is told of lists, and of what was done with them, does not tell of them", () => {
  const folder = createFolder();
  const repository = createRepository();
  const home = { XDG_CONFIG_HOME: join(folder.path, slug) };
  const place = repository.with(home);
  place.write(`../${slug}.txt`, terms);
  place.run("chmod", "644", `../${slug}.txt`);
  const act = (input: string, ...args: readonly string[]): Run =>
    place.runWith(input, process.execPath, program, ...args);
  const runs = [
    act("codename: greyheron\n", "deny", "add", "--denylist", `../${slug}.txt`),
    act("", "deny", "check", "--denylist", `../${slug}.txt`),
    act("", "deny", "lock", "--denylist", `../${slug}.txt`),
    act("", "deny", "seal", "--denylist", `../${slug}.txt`),
    act("", "deny", "rotate", "--denylist", `../${slug}.txt`),
    act("codename: greyheron\n", "deny", "remove", "--denylist", `../${slug}.txt`),
  ];
  repository.stage("a.md", "harmless\n");
  place.run("rm", lock, "denylist/terms.age");
  runs.push(act("", "staged", "--denylist", `../${slug}.txt`));
  runs.push(
    act("", "staged", "--denylist", `../${slug}.txt`, "--denylist", `../${slug}-2`, "--allow-missing-denylist"),
  );
  expect(runs.map(({ code, stderr }) => ({ code, stderr }))).toEqual(runs.map(() => ({ code: 0, stderr: "" })));
  expect(runs.map(({ stdout }) => stdout).join("")).toContain("can be read by others");
  expectSilence(runs);
});

test("a name is masked by the lists of the config that is named, and by those beside one that is damaged", () => {
  const repository = createRepository();
  for (const name of ["terms", slug]) repository.write(`settings/${name}`, terms);
  repository.write(`settings/${slug}.lock`, "no lock\n");
  const configOf = (...stores: readonly string[]): string => {
    repository.write("settings/o.json", JSON.stringify({ denylist: { stores } }));
    return "--config=settings/o.json";
  };
  const told = repository.outgate("deny", "check", configOf(slug));
  expect(told).toMatchObject({ code: 0, stdout: expect.stringContaining("2 terms") });
  const refused = ["lock", "age"].map((ending) => repository.outgate("files", configOf("terms", `${slug}.${ending}`)));
  expect(refused.map(({ code }) => code)).toEqual([2, 2]);
  expectSilence([told, ...refused]);
});
