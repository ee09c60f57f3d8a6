import { gzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { githubToken } from "../src/detectors/secrets/github.ts";
import { fill } from "../src/detectors/template.ts";
import type { Finding } from "../src/index.ts";
import { placeOf } from "../src/reporters/summary.ts";
import { wrap } from "../src/reporters/wrap.ts";
import { createGuarded, createRepository, type Place, type Run, unguarded } from "./repository.ts";
import { onTerminal } from "./terminal.ts";

const token = (seed: number): string => fill("ghp_{base62:30}{crc32}", seed);
const lines = (count: number): string => Array.from({ length: count }, (_, seed) => `${token(seed)}\n`).join("");

/** A report, without the numbers that differ from run to run. */
function report({ stdout }: Run): string {
  return stdout.replace(/Scanned .* ms\./s, "Scanned … .");
}

const wayThrough = "`outgate explain RULE` tells how to let something through with a reason.";

const harm = [
  "  Whoever reads it can use it, and a repository remembers it even after it is",
  "  deleted.",
  ...wrap(githubToken.remedy, "  "),
].join("\n");

test("only a finding in the name itself has no line, whatever an entry of an archive is called", () => {
  const finding = { document: "a.zip", line: 1, column: 60 } as Finding; // all that a place is made of
  const place = (surface: string): string => placeOf({ ...finding, surface });
  expect(["file name", "base64 in file name", "zip → my file name.txt", "text"].map(place)).toEqual([
    "a.zip",
    "a.zip",
    "a.zip:1:60",
    "a.zip:1:60",
  ]);
});

describe("places that are only counted", () => {
  const hint = "`--format json` lists every place that stops, warns or is left out.";

  test("of findings that stop", () => {
    const place = createRepository();
    place.write("many.txt", lines(12));
    place.write("more.txt", lines(11));
    const shown = report(place.outgate("files"));
    const places = shown.matchAll(/^ {2}(\S+):\d+:1 {2}.*?(?:, and (\d+) more there)?$/gm);
    expect([...places].map(([, name, more = 0]) => `${name} ${more}`)).toEqual([
      ...Array<string>(4).fill("many.txt 0"),
      "many.txt 7",
      ...Array<string>(4).fill("more.txt 0"),
      "more.txt 6",
    ]);
    expect(shown.split(" 6 more there\n")[1]).toBe(`${harm}

${hint}

${wayThrough}

outgate: stopped, 23 findings. Scanned … .
`);
  });

  test("of findings in many documents", () => {
    const place = createRepository();
    for (let n = 10; n < 24; n++) place.write(`a${n}.txt`, lines(n % 2 === 0 ? 1 : 3));
    const shown = report(place.outgate("files"));
    expect(shown.match(/^ {2}a\d+\.txt:1:1 /gm)).toHaveLength(10);
    expect(shown.match(/, and 2 more there$/gm)).toHaveLength(5);
    expect(shown).toContain("\n  and 8 more places in 4 documents\n");
  });

  test("of findings in one place, which is listed once", () => {
    const place = createRepository();
    place.write("all.gz", gzipSync(lines(30)));
    place.write("other.txt", `${token(1)} ${token(2)}`);
    const shown = report(place.outgate("files"));
    expect(shown.slice(shown.indexOf("\n") + 1, shown.indexOf(harm))).toBe(
      "  all.gz:1:1  ghp_•••• (40 characters), gzip in text, 30 times\n" +
        "  other.txt:1:1  ghp_•••• (40 characters)\n" +
        "  other.txt:1:42  ghp_•••• (40 characters)\n",
    );
  });

  test("of warnings", () => {
    const place = createRepository();
    place.write("outgate.config.json", '{ "actions": { "secret": "warn" } }');
    place.write("a.txt", lines(3));
    expect(report(place.outgate("files"))).toBe(`3 warnings: secret/github-token at a.txt:1 and 2 more.
${hint}

outgate: passed. Scanned … .
`);
    expect(report(place.outgate("files", "--quiet"))).toBe(
      `3 warnings: secret/github-token at a.txt:1 and 2 more.\n${hint}\n`,
    );
  });

  test("of many rules that warn", () => {
    const place = createRepository();
    place.write("outgate.config.json", '{ "actions": { "secret": "warn" } }');
    const templates = [
      "ghp_{base62:30}{crc32}",
      "glpat-{base64url:20}",
      "npm_{base62:30}{crc32}",
      "postgres://shop:{base62:20}@db.example.com/shop",
      "/home/quendel/.ssh",
      "build.quendel.internal",
      "ssh 10.20.0.7",
      "my-vault.vault.azure.net",
      "arn:aws:iam::{digit:12}:role/quendel",
    ];
    place.write("a.txt", `${templates.map((one, index) => fill(one, index)).join("\n")}\n`);
    expect(report(place.outgate("files")).replaceAll("\n", " ")).toMatch(
      /^(\d) warnings: (?:\S+ at a\.txt:\d, ){5}\S+ at a\.txt:\d; \d more of \d other rules?\. `--format json` lists/,
    );
  });

  test("of what was left out", () => {
    const place = createRepository();
    for (const name of ["a", "b", "c", "d"]) place.run("mkfifo", name);
    const left = ["a", "b", "c"].map((name) => `Left out: ${name}: a pipe, a socket or a device`).join("\n");
    expect(report(place.outgate("files", "*"))).toBe(`${left}
Left out: 1 more.
${hint}

outgate: nothing to check. Scanned … .
`);
  });

  test("are none where all are shown", () => {
    const place = createRepository();
    place.write("many.txt", lines(10));
    expect(report(place.outgate("files"))).not.toContain(hint);
  });
});

/** Makes a commit that the hooks stop, and gives what they advise. */
function advised(place: Place, ...args: readonly string[]): string[] {
  const { code, stderr } = place.run("git", "commit", "-m", "a commit", ...args);
  expect(code).toBe(1);
  return stderr.match(/^`git .*(?:\n(?!`).+)*/gm) ?? [];
}

describe("a stopped commit", () => {
  const restore = "`git restore --staged FILE` takes a file out of the commit.";
  const remove = "`git rm --cached FILE` takes a file out of the commit.";

  test("says how to take a file out of it", () => {
    const repository = createGuarded();
    repository.stage("a.txt", lines(1));
    expect(report(repository.outgate("staged"))).toBe(`GitHub access token (secret/github-token)
  a.txt:1:1  ghp_•••• (40 characters)
${harm}

${restore}
${wayThrough}

outgate: stopped, 1 finding. Scanned … .
`);
    expect(advised(repository)).toEqual([restore]);
    expect(advised(repository, "--no-verify")).toEqual([restore]);
    expect(advised(repository, "--amend")).toEqual([restore]);
    repository.git("restore", "--staged", "a.txt");
    expect(repository.outgate("staged").code).toBe(0);
  });

  test("and so does the first one", () => {
    const repository = createGuarded();
    repository.git("update-ref", "-d", "HEAD");
    repository.stage("a.txt", lines(1));
    expect(advised(repository)).toEqual([remove]);
    repository.git("rm", "--quiet", "--cached", "a.txt");
    expect(repository.outgate("staged").code).toBe(0);
  });

  test.each([["-a"], ["README.md"]])("of %s, where nothing stays staged, says how to leave a file out", (what) => {
    const repository = createGuarded();
    repository.write("README.md", lines(1));
    expect(advised(repository, what)).toEqual([
      "`git commit` without -a or paths leaves out what you do not `git add`.",
    ]);
  });

  test("whose message, author or branch is the matter is not about files", () => {
    const repository = createGuarded();
    repository.stage("a.txt", "harmless\n");
    expect(advised(repository, "-m", `use ${token(1)}`)).toEqual([]);
    expect(advised(repository, "--author", `Ada <${token(1)}@example.org>`)).toEqual([]);
    repository.git("checkout", "--quiet", "-b", token(1));
    expect(advised(repository)).toEqual([]);
  });

  test("that a merge would make is not taken apart, but mended or taken back", () => {
    const repository = createGuarded();
    repository.git("checkout", "--quiet", "-b", "side");
    repository.stage("a.txt", lines(1));
    unguarded(repository, "commit", "--quiet", "-m", "side");
    repository.git("checkout", "--quiet", "main");
    const { code, stderr } = repository.run("git", "merge", "--no-ff", "--no-edit", "side");
    expect(code).not.toBe(0);
    expect(stderr).toContain("A merge is stopped here. Mend the files");
    expect(stderr).not.toContain("restore");
    repository.git("merge", "--abort");
    expect(repository.git("status", "--porcelain")).toBe("");
  });

  test("is no matter of files that are only looked through", () => {
    const repository = createRepository();
    repository.stage("a.txt", lines(1));
    expect(report(repository.outgate("files"))).not.toContain("takes a file out");
  });
});

test("what stands deep in a page of a site is told within 80 columns, and why it matters on a site", () => {
  const place = createRepository();
  const deep = `${'<section class="a"><div>x</div><div>'.repeat(6)}<ul><li>one<li>${token(1)}`;
  place.write("dist/reference/index.html", deep);
  expect(report(place.outgate("site", "dist"))).toBe(`GitHub access token (secret/github-token)
  reference/index.html:1:232
    ghp_•••• (40 characters), visible text (… > ul > li:nth-of-type(2))
  Whoever visits the site can use it, and caches and archives keep it even
  after it is deleted.
${wrap(githubToken.remedy, "  ").join("\n")}

The site is in dist.

${wayThrough}

outgate: stopped, 1 finding. Scanned … .
`);
});

test("what stops in an author alone can be let through by nothing, and what stops beside it can", () => {
  const repository = createGuarded();
  const told = (): string =>
    repository.run("git", "commit", "-m", "a commit", "--author", `Ada <${token(1)}@example.org>`).stderr;
  repository.stage("a.txt", "harmless\n");
  expect(told()).toContain("(secret/github-token)\n  author");
  expect(told()).not.toContain(wayThrough);
  repository.stage("b.txt", token(2));
  expect(told()).toContain(wayThrough);
});

test("what stops says how it can be let through, where it can", () => {
  const place = createRepository();
  place.write("a.txt", token(1));
  expect(place.outgate("files", "a.txt").stdout).toContain(`\n${wayThrough}\n`);
  const told = /in a comment beside it:\n {2}(.+)\nor in outgate\.config\.json, for a file:\n {2}(.+)\n/;
  const [, comment = "", entry = ""] = told.exec(place.outgate("explain", "secret/github-token").stdout) ?? [];
  place.write("a.txt", `${token(1)} // ${comment}\n`);
  place.write("b.txt", token(2));
  expect(place.outgate("files").stdout).not.toContain("  a.txt");
  place.write("outgate.config.json", `{ ${entry.replace("FILE", "b.txt")} }`);
  expect(place.outgate("files")).toMatchObject({ code: 0, stdout: expect.not.stringContaining(wayThrough) });
  for (const command of [["log"], ["message", "--to", "public"]]) {
    place.write("c.txt", token(3));
    expect(place.outgate(...command, "c.txt")).toMatchObject({
      code: 1,
      stdout: expect.not.stringContaining(wayThrough),
    });
  }
});

describe("colours", () => {
  test("are for terminals that can show them", async () => {
    const place = createRepository();
    place.write("a.txt", token(1));
    expect(isColoured(await onTerminal(place, ["files"], "", "", "xterm"))).toBe(true);
    expect(isColoured(await onTerminal(place, ["files"], "", "", "dumb"))).toBe(false);
    expect(isColoured(await onTerminal(place.with({ NO_COLOR: "1" }), ["files"], "", "", "xterm"))).toBe(false);
    expect(isColoured(place.outgate("files"))).toBe(false);
  });
});

function isColoured({ stdout }: Run): boolean {
  return stdout.includes("\u001B[");
}
