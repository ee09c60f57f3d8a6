import { describe, expect, test } from "vitest";
import { fill } from "../src/detectors/template.ts";
import type { Verdict } from "../src/index.ts";
import { isExpired, matcher } from "../src/suppressions/allow.ts";
import { createRepository, type Place, Repository } from "./repository.ts";

const rule = "secret/github-token";
const token = (seed = 1): string => fill("ghp_{base62:30}{crc32}", seed);
const line = (seed = 1): string => `const token = "${token(seed)}";`;
const comment = (why = "a test token", of = rule): string => `outgate-ignore-line: ${of} -- ${why}`;
const next = (why = "a test token", of = rule): string => `outgate-ignore-next-line: ${of} -- ${why}`;

type Shown = Pick<Verdict, "newSuppressions" | "rejectedSuppressions" | "unusedSuppressions"> & {
  readonly code: number | null;
  readonly findings: readonly string[];
  readonly suppressed: readonly string[];
};

const nothing: Shown = {
  code: 0,
  findings: [],
  suppressed: [],
  newSuppressions: [],
  rejectedSuppressions: [],
  unusedSuppressions: [],
};

function check(place: Place, ...args: readonly string[]): Shown {
  const { code, stdout, stderr } = place.outgate(...args, "--format", "json");
  if (stdout === "") throw new Error(stderr);
  const verdict: Verdict = JSON.parse(stdout);
  const { newSuppressions, rejectedSuppressions, unusedSuppressions } = verdict;
  return {
    code,
    findings: verdict.findings.map(({ document, line: at, action }) => `${document}:${at} ${action}`),
    suppressed: verdict.suppressed.map(
      ({ document, line: at, kind, reason }) => `${document}:${at} ${kind}: ${reason}`,
    ),
    newSuppressions,
    rejectedSuppressions,
    unusedSuppressions,
  };
}

/** A folder with one file, as `outgate files` sees it. */
function filed(contents: string): Shown {
  const repository = createRepository();
  repository.write("a.ts", contents);
  return check(repository, "files");
}

const config = (entries: readonly object[], rest: object = {}): string =>
  JSON.stringify({ allow: entries, ...rest }, null, 2);
const entry = { rule, path: "test/**", reason: "made up" };

describe("a comment", () => {
  test.each([
    ["//", ""],
    ["#", ""],
    ["<!--", " -->"],
    ["/*", " */"],
    [";", ""],
    ["--", ""],
    ["{#", " #}"],
    ["(*", " *)"],
    ["<%--", " --%>"],
    ["{{!--", " --}}"],
    ["--[[", " ]]"],
    ["{-", " -}"],
    ["<#", " #>"],
    ["#[", " ]#"],
    ["#|", " |#"],
    ["%", ""],
  ])("begun with %s suppresses in its line and in the next", (open, close) => {
    expect(filed(`${line()} ${open} ${comment()}${close}\n`)).toEqual({
      ...nothing,
      suppressed: ["a.ts:1 inline: a test token"],
    });
    expect(filed(`${open} ${next()}${close}\n${line()}\n`)).toEqual({
      ...nothing,
      suppressed: ["a.ts:2 inline: a test token"],
    });
  });

  test("that is closed in front of the line's code says no more than its reason", () => {
    expect(filed(`/* ${comment()} */ ${line()}\n`).suppressed).toEqual(["a.ts:1 inline: a test token"]);
  });

  test("speaks of its own line or the next, and of no other", () => {
    const { code, findings, suppressed } = filed(
      `${line(1)} // ${comment()}\n${line(2)}\n// ${next()}\n\n${line(3)}\n`,
    );
    expect({ code, findings, suppressed }).toEqual({
      code: 1,
      findings: ["a.ts:2 block", "a.ts:5 block"],
      suppressed: ["a.ts:1 inline: a test token"],
    });
  });

  test("speaks of the rules that it names, and of no other, not of a class", () => {
    expect(filed(`${line()} // ${comment("why", `secret/npm-token, ${rule}`)}\n`)).toEqual({
      ...nothing,
      suppressed: ["a.ts:1 inline: why"],
      unusedSuppressions: ["a.ts:1: outgate-ignore-line secret/npm-token"],
    });
    expect(filed(`${line()} // ${comment("why", "secret/npm-token")}\n`).code).toBe(1);
    for (const unknown of ["secret", "secret/*", "*", "secret/there-is-none", token(9)]) {
      expect(filed(`${line()} // ${comment("why", unknown)}\n`)).toMatchObject({
        code: 1,
        rejectedSuppressions: ["a.ts:1: outgate-ignore-line names a rule that there is not"],
      });
    }
  });

  test.each([
    ["", "has no reason"],
    [" --", "has no reason"],
    [" -- ", "has no reason"],
    [" -- */", "has no reason"],
    [" -- -->", "has no reason"],
    [" -- …", "has no reason"],
    [" because it is a test", "has no reason"],
    [` -- ${"long ".repeat(1000)}`, "has a reason that is too long"],
  ])("with %j for a reason suppresses nothing, and says so", (rest, what) => {
    const shown = filed(`${line()} // outgate-ignore-line: ${rule}${rest}\n`);
    expect(shown).toMatchObject({ code: 1, findings: ["a.ts:1 block"], suppressed: [] });
    expect(shown.rejectedSuppressions).toEqual([expect.stringContaining(`a.ts:1: outgate-ignore-line ${what}`)]);
  });

  test("that is misspelled says so beside a finding, and nothing where there is none", () => {
    const misspelled = `// outgate-ignore-lines: ${rule} -- why\n`;
    expect(filed(line() + misspelled)).toMatchObject({
      code: 1,
      rejectedSuppressions: ["a.ts:1: outgate-ignore-line is not of the form `outgate-ignore-line: RULE -- reason`"],
    });
    expect(filed(misspelled)).toEqual(nothing);
  });

  test("that suppresses nothing is listed, in a file without any finding, too", () => {
    const unusedSuppressions = ["a.ts:1: outgate-ignore-line secret/github-token"];
    expect(filed(`const token = ""; // ${comment()}\n`)).toEqual({ ...nothing, unusedSuppressions });
    const repository = createRepository();
    repository.stage("a.ts", `const token = ""; // ${comment()}\n`);
    expect(check(repository, "staged")).toEqual({ ...nothing, unusedSuppressions });
  });

  test("on a line that the change leaves alone is used", () => {
    const repository = createRepository();
    repository.commitFile("a.ts", `${line()} // ${comment()}\n`);
    repository.stage("a.ts", `${line()} // ${comment()}\n// more\n`);
    expect(check(repository, "staged")).toEqual(nothing);
  });

  test("holds in a message, and in no name", () => {
    const repository = createRepository();
    repository.write("message", `Use ${token()} (${comment("it is in the manual")})\n`);
    expect(check(repository, "commit-msg", "message")).toEqual({
      ...nothing,
      suppressed: ["commit message:1 inline: it is in the manual)"],
      newSuppressions: ["commit message:1: outgate-ignore-line secret/github-token"],
    });
    repository.git("config", "user.name", `${token()} ${comment()}`);
    expect(check(repository, "staged")).toMatchObject({ code: 1, suppressed: [] });
  });
});

const inTree = (entries: readonly object[], name = "test/a.ts"): Shown => {
  const repository = createRepository();
  repository.write("outgate.config.json", config(entries));
  repository.write(name, line());
  return check(repository, "files");
};

describe("an entry of the config", () => {
  test("lets through its rule in its files, for its reason", () => {
    expect(inTree([entry])).toEqual({ ...nothing, suppressed: ["test/a.ts:1 allow: made up"] });
    expect(inTree([entry], "src/a.ts")).toMatchObject({
      code: 1,
      unusedSuppressions: ["allow: secret/github-token in test/**"],
    });
    expect(inTree([{ ...entry, rule: "secret/npm-token" }]).code).toBe(1);
  });

  test.each([
    ["test/**", ["test/a", "test/.hidden/b", "test/a/b/c"], ["tests", "Test/a", "x/test/a"]],
    ["**/*.pem", ["a.pem", "x/.y/a.pem"], ["a.pem/x", "a.PEM"]],
    ["*.ts", ["a.ts", ".a.ts"], ["x/a.ts"]],
    ["a[12].{js,ts}", ["a1.js", "a2.ts"], ["a3.js", "a1.css"]],
    ["!a", [], ["a", "b"]],
    ["a?c", ["abc"], ["a/c", "ac"]],
    ["+(a|aa)", ["+(a|aa)"], ["a", "aa"]],
    ["a b/c", ["a b/c"], ["a", "c"]],
  ])("%s names paths as git writes them", (path, fits, others) => {
    const matches = matcher({ rule, path, reason: "why" });
    expect([...fits, ...others].filter((name) => matches(rule, name))).toEqual(fits);
  });

  test("holds to the end of its day, UTC, and then is listed", () => {
    const dated = { ...entry, expires: "2027-01-31" };
    expect(["2027-01-30", "2027-01-31", "2027-02-01"].map((today) => isExpired(dated, today))).toEqual([
      false,
      false,
      true,
    ]);
    expect(isExpired(entry, "9999-12-31")).toBe(false);
    expect(inTree([{ ...entry, expires: "2999-12-31" }]).code).toBe(0);
    const rejectedSuppressions = ["allow: secret/github-token in test/** expired on 2020-02-29"];
    expect(inTree([{ ...entry, expires: "2020-02-29" }])).toEqual({
      ...nothing,
      code: 1,
      findings: ["test/a.ts:1 block"],
      rejectedSuppressions,
    });
  });

  test("is unused only where all was scanned", () => {
    const repository = createRepository();
    repository.stage("outgate.config.json", config([entry]));
    repository.commitFile("below/a.txt", "harmless\n");
    expect(check(repository, "files").unusedSuppressions).toEqual(["allow: secret/github-token in test/**"]);
    expect(check(repository, "files", "below").unusedSuppressions).toEqual([]);
    expect(check(repository.from("below"), "files").unusedSuppressions).toEqual([]);
    repository.stage("below/b.txt", "harmless\n");
    expect(check(repository, "staged")).toEqual(nothing);
  });

  test("speaks of paths from the top, wherever the check is run and however a file is named", () => {
    const repository = createRepository();
    repository.write("outgate.config.json", config([{ ...entry, path: "below/*.ts" }]));
    repository.write("below/a.ts", line());
    expect(check(repository.from("below"), "files").code).toBe(0);
    expect(check(repository.from("below"), "files", "a.ts").code).toBe(0);
    expect(check(repository.from("below"), "files", "./a.ts").code).toBe(0);
    expect(check(repository.from("below"), "files", "../below/a.ts").code).toBe(0);
    expect(check(repository, "files", `${repository.path}/below/a.ts`).code).toBe(0);
    repository.write("a.ts", line());
    expect(check(repository.from("below"), "files", "../a.ts").code).toBe(1);
  });

  test("lets no message and no author through", () => {
    const repository = createRepository();
    repository.stage("outgate.config.json", config([{ ...entry, path: "**" }]));
    repository.commit();
    repository.write("message", token());
    expect(check(repository, "commit-msg", "message").code).toBe(1);
    repository.git("config", "user.name", token());
    expect(check(repository, "staged").code).toBe(1);
  });

  test.each([
    [{ rule, path: "a" }, '3:5: "allow.0.reason": is missing'],
    [{ ...entry, reason: " " }, '6:7: "allow.0.reason": expected a reason in words'],
    [{ ...entry, rule: "secret" }, `4:7: "allow.0.rule": expected a rule's id in quotation marks, such as ${rule}`],
    [{ ...entry, rule: "secret/none" }, '4:7: "allow.0.rule": expected a rule, as `outgate rules` lists them'],
    [{ ...entry, path: "/a" }, '5:7: "allow.0.path": expected a pattern for paths from the top of the repository'],
    [{ ...entry, expires: "tomorrow" }, '7:7: "allow.0.expires": expected a day such as 2027-01-31'],
    [{ ...entry, expires: "2027-02-30" }, '7:7: "allow.0.expires": expected a day that there is'],
    [{ ...entry, until: 1 }, "There are: rule, path, reason, expires"],
  ])("%j is wrong", (wrong, said) => {
    const repository = createRepository();
    repository.write("outgate.config.json", config([wrong]));
    const { code, stderr } = repository.outgate("files");
    expect({ code, stderr }).toEqual({ code: 2, stderr: expect.stringContaining(said) });
  });
});

/** A repository whose first commit has a config, and whose change is staged. */
function changed(before: string | undefined, files: Readonly<Record<string, string>>): Repository {
  const repository = createRepository();
  repository.stage("README.md", "# Project\n");
  if (before !== undefined) repository.stage("outgate.config.json", before);
  repository.commit();
  for (const [name, contents] of Object.entries(files)) repository.stage(name, contents);
  return repository;
}

describe("a change and its judge", () => {
  const label = "allow: secret/github-token in test/**";

  test("an entry with a reason is committed together with the file, and named", () => {
    const files = { "test/a.ts": line(), "outgate.config.json": config([entry]) };
    for (const before of [undefined, "{}"]) {
      const repository = changed(before, files);
      expect(check(repository, "staged")).toEqual({
        ...nothing,
        suppressed: ["test/a.ts:1 allow: made up"],
        newSuppressions: [label],
      });
      expect(repository.outgate("staged").stdout).toContain(`This change brings a new suppression: ${label}.`);
      expect(repository.outgate("staged", "--quiet").stdout).toContain(
        `This change brings a new suppression: ${label}.`,
      );
    }
  });

  test("an entry that the work tree alone has changes nothing", () => {
    const repository = changed("{}", { "test/a.ts": line() });
    repository.write("outgate.config.json", config([entry]));
    repository.write("test/a.ts", `${line()} // ${comment()}\n`);
    expect(check(repository, "staged")).toEqual({ ...nothing, code: 1, findings: ["test/a.ts:1 block"] });
  });

  test("an entry that was there counts, and is not named", () => {
    const repository = changed(config([entry], { newSuppressions: "deny" }), { "test/a.ts": line() });
    expect(check(repository, "staged")).toEqual({ ...nothing, suppressed: ["test/a.ts:1 allow: made up"] });
    repository.stage("outgate.config.json", config([{ ...entry, reason: "said better" }]));
    expect(check(repository, "staged")).toEqual({ ...nothing, suppressed: ["test/a.ts:1 allow: said better"] });
    repository.stage("outgate.config.json", config([]));
    expect(check(repository, "staged").code).toBe(1);
  });

  test("an entry is named where nothing is found", () => {
    const repository = changed("{}", { "outgate.config.json": config([entry]) });
    expect(check(repository, "staged")).toEqual({ ...nothing, newSuppressions: [label] });
  });

  test.each([
    ["another path", { path: "**" }],
    ["a later day", { expires: "2999-01-02" }],
    ["no day", { expires: undefined }],
  ])("an entry with %s is new", (_, change) => {
    const before = { ...entry, path: "test/*", expires: "2999-01-01" };
    const repository = changed(config([before], { newSuppressions: "deny" }), {
      "test/a.ts": line(),
      "outgate.config.json": config([{ ...before, ...change }], { newSuppressions: "deny" }),
    });
    expect(check(repository, "staged").code).toBe(1);
  });

  test("a comment is named that its own change brings", () => {
    const repository = changed("{}", { "a.ts": `${line()} // ${comment()}\n` });
    const brings = {
      ...nothing,
      suppressed: ["a.ts:1 inline: a test token"],
      newSuppressions: ["a.ts:1: outgate-ignore-line secret/github-token"],
    };
    expect(check(repository, "staged")).toEqual(brings);
    const old = createRepository();
    old.commitFile("a.ts", `// ${next()}\n`);
    old.stage("a.ts", `// ${next()}\n${line()}\n`);
    expect(check(old, "staged")).toEqual({ ...nothing, suppressed: ["a.ts:2 inline: a test token"] });
  });

  test.each([
    ["deny", "block", 1],
    ["ask", "ask", 1],
    ["allow", undefined, 0],
  ])("newSuppressions: %s of HEAD holds, whatever the change makes of it", (newSuppressions, action, code) => {
    const repository = changed(config([], { newSuppressions }), {
      "test/a.ts": line(1),
      "b.ts": `${line(2)} // ${comment()}\n`,
      "outgate.config.json": config([entry], { newSuppressions: "allow" }),
    });
    const inline = "b.ts:1: outgate-ignore-line secret/github-token";
    const named = [inline, label];
    expect(check(repository, "staged")).toMatchObject({
      code,
      findings: action === undefined ? [] : [`b.ts:1 ${action}`, `test/a.ts:1 ${action}`],
      newSuppressions: newSuppressions === "deny" ? [] : named,
      rejectedSuppressions:
        newSuppressions === "deny" ? named.map((one) => `${one} is new, and new suppressions are denied`) : [],
    });
  });

  test("a change that asks for strictness does not get it for itself, and --new-suppressions can only be stricter", () => {
    const files = { "test/a.ts": line(), "outgate.config.json": config([entry], { newSuppressions: "deny" }) };
    const free = changed("{}", files);
    expect(check(free, "staged").code).toBe(0);
    expect(check(free, "staged", "--new-suppressions", "ask").findings).toEqual(["test/a.ts:1 ask"]);
    expect(check(free, "staged", "--new-suppressions", "deny").findings).toEqual(["test/a.ts:1 block"]);
    const strict = changed(config([], { newSuppressions: "deny" }), files);
    expect(check(strict, "staged", "--new-suppressions", "allow").findings).toEqual(["test/a.ts:1 block"]);
    for (const repository of [strict, createRepository()])
      expect(repository.outgate("staged", "--new-suppressions", "maybe").code).toBe(2);
  });

  test("a config of HEAD that cannot be read vouches for nothing new, and can be mended", () => {
    const mended = changed("{", { "outgate.config.json": "{}" });
    expect(check(mended, "staged")).toEqual(nothing);
    const broken = changed("{", { "test/a.ts": line(), "outgate.config.json": config([entry]) });
    expect(check(broken, "staged").code).toBe(1);
  });

  test("nor does one that git cannot read, whatever it says", () => {
    const repository = changed(config([], { newSuppressions: "allow" }), {
      "test/a.ts": line(),
      "outgate.config.json": config([entry]),
    });
    expect(check(repository, "staged").code).toBe(0);
    const id = repository.git("rev-parse", "HEAD:outgate.config.json");
    repository.run("rm", "-f", `.git/objects/${id.slice(0, 2)}/${id.slice(2)}`);
    expect(check(repository, "staged")).toMatchObject({ code: 1, findings: ["test/a.ts:1 block"] });
  });

  test("a warning is not made a question", () => {
    const repository = changed(config([], { newSuppressions: "ask", actions: { secret: "warn" } }), {
      "a.ts": `${line()} // ${comment()}\n`,
    });
    expect(check(repository, "staged").findings).toEqual(["a.ts:1 warn"]);
  });

  test("what a published parent of a merge lets through is not new", () => {
    const repository = changed("{}", {});
    repository.git("checkout", "-q", "-b", "side");
    repository.stage("outgate.config.json", config([entry]));
    repository.commit();
    repository.git("update-ref", "refs/remotes/origin/side", "side");
    repository.git("checkout", "-q", "main");
    repository.stage("test/a.ts", line());
    repository.commit();
    repository.git("merge", "--no-commit", "--no-ff", "-q", "side");
    repository.stage("test/b.ts", line(2));
    expect(check(repository, "staged")).toEqual({ ...nothing, suppressed: ["test/b.ts:1 allow: made up"] });
  });
});

describe("the text report", () => {
  test("counts what was let through, and collapses what suppresses nothing", () => {
    const repository = createRepository();
    repository.write("outgate.config.json", config([entry, { ...entry, path: "x" }, { ...entry, path: "y" }]));
    repository.write("test/a.ts", `${line(1)}\n${line(2)}\n`);
    repository.write("b.ts", `${line(3)} // ${comment()}\n// ${comment()}\n// ${comment()}\n`);
    const shown = repository.outgate("files").stdout.replace(/Scanned .* ms\./s, "Scanned … .");
    expect(shown).toBe(`3 findings let through with a reason: secret/github-token at b.ts:1 (inline: a
test token), secret/github-token at test/a.ts:1 and 1 more (allow: made up).
4 suppressions that suppress nothing and can be deleted: b.ts:2:
outgate-ignore-line secret/github-token, b.ts:3: outgate-ignore-line
secret/github-token, allow: secret/github-token in x and 1 more.

outgate: passed. Scanned … .
`);
    expect(repository.outgate("files", "--quiet").stdout).toBe("");
  });
});
