import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fill } from "../src/detectors/template.ts";
import { describe, expect, test } from "vitest";
import { deniedRules } from "../src/model/denied-rule.ts";
import { deny, keep, lock, plain, sealed, type Store } from "./lists.ts";
import { onTerminal } from "./terminal.ts";
import { tracesOf } from "./traces.ts";
import { blocked, createRepository, outcome, type Outcome, passed, program, type Repository } from "./repository.ts";

const stores: readonly Store[] = ["plain", "sealed", "locked"];

const terms = `Zebulon Quux
customer: Acme Widgetry GmbH
codename: bluefin
host: db-7.quux.example
exact: X-42
word: florpnik
`;

const text = `by Zebulon Quux
for Acme Widgetry
in bluefin
at db-7.quux.example
as X-42
the florpnik
`;

const found = [
  "a.md:1:4 term/person",
  "a.md:2:5 term/customer",
  "a.md:3:4 term/codename",
  "a.md:4:4 term/host",
  "a.md:5:4 term/word",
  "a.md:6:5 term/word",
];

/** A repository with a commit that has the list, where git can have it. */
function withList(store: Store = "plain", list = terms): Repository {
  const repository = createRepository();
  repository.write("README.md", "# Project\n");
  keep(repository, list, store);
  repository.git("add", "--all");
  repository.commit("first");
  return repository;
}

/** As git calls its pre-push hook for a branch whose last commit the remote does not have. */
function push(repository: Repository, ...args: readonly string[]): Outcome {
  const [old, head] = ["HEAD~1", "HEAD"].map((name) => repository.git("rev-parse", name));
  const line = `refs/heads/main ${head} refs/heads/main ${old}\n`;
  const command = [program, "push", "nowhere", "../nowhere.git", "--format", "json", ...args];
  return outcome(repository.runWith(line, process.execPath, ...command));
}

function keyOf({ environment }: Repository): string {
  return join(environment["XDG_CONFIG_HOME"] ?? "", "outgate/key");
}

/** Without the key of its lock. */
function withoutKey(repository: Repository): Repository {
  repository.run("rm", keyOf(repository));
  return repository;
}

function refused({ code, stdout, stderr }: ReturnType<Repository["outgate"]>): string {
  expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
  return stderr;
}

describe.each(stores)("the terms of a %s list are found", (store) => {
  test("in what is staged", () => {
    const repository = withList(store);
    repository.stage("a.md", text);
    expect(repository.staged()).toEqual(blocked(...found));
  });

  test("in a message", () => {
    const repository = withList(store);
    repository.write("../message", text);
    expect(repository.check("commit-msg", "../message")).toEqual(
      blocked(...found.map((one) => one.replace("a.md", "commit message"))),
    );
  });

  test("in what is pushed, and in a range", () => {
    const repository = withList(store);
    repository.commitFile("a.md", text);
    expect(push(repository)).toEqual(blocked(...found));
    expect(repository.check("range", "HEAD~1..HEAD")).toEqual(blocked(...found));
  });

  test("in files, whatever the number of threads and shards", () => {
    const repository = withList(store);
    for (const name of ["a.md", "b.md", "c.md", "d/e.md"]) repository.write(name, text);
    const all = ["a.md", "b.md", "c.md", "d/e.md"].flatMap((name) => found.map((one) => one.replace("a.md", name)));
    expect(repository.check("files")).toEqual(blocked(...all));
    expect(repository.check("files", "--threads", "2")).toEqual(blocked(...all));
    const parts = [1, 2, 3].map((part) => {
      const report = `../${part}.json`;
      repository.outgate("files", "--shard", `${part}/3`, "--format", "json", "--output", report);
      return report;
    });
    expect(repository.check("merge", ...parts)).toEqual(blocked(...all));
  });

  test("in brackets with a number, as programs call themselves in logs, and what was masked is no term", () => {
    const repository = withList(store, `${terms}word: term\n`);
    repository.stage("a.md", "[bluefin:4711] listens, [term:07ab] does not\n[quux-zebulon:2024] too\n");
    expect(repository.staged()).toEqual(blocked("a.md:1:2 term/codename", "a.md:2:2 term/person"));
    const masked = repository.runWith("[bluefin:4711] listens\n", process.execPath, program, "redact").stdout;
    expect(masked).toMatch(/^\[\[term:[\da-f]{4}\]:4711\] listens\n$/);
    expect(repository.runWith(masked, process.execPath, program, "redact").stdout).toBe(masked);
  });

  test("and counted, in the report and on the terminal", () => {
    const repository = withList(store);
    const { stdout } = repository.outgate("files");
    expect(stdout).toMatch(/^outgate: passed\. Scanned \d documents?, .*, 6 denied\sterms, \d+\sms\.\n$/);
    const report = JSON.parse(repository.outgate("files", "--format", "json").stdout);
    expect(report).toMatchObject({ verdict: "pass", complete: true, scanned: { terms: 6 } });
  });

  test("in every name that a commit has", () => {
    const repository = withList(store);
    const names = ["Zebulon-Quux.md", "src/zebulonQuux/a.ts", "zebulon_quux.pem", "bluefin/id_rsa"];
    for (const name of names) repository.write(name, "harmless\n");
    repository.git("add", "--all");
    repository.git("checkout", "--quiet", "-b", "wip/zebulon-quux");
    const author = repository.with({ GIT_AUTHOR_NAME: "Zebulon Quux", GIT_COMMITTER_EMAIL: "zquux@bluefin.example" });
    const staged = author.check("staged");
    expect(staged).toEqual({
      ...blocked(),
      findings: expect.arrayContaining([
        "[term 12].md:1:1 term/person (file name)",
        "src/[term 11]/a.ts:1:1 term/person (file name)",
        "[term 12].pem:1:1 term/person (file name)",
        "[term 7]/id_rsa:1:1 term/codename (file name)",
        "[term 7]/id_rsa:1:1 artifact/private-key (file name)",
        "branch name:1:5 term/person",
        "author:1:1 term/person",
        "committer:1:14 term/person",
        "committer:1:20 term/codename",
      ]),
    });
    author.git("commit", "--quiet", "-m", "harmless");
    author.git("tag", "-a", "-m", "for Acme Widgetry", "zebulon-quux-1");
    const [tag] = [repository.git("rev-parse", "zebulon-quux-1")];
    const line = `refs/tags/x ${tag} refs/tags/zebulon-quux-1 ${"0".repeat(40)}\n`;
    const command = [program, "push", "nowhere", "../nowhere.git", "--format", "json", "--policy-ref", "main"];
    const pushed = outcome(author.runWith(line, process.execPath, ...command));
    expect(pushed).toEqual({
      ...blocked(),
      findings: expect.arrayContaining([
        "tag name:1:1 term/person",
        "tag message:1:5 term/customer",
        "author:1:1 term/person",
        "[term 12].md:1:1 term/person (file name)",
      ]),
    });
  });

  test("in base64, in UTF-16 and in escapes", () => {
    const repository = withList(store);
    const sentence = "Yesterday Zebulon Quux came, and it was late";
    repository.write("a.txt", `x = "${Buffer.from(sentence).toString("base64")}"\n`);
    repository.write("b.txt", Buffer.from(`\uFEFF${sentence}\n`, "utf16le"));
    repository.write(
      "c.txt",
      `"${sentence.replaceAll(/[a-z]/g, (one) => `\\u00${one.charCodeAt(0).toString(16)}`)}"\n`,
    );
    repository.write(
      "d.txt",
      `?q=${sentence.replaceAll(/[^A-Za-z]|e/g, (one) => `%${one.charCodeAt(0).toString(16)}`)}\n`,
    );
    repository.git("add", "--all");
    const { code, findings } = repository.staged();
    expect(code).toBe(1);
    expect(findings.map((one) => one.replace(/:.*/, ""))).toEqual(["a.txt", "b.txt", "c.txt", "d.txt"]);
  });
});

/** All ways in which docs/denylist.md says that a value is found. */
function* written(of: string): Generator<readonly [string, string]> {
  const bytes = Buffer.from(of);
  yield ["plain", `pass=${of}\n`];
  yield ["in the middle of letters", `x${of}x\n`];
  const json = JSON.stringify(of);
  yield ["JSON", `{"pass":${json}}\n`];
  yield ["JSON of PHP", `{"pass":${json.replaceAll("/", "\\/")}}\n`];
  yield [
    "JSON of Python",
    `{"pass":${json.replaceAll(/[^\0-\x7e]/g, (one) => `\\u00${one.charCodeAt(0).toString(16)}`)}}\n`,
  ];
  yield ["percent", `?p=${encodeURIComponent(of)}&x\n`];
  yield ["percent, small", `?p=${encodeURIComponent(of).replaceAll(/%../g, (one) => one.toLowerCase())}&x\n`];
  yield ["form", `p=${encodeURIComponent(of).replaceAll("%20", "+")}\n`];
  yield ["hex", `${bytes.toString("hex")}\n`];
  yield ["HEX", `${bytes.toString("hex").toUpperCase()}\n`];
  for (const before of ["", "u", "us", "use"])
    for (const alphabet of ["base64", "base64url"] as const)
      yield [`${alphabet} behind ${before.length}`, `${Buffer.from(`${before}${of}!`).toString(alphabet)}\n`];
}

describe("values", () => {
  const value = 'k3y/with "quote" & ünïcode';
  const simple = "hunter2!hunter2+ab";

  test.each(["plain", "sealed"] as const)("of a %s list are found in every form", (store) => {
    for (const of of [value, simple]) {
      const repository = withList(store, `secret: ${of}\n`);
      const forms = [...written(of)];
      for (const [at, [, contents]] of forms.entries()) repository.write(`${at}.txt`, contents);
      repository.git("add", "--all");
      const { code, findings } = repository.staged();
      const hit = new Set(
        findings.filter((one) => one.includes("secret/denied-value")).map((one) => Number.parseInt(one)),
      );
      expect(code).toBe(1);
      expect(forms.filter((_, at) => !hit.has(at)).map(([name]) => name)).toEqual([]);
    }
  });

  // What the writers of JSON escape, by their documentation and sources.
  test.each([
    ["Python", `k3y<\\"q\\">&'a'=\`b+c/\\u00fc`],
    ["Jackson, ESCAPE_NON_ASCII", `k3y<\\"q\\">&'a'=\`b+c/\\u00FC`],
    ["Go, ActiveSupport, Next.js", `k3y\\u003c\\"q\\"\\u003e\\u0026'a'=\`b+c/ü`],
    ["Gson", `k3y\\u003c\\"q\\"\\u003e\\u0026\\u0027a\\u0027\\u003d\`b+c/ü`],
    ["System.Text.Json", String.raw`k3y\u003C\u0022q\u0022\u003E\u0026\u0027a\u0027=\u0060b\u002Bc/\u00FC`],
    ["serialize-javascript", `k3y\\u003C\\"q\\"\\u003E&'a'=\`b+c\\u002Fü`],
    ["Jinja, tojson", `k3y\\u003c\\"q\\"\\u003e\\u0026\\u0027a\\u0027=\`b+c/\\u00fc`],
    ["Django, json_script", `k3y\\u003C\\"q\\"\\u003E\\u0026'a'=\`b+c/\\u00fc`],
    ["Symfony, JsonResponse", `k3y\\u003C\\u0022q\\u0022\\u003E\\u0026\\u0027a\\u0027=\`b+c\\/\\u00fc`],
    ["PHP, slashes as they are", `k3y\\u003C\\u0022q\\u0022\\u003E\\u0026\\u0027a\\u0027=\`b+c/\\u00fc`],
  ])("are found as they are written by %s, and in a JSON text in a string of another", (_, json) => {
    const repository = withList("plain", `secret: k3y<"q">&'a'=\`b+c/ü\n`);
    repository.stage("a.txt", `{"p":"${json}"}\n${JSON.stringify({ body: `{"p":"${json}"}` })}\n`);
    const { findings } = repository.staged();
    expect(findings).toEqual(["a.txt:1:7 secret/denied-value", "a.txt:2:19 secret/denied-value"]);
  });

  test("are found in capitals by nobody, nor without their last character", () => {
    const repository = withList("plain", `secret: ${simple}\n`);
    repository.stage("a.txt", `x ${simple.toUpperCase()}\nx ${simple.slice(0, -1)}\n`);
    expect(repository.staged()).toEqual(passed());
  });

  test.each(["hunter2!hunter2+ab", "pàsswörd-À-ünïque", "пароль-длинный"])(
    "of a lock are found where they stand as a whole: %s",
    (one) => {
      const repository = createRepository();
      repository.write("README.md", "# Project\n");
      deny(repository, ["add"], `secret: ${one}\n`);
      expect(deny(repository, ["lock"])).not.toContain("cannot be found by a lock");
      repository.run("rm", plain);
      const lines = [
        `a ${one} b`,
        `PASS=${one}`,
        `pass: "${one}",`,
        `'${one}'`,
        `f(${one})`,
        `see ${one}.`,
        `<${one}>`,
      ];
      repository.stage("a.txt", `${lines.join("\n")}\n`);
      const { findings } = repository.staged();
      expect(findings.map((finding) => finding.replace(/:\d+ /, " "))).toEqual(
        lines.map((_, at) => `a.txt:${at + 1} secret/denied-value`),
      );
    },
  );

  test.each(["ab", "山", "x7Q"])("that are short are found all the same: %s", (short) => {
    const repository = withList("plain", `secret: ${short}\n`);
    repository.stage("1.txt", `- ${short} -\n`);
    expect(repository.staged().findings).toContain("1.txt:1:3 secret/denied-value");
  });

  test("of the length of a key are found, and of one letter, of a whole file or too many are none, and not told", () => {
    const long = Array.from({ length: 400 }, (_, at) => `Zk${at}quux`).join("+");
    const repository = withList("plain", `secret: ${long}\n`);
    repository.stage("1.txt", `${" ".repeat(65_000)}${long}\n${encodeURIComponent(long)}\n`);
    expect(repository.staged().findings.map((one) => one.replace(/:\d+ /, " "))).toEqual([
      "1.txt:1 secret/denied-value",
      "1.txt:2 secret/denied-value",
    ]);
    for (const refusedValue of ["q", long.repeat(4)]) {
      repository.write(plain, `secret: ${refusedValue}\n`);
      chmodSync(join(repository.path, plain), 0o600);
      expect(refused(repository.outgate("staged"))).toMatch(
        /^outgate: line 1 of the deny list \.privacy_deny_list has a value of fewer than 2 or more than 8192 bytes\.\nOf a longer/,
      );
    }
    repository.write(plain, Array.from({ length: 9000 }, (_, at) => `secret: Zk${at}-quux?\n`).join(""));
    expect(refused(repository.outgate("staged"))).toMatch(
      /^outgate: the deny list has 9000 values, which is more than/,
    );
  });

  test("that a lock cannot find are counted when it is made", () => {
    const repository = createRepository();
    deny(repository, ["add"], `secret: ${value}\nsecret: ${simple}\n`);
    expect(deny(repository, ["lock"])).toContain("1 value with spaces");
  });
});

describe("a list that cannot be used stops the check", () => {
  test("plain and tracked by git, unless the config says that this is private", () => {
    const repository = createRepository();
    repository.commitFile(plain, "Zebulon Quux\n");
    repository.stage("a.md", text);
    for (const command of ["staged", "files"])
      expect(refused(repository.outgate(command))).toMatch(
        /^outgate: the deny list \.privacy_deny_list is plain text, and git tracks it/,
      );
    repository.stage("outgate.config.json", `{ "denylist": { "stores": ["${plain}"], "private": true } }`);
    expect(repository.staged()).toEqual(blocked("a.md:1:4 term/person"));
    repository.git("add", "--all");
    repository.commit();
    repository.commitFile("b.md", `${text}again\n`);
    expect(push(repository).findings).toEqual(["b.md:1:4 term/person"]);
  });

  test("plain and for others to read is told, and used", () => {
    const repository = withList();
    chmodSync(join(repository.path, plain), 0o644);
    repository.stage("a.md", text);
    expect(repository.staged().findings).toEqual(found);
    expect(repository.outgate("staged").stdout).toContain(
      "The deny list .privacy_deny_list can be read by others: `chmod 600` keeps it",
    );
  });

  test("a lock without its key, or with another", () => {
    const repository = withList("locked");
    repository.commitFile("a.md", text);
    repository.write("../message", text);
    const key = readFileSync(keyOf(repository), "utf8").trim();
    const commands = [["staged"], ["commit-msg", "../message"], ["files"], ["range", "HEAD~1..HEAD"]];
    const other = repository.with({ OUTGATE_KEY: key.split("").toReversed().join("") });
    for (const args of commands)
      expect(refused(other.outgate(...args))).toMatch(
        /^outgate: the lock denylist\/terms\.lock was made with another key/,
      );
    withoutKey(repository);
    for (const args of commands)
      expect(refused(repository.outgate(...args))).toMatch(/^outgate: the lock denylist\/terms\.lock has no key\.\n/);
    expect(push(repository)).toMatchObject({ code: 2, stderr: expect.stringContaining("has no key") });
    const inCi = repository.with({ OUTGATE_KEY: key });
    expect(inCi.check("range", "HEAD~1..HEAD")).toEqual(blocked(...found));
  });

  test("a sealed one without an identity, a cut, damaged or empty one, and one that the config misses", () => {
    const repository = withList("sealed");
    const bare = repository.with({ XDG_CONFIG_HOME: "/nowhere" });
    expect(refused(bare.outgate("files"))).toContain("has no age identity");
    repository.write(sealed, repository.read(sealed).slice(0, 200));
    expect(refused(repository.outgate("files"))).toMatch(/^outgate: /);
    const locked = withList("locked");
    const whole = locked.read(lock);
    for (const cut of [
      whole.slice(0, -80),
      whole.replace(/\n[0-9a-f]{30}\n/, "\n"),
      "",
      whole.replace("lock 2", "lock 3"),
    ]) {
      locked.write(lock, cut);
      expect(refused(locked.outgate("files"))).toMatch(/^outgate: the (?:lock|deny list) denylist\/terms\.lock /);
      locked.stage("b.md", "harmless\n");
      expect(refused(locked.outgate("staged", "--allow-missing-denylist"))).toMatch(/denylist\/terms\.lock /);
    }
    const configured = createRepository();
    configured.stage("outgate.config.json", '{ "denylist": { "stores": ["lists/terms.lock"] } }');
    for (const command of ["staged", "files"])
      expect(refused(configured.outgate(command))).toMatch(/^outgate: the deny list lists\/terms\.lock is missing\./);
  });

  test.each([plain, sealed, lock])("a link to where nothing is, such as a disk that is not mounted: %s", (name) => {
    const repository = createRepository();
    repository.stage("a.md", text);
    mkdirSync(join(repository.path, "denylist"));
    symlinkSync("/nowhere/terms", join(repository.path, name));
    for (const args of [["staged"], ["files"], ["baseline", "--reason", "test"]])
      expect(refused(repository.outgate(...args))).toContain(`the deny list ${name} is missing.\n`);
    expect(repository.outgate("staged", "--allow-missing-denylist").stdout).toContain("passed without the deny list.");
  });

  test("a linked work tree, which git gives no list, goes by that of the main one and by its own", () => {
    const repository = withList("plain", "codename: bluefin\n");
    repository.git("worktree", "add", "--quiet", "../linked");
    const linked = join(repository.path, "../linked");
    const inLinked = (command: string): Outcome =>
      outcome(repository.run("sh", "-c", `cd ../linked && ${command}`, process.execPath, program));
    repository.write("../linked/a.md", "bluefin\nflorpnik\n");
    const check = 'git add a.md && "$0" "$1" staged --format json';
    expect(inLinked(check)).toEqual(blocked("a.md:1:1 term/codename"));
    expect(inLinked('"$0" "$1" files --format json').findings).toEqual(["a.md:1:1 term/codename"]);
    writeFileSync(join(linked, plain), "florpnik\n", { mode: 0o600 });
    expect(inLinked(check)).toEqual(blocked("a.md:1:1 term/codename", "a.md:2:1 term/word"));
    const made = repository.run("sh", "-c", 'cd ../linked && "$0" "$1" deny lock', process.execPath, program);
    expect(made).toMatchObject({ code: 0, stdout: expect.stringMatching(/^2 terms locked in /) });
  });

  test("none is a file that is called as their folder", () => {
    const repository = createRepository();
    repository.stage("denylist", "nothing\n");
    expect(repository.staged()).toEqual(passed());
  });

  test("a lock that git has and cannot give, as in a partial clone", () => {
    const repository = withList("locked");
    repository.commitFile("a.md", text);
    const id = repository.git("rev-parse", `HEAD:${lock}`);
    repository.run("rm", "-f", `.git/objects/${id.slice(0, 2)}/${id.slice(2)}`, lock);
    expect(push(repository)).toMatchObject({
      code: 2,
      stderr: expect.stringMatching(
        /^outgate: git cannot read the deny list denylist\/terms\.lock of the commit that judges\.\n/,
      ),
    });
    expect(repository.check("range", "HEAD~1..HEAD").code).toBe(2);
  });
});

describe("--allow-missing-denylist", () => {
  const formats = ["text", "json", "github", "gitlab", "sarif", "junit"];

  test("tells of a list without its key, in every format, and says no plain pass", () => {
    const repository = withoutKey(withList("locked"));
    repository.stage("a.md", text);
    const args = ["staged", "--allow-missing-denylist"];
    expect(repository.check(...args)).toEqual(
      passed({ unscanned: ["skipped denylist: the lock denylist/terms.lock has no key"] }),
    );
    for (const format of formats) {
      const { code, stdout } = repository.outgate(...args, "--format", format);
      expect(code).toBe(0);
      expect(stdout).toContain("denylist");
      expect(stdout).not.toContain("outgate: passed.");
    }
    expect(repository.outgate(...args).stdout).toMatch(
      /^Left out: denylist: the lock denylist\/terms\.lock has no key\n\noutgate: passed without the deny list\. /,
    );
    expect(repository.outgate(...args, "--quiet").stdout).toContain("Left out: denylist: ");
  });

  test("is no pass where the config says that nothing may be left out", () => {
    const repository = withoutKey(withList("locked"));
    repository.stage("outgate.config.json", '{ "unscanned": "block" }');
    expect(repository.staged("--allow-missing-denylist").code).toBe(2);
  });

  test("looks for the lists that are there", () => {
    const repository = withoutKey(withList("locked"));
    repository.write("../mine", "codename: bluefin\n");
    repository.stage("a.md", text);
    expect(repository.staged("--allow-missing-denylist", "--denylist", "../mine").findings).toEqual([
      "a.md:3:4 term/codename",
    ]);
  });

  test("is told once where shards were joined, and shards with and without a list are not joined", () => {
    const repository = withList("locked");
    repository.write("a.md", "harmless\n");
    const key = readFileSync(keyOf(repository), "utf8").trim();
    withoutKey(repository);
    const shard = (part: number, place = repository.with({})): string => {
      place.outgate(
        "files",
        "--allow-missing-denylist",
        "--shard",
        `${part}/2`,
        "--output",
        `../${part}.json`,
        "--format",
        "json",
      );
      return `../${part}.json`;
    };
    expect(repository.check("merge", shard(1), shard(2)).unscanned).toEqual([
      "skipped denylist: the lock denylist/terms.lock has no key",
    ]);
    expect(refused(repository.outgate("merge", shard(1), shard(2, repository.with({ OUTGATE_KEY: key }))))).toContain(
      "not of one check",
    );
  });
});

describe("what judges", () => {
  test("is the lock of the index for what is staged", () => {
    const repository = withList("locked");
    const full = repository.read(lock);
    repository.write("../few", "codename: bluefin\n");
    deny(repository, ["lock", "--denylist", "../few"]);
    repository.write("a.md", text);
    repository.git("add", "a.md");
    expect(repository.staged().findings).toEqual(found);
    repository.git("add", "--all");
    expect(repository.staged().findings).toEqual(["a.md:3:4 term/codename"]);
    expect(repository.outgate("staged").stdout).toContain("The gate's own files are changed: denylist/terms.lock.");
    repository.write(lock, full);
    expect(repository.check("files").findings).toEqual(found);
  });

  test.each(["changed", "deleted", "damaged"])("is the lock of the base for a history in which it is %s", (how) => {
    const repository = withList("locked");
    if (how === "changed") {
      repository.write("../few", "codename: bluefin\n");
      deny(repository, ["lock", "--denylist", "../few"]);
    } else if (how === "deleted") repository.git("rm", "--quiet", lock);
    else repository.write(lock, "nothing\n");
    repository.commitFile("a.md", text);
    for (const { code, findings } of [push(repository), repository.check("range", "HEAD~1..HEAD")])
      expect({ code, findings }).toEqual({ code: 1, findings: found });
    expect(repository.outgate("range", "HEAD~1..HEAD").stdout).toMatch(/own files are changed: denylist\/terms\.lock/);
  });

  test("is the lock of the base in a bare repository, too", () => {
    const repository = withList("locked");
    repository.commitFile("a.md", text);
    repository.git("clone", "--quiet", "--bare", ".", "../bare.git");
    expect(repository.from("../bare.git").check("range", "HEAD~1..HEAD")).toEqual(blocked(...found));
  });

  test("is the list of the work tree that git was told of", () => {
    const repository = withList();
    repository.stage("a.md", text);
    const elsewhere = repository.from("..", {
      GIT_DIR: join(repository.path, ".git"),
      GIT_WORK_TREE: repository.path,
    });
    expect(elsewhere.check("staged").findings).toEqual(found);
  });

  test("is found from a folder below", () => {
    const repository = withList();
    repository.stage("below/a.md", text);
    expect(repository.from("below").check("staged").findings).toHaveLength(6);
    expect(repository.from("below").check("files").findings).toHaveLength(6);
  });

  test("is the list that a config outside of the repository names, from a folder below as from the top", () => {
    const repository = createRepository();
    repository.write("../settings/terms", "codename: bluefin\n");
    repository.write("../settings/outgate.json", '{ "denylist": { "stores": ["terms"] } }');
    repository.commitFile("README.md", "# Project\n");
    repository.commitFile("a.md", text);
    repository.stage("below/b.md", `${text}and more\n`);
    repository.write("../message", text);
    for (const [place, up] of [
      [repository, ".."],
      [repository.from("below"), "../.."],
    ] as const) {
      const config = `--config=${up}/settings/outgate.json`;
      const check = (...args: readonly string[]): readonly string[] => place.check(...args, config).findings;
      expect(check("staged")).toEqual(["below/b.md:3:4 term/codename"]);
      expect(check("commit-msg", `${up}/message`)).toEqual(["commit message:3:4 term/codename"]);
      expect(check("range", "HEAD~1..HEAD")).toEqual(["a.md:3:4 term/codename"]);
      expect(place.outgate("baseline", "--reason", "as it was", config).stdout).toMatch(/^\d findings? of today/);
    }
  });

  test("can be named for one run, several times", () => {
    const repository = createRepository();
    repository.stage("a.md", text);
    repository.write("../one", "Zebulon Quux\n");
    repository.write("../two", "codename: bluefin\n");
    repository.write("../three", "word: florpnik\n");
    expect(repository.staged("--denylist", "../one", "--denylist", "../two").findings).toEqual([found[0], found[2]]);
    const variable = { OUTGATE_DENYLIST: ["../two", join(repository.path, "../three")].join(":") };
    expect(
      outcome(repository.with(variable).outgate("staged", "--denylist", "../one", "--format", "json")).findings,
    ).toEqual([found[0], found[2], found[5]]);
    expect(refused(repository.outgate("staged", "--denylist", "../four"))).toContain("../four is missing");
  });
});

describe("a verdict of a term", () => {
  const leak = "by Zebulon Quux\n";

  test("is what the config says, with and without a list", () => {
    for (const [action, code] of [
      ["pass", 0],
      ["warn", 0],
      ["ask", 1],
      ["block", 1],
    ] as const) {
      const repository = withList();
      repository.stage("a.md", leak);
      repository.stage("outgate.config.json", `{ "actions": { "term/person": "${action}" } }`);
      expect(repository.staged().code).toBe(code);
      repository.run("rm", plain);
      expect(repository.staged()).toEqual(passed());
    }
  });

  test("can be let through by a comment, an entry and a baseline, with a reason", () => {
    const repository = withList();
    repository.stage("a.md", `${leak.trim()} <!-- outgate-ignore-line: term/person -- he agreed -->\n`);
    expect(repository.staged()).toEqual(passed());
    repository.stage("a.md", leak);
    const allow = [{ rule: "term/person", path: "a.md", reason: "he agreed" }];
    repository.stage("outgate.config.json", JSON.stringify({ allow }));
    expect(repository.staged()).toEqual(passed());
    repository.stage("outgate.config.json", "{}");
    expect(repository.staged().code).toBe(1);
    expect(repository.outgate("baseline", "--reason", "he agreed").code).toBe(0);
    repository.git("add", "--all");
    expect(repository.staged()).toEqual(passed());
    repository.stage("a.md", `${leak}and Zebulon Quux again\n`);
    expect(repository.staged()).toEqual(blocked("a.md:2:5 term/person"));
  });

  test.each(["flag", "variable"])("of a list that a %s names is accepted in a baseline, from any folder", (by) => {
    const repository = createRepository();
    repository.write("../terms", "Zebulon Quux\n");
    repository.write("src/a.md", leak);
    const variables = by === "flag" ? {} : { OUTGATE_DENYLIST: "../../terms" };
    const args = by === "flag" ? ["--denylist", "../../terms"] : [];
    const inside = repository.from("src", variables);
    expect(inside.outgate("baseline", "--reason", "he agreed", ...args)).toMatchObject({ code: 0, stderr: "" });
    expect(repository.read("outgate.baseline.json")).toMatch(/"src\/a\.md term\/person [0-9a-f]{16}": "he agreed"/);
    expect(outcome(inside.outgate("files", "--format", "json", ...args))).toEqual(passed());
  });

  test("is not let through by a reason that names the term", () => {
    const repository = withList();
    repository.stage("a.md", leak);
    expect(refused(repository.outgate("baseline", "--reason", "ZEBULON-QUUX agreed"))).toMatch(
      /^outgate: a reason in the baseline would show something that was found/,
    );
    expect(existsSync(join(repository.path, ".outgate-baseline.json"))).toBe(false);
  });

  test("where there is no list, entries and comments for its rules are neither wrong nor unused", () => {
    const repository = createRepository();
    repository.write("a.md", `${leak.trim()} <!-- outgate-ignore-line: term/person -- he agreed -->\n`);
    const allow = [{ rule: "term/person", path: "a.md", reason: "he agreed" }];
    repository.write("outgate.config.json", JSON.stringify({ allow, actions: { "term/relative": "block" } }));
    const report = JSON.parse(repository.outgate("files", "--format", "json").stdout);
    expect(report).toMatchObject({ verdict: "pass", unusedSuppressions: [], rejectedSuppressions: [] });
    keep(repository, "codename: bluefin\n", "plain");
    const { unusedSuppressions } = JSON.parse(repository.outgate("files", "--format", "json").stdout);
    expect(unusedSuppressions).toContain("allow: term/person in a.md");
  });

  test("takes no credential along that overlaps it", () => {
    const repository = withList();
    const end = fill("{digits:1}yHq{digits:2}xK", 1);
    repository.stage(
      "a.env",
      `his daughter: password = "Zebulon.${end}!"\nDB=postgres://app:zebulon-quux-${end}@db/x\n`,
    );
    repository.stage("outgate.config.json", '{ "actions": { "term": "pass", "term/relative": "pass" } }');
    const { code, findings } = repository.staged();
    expect(code).toBe(1);
    expect(findings.filter((one) => one.includes("secret/")).map((one) => one.replace(/:\d+ .*/, ""))).toEqual([
      "a.env:1",
      "a.env:2",
    ]);
  });
});

/** Every file of the state folder. */
function state({ environment }: Repository): Buffer[] {
  const folder = join(environment["XDG_STATE_HOME"] ?? "", "outgate");
  return ["cache-key", "known"].map((name) => readFileSync(join(folder, name)));
}

describe("the cache", () => {
  test("forgets what it knew when a term is added, and holds nothing of the list", () => {
    const repository = withList("plain", "codename: bluefin\n");
    for (let at = 0; at < 220; at++) repository.write(`src/${at}.ts`, `export const a = ${at};\n`);
    repository.write("src/team.ts", "// florpnik\n");
    repository.git("add", "--all");
    repository.commit("many");
    const range = (): Outcome => repository.check("range", "HEAD~1..HEAD");
    const known = (): number =>
      JSON.parse(repository.outgate("range", "HEAD~1..HEAD", "--format", "json").stdout).scanned.known ?? 0;
    expect(range()).toEqual(passed());
    expect(known()).toBeGreaterThan(200);
    deny(repository, ["add"], "word: florpnik\n");
    expect(range()).toEqual(blocked("src/team.ts:1:4 term/word"));
    deny(repository, ["remove"], "word: florpnik\n");
    expect(range()).toEqual(passed());
    expect(known()).toBeGreaterThan(200);
    for (const file of state(repository))
      for (const term of ["florpnik", "bluefin"])
        for (const trace of tracesOf(term)) expect(file.includes(trace)).toBe(false);
  });
});

function folderOf({ environment }: Repository): string {
  return join(environment["XDG_STATE_HOME"] ?? "", "outgate");
}

function tablesIn(repository: Repository): string[] {
  return readdirSync(folderOf(repository)).filter((name) => name.startsWith("list-"));
}

describe("the tables of a long list", () => {
  /** Names that nobody has. */
  const many = Array.from({ length: 3500 }, (_, at) => {
    const letters = at.toString().replaceAll(/\d/g, (digit) => "bcdfghjklm".charAt(Number(digit)));
    return `Zeb${letters}ulon Quux${letters}ford`;
  });
  const list = `${many.join("\n")}\ncodename: bluefin\nasset: vault.quendel.example\n`;
  const leak = `by ${many[7]}\nin bluefin\nat vault.quendel.example\nhis daughter Zebculon\n`;
  const all = ["1:4 term/person", "2:4 term/codename", "3:4 infrastructure/asset", "4:14 term/relative"];

  function withMany(): Repository {
    const repository = withList("plain", list);
    repository.write("a.md", leak);
    return repository;
  }

  const expected = blocked(...all.map((one) => `a.md:${one}`));

  test("are left for the next check, which finds the same, and tell nothing of the list", () => {
    const repository = withMany();
    expect(repository.check("files", "a.md")).toEqual(expected);
    const [name = "", ...others] = tablesIn(repository);
    expect(others).toEqual([]);
    const before = readFileSync(join(folderOf(repository), name));
    expect(repository.check("files", "a.md")).toEqual(expected);
    expect(readFileSync(join(folderOf(repository), name)).equals(before)).toBe(true);
    for (const term of [...many.slice(0, 50), "bluefin", "vault.quendel.example"])
      for (const trace of tracesOf(term)) expect(before.includes(trace)).toBe(false);
    deny(repository, ["add"], "codename: florpnik\n");
    expect(repository.check("files", "a.md")).toEqual(expected);
    expect(tablesIn(repository)).toHaveLength(2);
  });

  test("are made anew where they are damaged, forged, or of another key", () => {
    const repository = withMany();
    expect(repository.check("files", "a.md")).toEqual(expected);
    const path = join(folderOf(repository), tablesIn(repository)[0] ?? "");
    const whole = readFileSync(path);
    for (const forged of [whole.subarray(0, 1000), whole.subarray(1), Buffer.alloc(whole.length), Buffer.alloc(0)]) {
      writeFileSync(path, forged);
      expect(repository.check("files", "a.md")).toEqual(expected);
      expect(readFileSync(path).length).toBe(whole.length);
    }
    expect(
      outcome(repository.with({ OUTGATE_KEY: "7".repeat(64) }).outgate("files", "a.md", "--format", "json")),
    ).toEqual(expected);
    expect(tablesIn(repository)).toHaveLength(2);
  });

  test("of a short list are not left", () => {
    const repository = withList();
    repository.write("a.md", text);
    expect(repository.check("files", "a.md")).toEqual(blocked(...found));
    expect(existsSync(folderOf(repository)) ? tablesIn(repository) : []).toEqual([]);
  });
});

const relatives = (repository: Repository): readonly string[] =>
  repository.staged().findings.filter((one) => one.includes("term/relative"));

describe("words of kinship from the config", () => {
  test("count beside the built-in ones, with the lists at the top of the repository", () => {
    const repository = withList();
    repository.stage("a.md", "la hija Zebulon\n\nhis daughter Zebulon\n\nla tía Zebulon\n");
    expect(relatives(repository)).toEqual(["a.md:3:14 term/relative"]);
    repository.stage("outgate.config.json", '{ "denylist": { "kinship": ["hija", "tia"] } }');
    expect(relatives(repository)).toEqual([
      "a.md:1:9 term/relative",
      "a.md:3:14 term/relative",
      "a.md:5:8 term/relative",
    ]);
  });

  test("make the cache forget what it knew", () => {
    const repository = withList();
    for (let at = 0; at < 220; at++) repository.write(`src/${at}.ts`, `export const a = ${at};\n`);
    repository.write("src/team.ts", "// la hija Zebulon\n");
    repository.git("add", "--all");
    repository.commit("many");
    const range = (): Outcome => repository.check("range", "HEAD~1..HEAD", "--config", "../words.json");
    repository.write("../words.json", "{}");
    expect(range()).toEqual(passed());
    repository.write("../words.json", '{ "denylist": { "kinship": ["hija"] } }');
    expect(range().findings).toEqual(["src/team.ts:1:12 term/relative"]);
  });
});

describe.each(stores)("an asset of a %s list", (store) => {
  const own = "asset: vault.quendel.example\nasset: 203.0.113.7\nasset: quendel-prod-logs\n";
  const leak = "ssh vault.quendel.example\ncurl http://203.0.113.7:8080/s3/quendel-prod-logs/x\nsee 203.0.113.70\n";
  const all = ["1:5", "2:13", "2:33"].map((place) => `a.md:${place} infrastructure/asset`);

  test("warns where nobody named who reads, and blocks where a group or the public does", () => {
    const repository = withList(store, own);
    repository.stage("a.md", leak);
    expect(repository.staged()).toEqual({ ...blocked(...all), code: 0 });
    for (const [audience, code] of [
      ["owner", 0],
      ["team", 0],
      ["group", 1],
      ["public", 1],
    ] as const) {
      const judged = repository.staged("--audience", audience);
      expect({ audience, ...judged }).toEqual({ audience, ...blocked(...all), code });
    }
  });

  test("passes to the owner, warns a team, and stops a message to others", () => {
    const repository = withList(store, own);
    const codes = ["owner", "team", "group", "public"].map((to) => {
      const { code, stdout } = repository.runWith(leak, process.execPath, program, "message", "--to", to);
      expect(stdout).not.toMatch(/203\.0|vault|quendel/);
      return code;
    });
    expect(codes).toEqual([0, 0, 1, 1]);
  });

  test("is masked as infrastructure is, and never shown", () => {
    const repository = withList(store, own);
    repository.stage("203.0.113.7/vault.quendel.example.md", leak);
    const { stdout, stderr } = repository.outgate("staged", "--audience", "public", "--format", "json");
    const { findings } = JSON.parse(stdout);
    expect(findings[0]).toMatchObject({
      class: "infrastructure",
      document: "[infrastructure 11]/[infrastructure 21].md",
      mask: "•••• (11 characters)",
    });
    expect(stdout + stderr).not.toMatch(/203\.0|vault|quendel/);
  });
});

test("a baseline keeps no hash of an asset, which could be guessed from it", () => {
  const repository = withList("plain", "asset: 203.0.113.7\n");
  repository.stage("outgate.config.json", '{ "audience": "public" }');
  repository.stage("a.md", "ssh 203.0.113.7\n");
  expect(repository.outgate("baseline", "--reason", "it is known").code).toBe(0);
  expect(readFileSync(join(repository.path, "outgate.baseline.json"), "utf8")).toMatch(
    /"a\.md infrastructure\/asset [0-9a-f]{16}": "it is known"/,
  );
  repository.git("add", "--all");
  expect(repository.staged()).toEqual(passed());
});

describe("the rules of a deny list", () => {
  const ids = Object.values(deniedRules).map(({ id }) => id);

  test("are listed, and explained", () => {
    const folder = createRepository();
    const { stdout } = folder.outgate("rules");
    const listed: { id: string }[] = JSON.parse(folder.outgate("rules", "--format", "json").stdout);
    for (const { id, summary, remedy } of Object.values(deniedRules)) {
      expect(stdout).toMatch(new RegExp(`^${id} +${summary}$`, "m"));
      expect(listed.filter((one) => one.id === id)).toEqual([expect.objectContaining({ summary, remedy })]);
      expect(folder.outgate("explain", id)).toEqual({
        code: 0,
        stdout: `${id}: ${summary}\n\n${remedy}\n\nFinds what the owner's deny list names; docs/denylist.md tells how it is kept.\n\nTo let one through with a reason, in a comment beside it:\n  outgate-ignore-line: ${id} -- why\nor in outgate.config.json, for a file:\n  "allow": [{ "rule": "${id}", "path": "FILE", "reason": "why" }]\n`,
        stderr: "",
      });
    }
  });

  test("are all that its findings have", () => {
    const repository = withList("plain", `${terms}secret: hunter2!hunter2\nasset: 203.0.113.7\n`);
    repository.stage("a.md", `${text}his daughter Zebulon\nhunter2!hunter2\nssh 203.0.113.7\n`);
    const report: { findings: { ruleId: string }[] } = JSON.parse(
      repository.outgate("staged", "--format", "json").stdout,
    );
    expect([...new Set(report.findings.map(({ ruleId }) => ruleId))].toSorted()).toEqual(ids.toSorted());
  });
});

test("a person at a terminal can have the terms shown, and nobody else", async () => {
  const repository = withList();
  repository.write("a.md", "by Zebulon Quux\n");
  for (const command of ["files", "log"]) {
    const { stdout } = await onTerminal(repository, [command, "--reveal", "a.md"]);
    expect(stdout).toContain("“Zebulon Quux”");
    expect(repository.outgate(command, "--reveal", "a.md")).toMatchObject({ code: 2, stdout: "" });
  }
  for (const args of [[], ["--format", "json"], ["--output", "report.txt"]]) {
    const run = repository.outgate("files", "a.md", "--reveal", ...args);
    expect(run).toMatchObject({ code: 2, stdout: "" });
    expect(run.stderr).toContain("--reveal shows denied terms on a terminal and nowhere else");
  }
  expect(repository.outgate("redact", "a.md", "--reveal").stderr).toContain("there is no such option: --reveal");
  const { stdout: piped } = await onTerminal(repository, ["files", "a.md"]);
  expect(piped).not.toContain("Zebulon");
});
