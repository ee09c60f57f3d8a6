import { join } from "node:path";
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { detectors } from "../src/detectors/index.ts";
import { fill } from "../src/detectors/template.ts";
import { createGate } from "../src/gate.ts";
import {
  type Finding,
  github,
  gitlab,
  jobSummary,
  junit,
  sarif,
  scan,
  type Suppressed,
  type Verdict,
} from "../src/index.ts";
import { driver } from "../src/reporters/sarif.ts";
import { complaints, parsed } from "./report-schemas.ts";
import { createRepository, type Place, type Repository } from "./repository.ts";

const token = (seed = 0): string => fill("ghp_{base62:30}{crc32}", seed);
const options = { color: false, quiet: false, advice: [] };
const formats = ["sarif", "gitlab", "junit"] as const;
const reporters = { sarif, gitlab, junit };

function finding(change: Partial<Finding> = {}): Finding {
  return {
    ruleId: "secret/github-token",
    class: "secret",
    severity: "error",
    confidence: 1,
    action: "block",
    document: "src/config.ts",
    surface: "text",
    line: 3,
    column: 16,
    endLine: 3,
    endColumn: 56,
    message: "GitHub access token",
    remedy: "Revoke it, then read it from `process.env`.",
    mask: "ghp_•••• (40 characters)",
    fingerprint: "11aa",
    ...change,
  };
}

const warning = finding({
  ruleId: "secret/assigned-password",
  confidence: 0.5,
  action: "warn",
  document: "a|b `c` <d>.py",
  message: "Password beside its name",
  mask: "•••• (9 characters)",
  fingerprint: "22bb",
});

function verdict(change: Partial<Verdict> = {}): Verdict {
  return {
    schema: 1,
    id: "one",
    time: "2026-01-02T03:04:05.678Z",
    policy: "default",
    actor: null,
    boundary: "commit",
    target: null,
    audience: "public",
    verdict: "block",
    complete: true,
    score: 10,
    scoreParts: [],
    findings: [finding()],
    suppressed: [],
    unusedSuppressions: [],
    newSuppressions: [],
    rejectedSuppressions: [],
    alreadyThere: 0,
    unscanned: [],
    scanned: { documents: 2, bytes: 300, segments: 3, rules: 4, terms: 0 },
    milliseconds: 1234,
    ...change,
  };
}

const pass = verdict({ verdict: "pass", score: 0, findings: [] });

/** Everything that a format can be asked to say at once. */
const everything = verdict({
  findings: [
    warning,
    finding({ action: "pass", ruleId: "secret/allowed", fingerprint: "33cc" }),
    finding(),
    finding({ line: 9, endLine: 10, endColumn: 4, surface: "base64 in text", fingerprint: "44dd" }),
    finding({
      document: "people/[secret 40].txt",
      surface: "file name",
      line: 1,
      column: 1,
      endLine: 1,
      endColumn: 1,
      fingerprint: "55ee",
      commit: "0123456789abcdef0123456789abcdef01234567",
    }),
  ],
  suppressed: [{ ...finding({ line: 20, endLine: 20, fingerprint: "66ff" }), kind: "inline", reason: "an example" }],
  complete: false,
  unscanned: [
    { document: "locked", reason: "cannot be read: EACCES", kind: "failed" },
    { document: "pipe", reason: "a pipe, a socket or a device", kind: "skipped" },
  ],
});

/** The parts of a SARIF log that tests compare. */
interface Log {
  readonly runs: readonly [
    {
      readonly tool: { readonly driver: { readonly rules: readonly { readonly id: string }[] } };
      readonly invocations: readonly {
        readonly executionSuccessful: boolean;
        readonly toolExecutionNotifications: unknown;
      }[];
      readonly results: readonly {
        readonly ruleId: string;
        readonly level: string;
        readonly message: { readonly text: string };
        readonly locations: readonly [
          {
            readonly physicalLocation: {
              readonly artifactLocation: { readonly uri: string };
              readonly region?: Readonly<Record<string, number>>;
            };
          },
        ];
        readonly partialFingerprints: unknown;
        readonly suppressions?: unknown;
        readonly properties: Readonly<Record<string, unknown>>;
      }[];
    },
  ];
}

const logOf = (report: string): Log["runs"][0] => (JSON.parse(report) as Log).runs[0]; // the schema says so

/** An attribute of every element of a kind, in order. */
function attributes(report: string, path: string): string[] {
  return parsed(report, (document) => document.find(path).map(({ content }) => content));
}

describe.each(formats)("%s fits its schema", (format) => {
  const check = complaints[format];

  test("and the schema is one that refuses", () => {
    const changed = {
      sarif: sarif(pass, options).replace('"results":', '"outcomes":'),
      gitlab: gitlab(everything, options).replace('"blocker"', '"worst"'),
      junit: junit(pass, options).replace(' hostname="localhost"', ""),
    };
    expect(check(reporters[format](everything, options))).toEqual([]);
    expect(check(changed[format])).not.toEqual([]);
  });

  /** Runs a check in this format, to stdout and to a file, and gives its code. */
  function fits(place: Place, ...args: readonly string[]): number | null {
    const { code, stdout, stderr } = place.outgate(...args, "--format", format);
    expect({ complaints: check(stdout), stderr }).toEqual({ complaints: [], stderr: "" });
    const written = place.outgate(...args, "--format", format, "--output", "../report");
    expect(written).toEqual({ code, stdout: "", stderr: "" });
    expect(check(place.read("../report"))).toEqual([]);
    return code;
  }

  test("where nothing is found, something stops, something warns, or somebody is asked", () => {
    const repository = createRepository();
    expect(fits(repository, "staged")).toBe(0);
    repository.stage("a.txt", "harmless\n");
    expect(fits(repository, "staged")).toBe(0);
    repository.stage("a.txt", `${token()}\n`);
    expect(fits(repository, "staged")).toBe(1);
    for (const [action, code] of [["warn", 0] as const, ["ask", 1] as const, ["pass", 0] as const]) {
      repository.stage("outgate.config.json", `{ "actions": { "secret": "${action}" } }`);
      expect(fits(repository, "staged")).toBe(code);
    }
  });

  test("where something is left out or cannot be checked", () => {
    const repository = createRepository();
    repository.run("mkfifo", "pipe");
    expect(fits(repository, "files", ".")).toBe(0);
    expect(fits(repository, "files", "pipe")).toBe(2);
    repository.write("outgate.config.json", '{ "unscanned": "block" }');
    expect(fits(repository, "files", ".")).toBe(2);
  });

  test("with findings in messages, identities, branches and names", () => {
    const repository = createRepository("--initial-branch", `fix/${token()}`);
    repository.git("config", "user.name", token(1));
    repository.stage(`${token(2)}.txt`, "harmless\n");
    repository.write("message", `fix: ${token(3)}\n`);
    expect(fits(repository, "staged", "--message", "message")).toBe(1);
    expect(fits(repository, "commit-msg", "message")).toBe(1);
  });

  test("with names that are hard to write", () => {
    const repository = createRepository();
    const odd = ["a b.txt", "\"'`.txt", "<&>]]>.txt", "100%|#?:*.txt", "c:/d.txt", "\x01\n\t\x1b\x7f.txt", "-->.txt"];
    for (const name of [...odd, "é/日本/😀.txt", "\u{ffff}\u{202e}.txt"]) repository.write(name, `${token()}\n`);
    repository.write(Buffer.from("\xff\xfe.txt", "latin1"), `${token()}\n`);
    repository.git("add", "--all");
    expect(fits(repository, "staged")).toBe(1);
  });

  test("whatever bytes a name has, and whatever was found", async () => {
    const gate = createGate();
    const name = fc.oneof(
      fc.uint8Array({ minLength: 1, maxLength: 30 }),
      fc.string({ unit: "binary", minLength: 1, maxLength: 30 }),
    );
    await fc.assert(
      fc.asyncProperty(name, fc.string({ unit: "binary" }), async (raw, reason) => {
        const common = { name: Buffer.from(raw), nameLeaves: true };
        const items = [
          { kind: "document", ...common, bytes: Buffer.from(token()) } as const,
          { kind: "failed", ...common, reason } as const,
        ];
        const reached = await scan({ boundary: "files", target: null, items }, gate);
        expect(check(reporters[format](reached, options))).toEqual([]);
      }),
      { numRuns: 100 },
    );
  });

  test("with ten thousand findings", () => {
    const findings = Array.from({ length: 10_000 }, (_, index) =>
      finding({ document: `${index % 100}.txt`, line: index + 1, endLine: index + 1, fingerprint: `f${index}` }),
    );
    const report = reporters[format](verdict({ findings }), options);
    expect(check(report)).toEqual([]);
    expect(report.match(/40 characters/g)?.length).toBeGreaterThanOrEqual(10_000);
    expect(Buffer.byteLength(report)).toBeLessThan(8_000_000);
  });
});

/** A notification of SARIF. */
function notified(level: string, text: string, uri: string): object {
  const artifactLocation = { uri, uriBaseId: "%SRCROOT%" };
  return { level, message: { text }, locations: [{ physicalLocation: { artifactLocation } }] };
}

/** A violation of GitLab's, with its parts in the order that matters. */
function violation(...[severity, name, fingerprint, path, begin, description]: readonly (string | number)[]): object {
  return { description, check_name: name, fingerprint, severity, location: { path, lines: { begin } } };
}

/** A repository with so many files with a token each, and the summary of a job. */
function createJob(files: number): { repository: Repository; job: Place } {
  const repository = createRepository();
  for (let index = 0; index < files; index++) repository.write(`${index}.txt`, `${token(index)}\n`);
  repository.git("add", "--all");
  return { repository, job: repository.with({ GITHUB_STEP_SUMMARY: join(repository.path, "../summary.md") }) };
}

describe("sarif", () => {
  test("says what was found, where, how sure, in which commit and what to do", () => {
    const { tool, results, invocations, ...rest } = logOf(sarif(everything, options));
    expect(tool.driver).toEqual({
      name: "outgate",
      version: "0.1.0",
      semanticVersion: "0.1.0",
      rules: expect.arrayContaining([
        {
          id: "secret/github-token",
          shortDescription: { text: "GitHub access token" },
          fullDescription: {
            text: "Whoever reads it can use it, and a repository remembers it even after it is deleted.",
          },
          help: {
            text: "Revoke it, then read it from `process.env`.",
            markdown: "Revoke it, then read it from `process.env`.",
          },
          defaultConfiguration: { level: "error" },
          properties: { tags: ["security", "secret"], "security-severity": "9.5" },
        },
        expect.objectContaining({
          id: "secret/assigned-password",
          defaultConfiguration: { level: "warning" },
          properties: { tags: ["security", "secret"], "security-severity": "5.5" },
        }),
      ]),
    });
    const parts = results.map(({ locations: [{ physicalLocation }], level, suppressions }) => [
      physicalLocation.artifactLocation.uri,
      Object.values(physicalLocation.region ?? {}).join(" "),
      level,
      suppressions,
    ]);
    expect(parts).toEqual([
      ["src/config.ts", "3 16 3 56", "error", []],
      ["src/config.ts", "9 16 10 4", "error", []],
      ["people/%5Bsecret%2040%5D.txt", "", "error", []],
      ["a%7Cb%20%60c%60%20%3Cd%3E.py", "3 16 3 56", "warning", []],
      [
        "src/config.ts",
        "20 16 20 56",
        "error",
        [{ kind: "inSource", status: "accepted", justification: "an example" }],
      ],
    ]);
    expect(results[2]).toMatchObject({
      message: {
        text: "GitHub access token: ghp_•••• (40 characters), file name. Commit 0123456789ab brings it. Revoke it, then read it from `process.env`.",
      },
      partialFingerprints: { "outgate/v1": "55ee" },
      properties: { action: "block", confidence: 1, commit: "0123456789abcdef0123456789abcdef01234567" },
    });
    expect(invocations).toEqual([
      {
        executionSuccessful: false,
        startTimeUtc: "2026-01-02T03:04:04.444Z",
        endTimeUtc: "2026-01-02T03:04:05.678Z",
        toolExecutionNotifications: [
          notified("error", "Not checked: cannot be read: EACCES", "locked"),
          notified("note", "Left out: a pipe, a socket or a device", "pipe"),
        ],
      },
    ]);
    expect(rest).toMatchObject({
      columnKind: "unicodeCodePoints",
      automationDetails: { id: "outgate/commit/" },
      properties: { verdict: "block", complete: false, scanned: everything.scanned },
    });
  });

  test("has the worst first, and each rule where its results look for it", () => {
    const mixed = ["warn", "block", "ask", "warn", "block"] as const;
    const findings = mixed.map((action, index) =>
      finding({ action, ruleId: `secret/rule-${index}`, severity: index === 0 ? "info" : "error" }),
    );
    const { results, tool } = logOf(sarif(verdict({ findings }), options));
    expect(results.map(({ level, ruleId }) => `${level} ${ruleId}`)).toEqual([
      "error secret/rule-1",
      "error secret/rule-4",
      "error secret/rule-2",
      "warning secret/rule-3",
      "note secret/rule-0",
    ]);
    const indexes = results.map((result) => Object(result).ruleIndex);
    expect(indexes.map((index) => tool.driver.rules[index]?.id)).toEqual(results.map(({ ruleId }) => ruleId));
  });

  test.each([
    ["./a.ts", "a.ts"],
    ["../a.ts", "../a.ts"],
    ["/tmp/a b.ts", "file:///tmp/a%20b.ts"],
    ["c:/d#e?f%20.ts", "c%3A/d%23e%3Ff%2520.ts"],
    ["a\\xff\ud800.ts", "a%5Cxff%EF%BF%BD.ts"],
  ])("writes %j as %s", (document, uri) => {
    const [result] = logOf(sarif(verdict({ findings: [finding({ document })] }), options)).results;
    expect(result?.locations[0].physicalLocation.artifactLocation.uri).toBe(uri);
  });

  test("takes columns of the file as an editor counts characters", () => {
    const repository = createRepository();
    repository.stage("a.txt", `😀é ${token()}\n`);
    const { results } = logOf(repository.outgate("staged", "--format", "sarif").stdout);
    expect(results[0]?.locations[0].physicalLocation.region).toEqual({
      startLine: 1,
      startColumn: 4,
      endLine: 1,
      endColumn: 44,
    });
  });

  test("tells the address of the program where its manifest has one", () => {
    const version = "1.2.3";
    const named = { name: "outgate", version, semanticVersion: version };
    const address = { ...named, informationUri: "https://example.org/a/b" };
    expect(driver({ version })).toEqual(named);
    expect(driver({ version, repository: "github:a/b" })).toEqual(named);
    expect(driver({ version, repository: "https://example.org/a/b" })).toEqual(address);
    expect(driver({ version, repository: { url: "git+https://example.org/a/b.git" } })).toEqual(address);
  });

  test("needs no escapes: no rule says what a message would read as a link or as a gap to fill", () => {
    const words = detectors.flatMap(({ summary, remedy }) => [summary, remedy]);
    expect(words.filter((text) => /[[\]]|\{\d/.test(text))).toEqual([]);
    expect(detectors.filter(({ summary }) => summary.includes(": "))).toEqual([]);
  });
});

describe("gitlab", () => {
  test("has a violation for each finding that stops or warns, and for what was not checked", () => {
    const remedy = "Revoke it, then read it from `process.env`.";
    const mask = "ghp_•••• (40 characters)";
    const rule = "secret/github-token";
    expect(JSON.parse(gitlab(everything, options))).toEqual([
      violation("blocker", rule, "11aa", "src/config.ts", 3, `GitHub access token: ${mask}. ${remedy}`),
      violation("blocker", rule, "44dd", "src/config.ts", 9, `GitHub access token: ${mask}, base64 in text. ${remedy}`),
      violation(
        "blocker",
        rule,
        "55ee",
        "people/[secret 40].txt",
        1,
        `GitHub access token: ${mask}, file name. Commit 0123456789ab brings it. ${remedy}`,
      ),
      violation(
        "blocker",
        "not-checked",
        "not-checked locked: cannot be read: EACCES",
        "locked",
        1,
        "Not checked: cannot be read: EACCES",
      ),
      violation(
        "major",
        "secret/assigned-password",
        "22bb",
        "a|b `c` <d>.py",
        3,
        `Password beside its name: •••• (9 characters). ${remedy}`,
      ),
      violation(
        "info",
        "left-out",
        "left-out pipe: a pipe, a socket or a device",
        "pipe",
        1,
        "Left out: a pipe, a socket or a device",
      ),
    ]);
  });

  test("is an empty list for a pass", () => {
    expect(gitlab(pass, options)).toBe("[]\n");
  });

  test("has each fingerprint once, of the first", () => {
    const twice = [finding({ line: 1 }), finding({ line: 2, fingerprint: "other" }), finding({ line: 3 })];
    const lines = JSON.parse(gitlab(verdict({ findings: twice }), options)).map(
      (item: object) => Object(item).location.lines.begin,
    );
    expect(lines).toEqual([1, 2]);
  });
});

describe("junit", () => {
  test("has a failed test for each rule in each document, and an error for what was not checked", () => {
    expect(junit(everything, options)).toBe(`<?xml version="1.0" encoding="UTF-8"?>
<testsuites>
<testsuite name="outgate" package="outgate" id="0" hostname="localhost" timestamp="2026-01-02T03:04:05" tests="3" failures="2" errors="1" time="1.234">
<properties>
<property name="verdict" value="block"/>
<property name="complete" value="false"/>
<property name="audience" value="public"/>
<property name="policy" value="default"/>
<property name="alreadyThere" value="0"/>
<property name="documents" value="2"/>
<property name="bytes" value="300"/>
<property name="segments" value="3"/>
<property name="rules" value="4"/>
<property name="terms" value="0"/>
</properties>
<testcase classname="outgate.secret/github-token" name="src/config.ts" time="0"><failure message="GitHub access token, 2 places in src/config.ts" type="secret/github-token">src/config.ts:3:16: GitHub access token: ghp_•••• (40 characters).
src/config.ts:9:16: GitHub access token: ghp_•••• (40 characters), base64 in text.
Revoke it, then read it from \`process.env\`.
</failure></testcase>
<testcase classname="outgate.secret/github-token" name="people/[secret 40].txt" time="0"><failure message="GitHub access token, 1 place in people/[secret 40].txt" type="secret/github-token">people/[secret 40].txt: GitHub access token: ghp_•••• (40 characters), file name. Commit 0123456789ab brings it.
Revoke it, then read it from \`process.env\`.
</failure></testcase>
<testcase classname="outgate.not checked" name="locked" time="0"><error message="cannot be read: EACCES" type="not checked">locked: cannot be read: EACCES
</error></testcase>
<system-out>outgate: stopped, 3 findings. Scanned 2 documents, 300 B, 4 rules, 1234 ms.
Warning: a|b \`c\` &#60;d&#62;.py:3:16: secret/assigned-password: Password beside its name: •••• (9 characters).
Left out: pipe: a pipe, a socket or a device
Suppressed: src/config.ts:20:16: secret/github-token: an example
</system-out>
<system-err></system-err>
</testsuite>
</testsuites>
`);
  });

  test.each([
    { what: "a pass", of: pass, tests: "1", failures: "0", errors: "0" },
    { what: "warnings", of: verdict({ verdict: "pass", findings: [warning] }), tests: "1", failures: "0", errors: "0" },
    { what: "a question", of: verdict({ verdict: "ask", findings: [finding({ action: "ask" })] }), failures: "1" },
    { what: "a block without a finding", of: verdict({ findings: [] }), tests: "1", failures: "0", errors: "1" },
    { what: "an incomplete pass", of: { ...pass, complete: false }, tests: "1", failures: "0", errors: "1" },
  ])("counts $what", ({ of, tests = "1", failures, errors = "0" }) => {
    const report = junit(of, options);
    const count = (name: string): string[] => attributes(report, `/testsuites/testsuite/@${name}`);
    expect([count("tests"), count("failures"), count("errors")]).toEqual([[tests], [failures], [errors]]);
    expect(attributes(report, "//testcase")).toHaveLength(Number(tests));
    expect(attributes(report, "//failure")).toHaveLength(Number(failures));
    expect(attributes(report, "//error")).toHaveLength(Number(errors));
  });

  test("gives names back as they were, without what XML cannot hold", () => {
    const document = "a  <b> & \"c\" 'd' ]]> %41 \\x01 é 😀.txt";
    const suffix = "\u0000\u000b\ufffe\ud800";
    const report = junit(verdict({ findings: [finding({ document: document + suffix })] }), options);
    expect(attributes(report, "//testcase/@name")).toEqual([document]);
    expect(attributes(report, "//failure/@message")).toEqual([`GitHub access token, 1 place in ${document}`]);
  });
});

describe("what must not be left out makes the verdict incomplete in each format", () => {
  const of = verdict({
    verdict: "pass",
    findings: [],
    complete: false,
    unscanned: [{ document: "pipe", reason: "a pipe", kind: "skipped" }],
  });

  test("as an error", () => {
    expect(logOf(sarif(of, options)).invocations).toMatchObject([
      { executionSuccessful: false, toolExecutionNotifications: [{ level: "error" }] },
    ]);
    expect(JSON.parse(gitlab(of, options))).toMatchObject([{ severity: "blocker", check_name: "not-checked" }]);
    expect(attributes(junit(of, options), "//error/@message")).toEqual(["a pipe"]);
    expect(github(of, options)).toBe(
      "::error file=pipe,title=not checked::a pipe\noutgate: not checked to the end, so nothing passes. Scanned 2 documents, 300 B, 4 rules, 1234 ms.\n",
    );
  });
});

describe("github", () => {
  const scope = "Scanned 2 documents, 300 B, 4 rules, 1234 ms.";

  test("has one annotation for each document, of the worst in it", () => {
    const findings = [
      finding({ action: "warn", confidence: 0.5, fingerprint: "0" }),
      finding({ line: 9, endLine: 9 }),
      finding({ action: "ask" }),
      warning,
    ];
    expect(github(verdict({ findings, unscanned: everything.unscanned }), options)).toBe(
      `::error file=src/config.ts,line=9,endLine=9,col=16,endColumn=56,title=secret/github-token::GitHub access token: ghp_•••• (40 characters). Revoke it, then read it from \`process.env\`. And 2 more here.
::error file=locked,title=not checked::cannot be read: EACCES
::warning file=a|b \`c\` <d>.py,line=3,endLine=3,col=16,endColumn=56,title=secret/assigned-password::Password beside its name: •••• (9 characters). Revoke it, then read it from \`process.env\`.
::warning file=pipe,title=left out::a pipe, a socket or a device
outgate: stopped, 2 findings. ${scope}
`,
    );
  });

  test("a name has no line, and what passes is not said", () => {
    const findings = [
      finding({ document: "./a,b:c%.txt", surface: "file name" }),
      finding({ action: "pass", document: "b.txt" }),
    ];
    expect(github(verdict({ findings }), options)).toMatch(
      /^::error file=a%2Cb%3Ac%25\.txt,title=secret\/github-token::GitHub access token: .*, file name\. .*\noutgate: .*\n$/,
    );
  });

  test("has ten errors and ten warnings, the worst, and says how many documents are beside", () => {
    const many = Array.from({ length: 15 }, (_, index) => [
      finding({ document: `warned/${index}`, action: "warn" }),
      finding({ document: `asked/${index}`, action: "ask" }),
      finding({ document: `stopped/${index}`, severity: index < 5 ? "info" : "error" }),
    ]).flat();
    const lines = github(verdict({ findings: many }), options).split("\n");
    const annotations = lines.filter((line) => line.startsWith("::"));
    expect(annotations.map((line) => line.replace(/::(\w+) file=(\w+)\/.*/, "$1 $2"))).toEqual([
      ...Array.from({ length: 10 }, () => "error stopped"),
      ...Array.from({ length: 10 }, () => "warning warned"),
    ]);
    expect(lines.slice(20)).toEqual([
      "GitHub shows no more than ten annotations of a kind: 25 more documents in the job summary.",
      `outgate: stopped, 30 findings. ${scope}`,
      "",
    ]);
  });
});

describe("the job summary", () => {
  test("has everything, and nothing of it is Markdown or HTML", () => {
    expect(jobSummary(everything, Infinity)).toBe(`
### outgate

outgate: stopped, 3 findings. Scanned 2 documents, 300 B, 4 rules, 1234 ms.

- <code>secret/github-token</code>: Revoke it, then read it from <code>process.env</code>.
- <code>secret/assigned-password</code>: Revoke it, then read it from <code>process.env</code>.

| | place | what | rule |
|---|---|---|---|
| stops | <code>src/config.ts&#58;3&#58;16</code> | GitHub access token: ghp&#95;•••• &#40;40 characters&#41;. | <code>secret/github-token</code> |
| stops | <code>src/config.ts&#58;9&#58;16</code> | GitHub access token: ghp&#95;•••• &#40;40 characters&#41;, base64 in text. | <code>secret/github-token</code> |
| stops | <code>people/&#91;secret 40&#93;.txt</code> | GitHub access token: ghp&#95;•••• &#40;40 characters&#41;, file name. Commit 0123456789ab brings it. | <code>secret/github-token</code> |
| not checked | <code>locked</code> | cannot be read: EACCES |  |
| warns | <code>a&#124;b &#96;c&#96; &#60;d&#62;.py&#58;3&#58;16</code> | Password beside its name: •••• &#40;9 characters&#41;. | <code>secret/assigned-password</code> |
| left out | <code>pipe</code> | a pipe, a socket or a device |  |
| suppressed | <code>src/config.ts&#58;20&#58;16</code> | GitHub access token: an example | <code>secret/github-token</code> |
`);
  });

  test("of a pass is one line", () => {
    expect(jobSummary(pass, Infinity)).toBe(
      "\n### outgate\n\noutgate: passed. Scanned 2 documents, 300 B, 4 rules, 1234 ms.\n",
    );
  });

  test("never takes more room than there is, and counts what it has no room for", () => {
    const findings = Array.from({ length: 50 }, (_, line) => finding({ line, endLine: line }));
    const whole = jobSummary(verdict({ findings }), Infinity);
    fc.assert(
      fc.property(fc.integer({ min: 400, max: 20_000 }), (room) => {
        const text = jobSummary(verdict({ findings }), room);
        expect(Buffer.byteLength(text)).toBeLessThanOrEqual(room);
        const rows = text.match(/^\| stops/gm)?.length ?? 0;
        const [, hidden = "0"] = /\n(\d+) more lines? would not fit\. `--format json` has all\.\n$/.exec(text) ?? [];
        expect(rows + Number(hidden)).toBe(50);
        expect(text === whole).toBe(hidden === "0");
      }),
    );
  });

  test("is appended to the file that GitHub names, and by this format alone", () => {
    const { repository, job } = createJob(12);
    repository.write("../summary.md", "before\n");
    for (const format of ["text", "json", "sarif", "gitlab", "junit"]) job.outgate("staged", "--format", format);
    expect(repository.read("../summary.md")).toBe("before\n");
    const { code, stdout, stderr } = job.outgate("staged", "--format", "github");
    expect({ code, stderr }).toEqual({ code: 1, stderr: "" });
    expect(stdout.match(/^::error /gm)).toHaveLength(10);
    expect(stdout).toContain(
      "\nGitHub shows no more than ten annotations of a kind: 2 more documents in the job summary.\n",
    );
    const summary = repository.read("../summary.md");
    expect(summary).toMatch(/^before\n\n### outgate\n\noutgate: stopped, 12 findings\./);
    expect(summary.match(/^\| stops \|/gm)).toHaveLength(12);
    expect(job.outgate("staged", "--format", "github", "--output", "../report").code).toBe(1);
    expect(repository.read("../summary.md").match(/^### outgate$/gm)).toHaveLength(2);
    expect(repository.with({ GITHUB_STEP_SUMMARY: "" }).outgate("staged", "--format", "github").code).toBe(1);
  });

  test("stays below GitHub's limit, with what is in the file already", () => {
    const { repository, job } = createJob(30);
    const limit = 1024 * 1024;
    repository.write("../summary.md", "x".repeat(limit - 3000));
    expect(job.outgate("staged", "--format", "github")).toMatchObject({ code: 1, stderr: "" });
    const summary = repository.read("../summary.md");
    expect(Buffer.byteLength(summary)).toBeLessThanOrEqual(limit);
    expect(summary).toMatch(/\n\d+ more lines would not fit\. `--format json` has all\.\n$/);
  });

  test.each([
    {
      what: "is full",
      prepare: (place: Place) => place.write("../summary.md", "x".repeat(1024 * 1024)),
      why: "it is full",
    },
    { what: "is a folder", prepare: (place: Place) => place.write("../summary.md/a", ""), why: "EISDIR" },
    { what: "has no folder", prepare: (place: Place) => place.write("../elsewhere.md", ""), why: "ENOENT" },
  ])("that $what is told, lets nothing pass and leaves a block", ({ prepare, why }) => {
    const { repository, job } = createJob(1);
    prepare(repository);
    const where = why === "ENOENT" ? job.with({ GITHUB_STEP_SUMMARY: "missing/summary.md" }) : job;
    const told = `outgate: the job summary could not be written: ${why}.\nLet GITHUB_STEP_SUMMARY name a file that has room, or unset it where no summary is wanted.\n`;
    const blocked = where.outgate("staged", "--format", "github");
    expect(blocked).toMatchObject({ code: 1, stderr: told });
    expect(blocked.stdout).toMatch(/^::error file=0\.txt,/);
    repository.stage("0.txt", "harmless\n");
    expect(where.outgate("staged", "--format", "github")).toMatchObject({ code: 2, stderr: told });
    expect(where.outgate("staged").code).toBe(0);
  });
});

test("what is suppressed is a finding with a reason in the formats that have a place for it", () => {
  const suppressed: Suppressed[] = (["inline", "allow", "baseline"] as const).map((kind) => ({
    ...finding({ fingerprint: kind }),
    kind,
    reason: `because of ${kind}`,
  }));
  const of = { ...pass, suppressed };
  expect(logOf(sarif(of, options)).results.map(({ suppressions }) => suppressions)).toEqual([
    [{ kind: "inSource", status: "accepted", justification: "because of inline" }],
    [{ kind: "external", status: "accepted", justification: "because of allow" }],
    [{ kind: "external", status: "accepted", justification: "because of baseline" }],
  ]);
  expect(gitlab(of, options)).toBe("[]\n");
  expect(attributes(junit(of, options), "//system-out")[0]?.match(/^Suppressed: /gm)).toHaveLength(3);
  for (const format of formats) expect(complaints[format](reporters[format](of, options))).toEqual([]);
});
