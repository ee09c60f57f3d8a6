import { mkdirSync } from "node:fs";
import { join } from "node:path";
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { formats } from "../src/cli/flags.ts";
import { told } from "../src/cli/tell-error.ts";
import { fill } from "../src/detectors/template.ts";
import { resolve } from "../src/findings/resolve.ts";
import { createGate } from "../src/gate.ts";
import { type Allow, detectors, type Document, GateError, github, scan, scrub, type Verdict } from "../src/index.ts";
import { search } from "../src/search/search.ts";
import { everyReport, reporters } from "./every-report.ts";
import { createRepository, type Place, type Run } from "./repository.ts";

const gate = createGate();

/** A text that holds secrets, and what must not be seen of them. */
interface Planted {
  readonly text: string;
  /** Where the secrets stand in the text. */
  readonly secrets: readonly { readonly start: number; readonly end: number }[];
  /** Eight characters each. What stands in every text of this kind, or beside the secrets, tells nothing. */
  readonly telling: ReadonlySet<string>;
}

const marked = detectors.flatMap(({ examples }) => examples.filter((example) => example.includes("«")));

/** Any example of any detector with new values, as it is or in base64. */
const planted = fc
  .record({ template: fc.constantFrom(...marked), seed: fc.nat(), encoded: fc.boolean() })
  .map(({ template, seed, encoded }) => {
    const plant = encoded ? inBase64 : (plain: Planted) => plain;
    const [one, other] = [plant(plantOf(template, seed)), plant(plantOf(template, seed + 1))];
    return { ...one, telling: without(one.telling, gramsOf(other.text)) };
  });

function plantOf(template: string, seed: number): Planted {
  const pieces = fill(template, seed).split(/[«»]/);
  const secrets: { start: number; end: number }[] = [];
  let plain = "";
  for (const [index, piece] of pieces.entries()) {
    if (index % 2 === 1) secrets.push({ start: plain.length, end: plain.length + piece.length });
    plain += piece;
  }
  return withTelling(plain, secrets);
}

/** Three bytes are four characters; those that hold bits of something else as well are not counted. */
function inBase64({ text: plain, secrets }: Planted): Planted {
  const offset = (index: number): number => (Buffer.byteLength(plain.slice(0, index)) * 4) / 3;
  const places = secrets.map(({ start, end }) => ({ start: Math.ceil(offset(start)), end: Math.floor(offset(end)) }));
  return withTelling(Buffer.from(plain).toString("base64"), places);
}

function withTelling(plain: string, secrets: Planted["secrets"]): Planted {
  const inside = secrets.map(({ start, end }) => gramsOf(plain.slice(start, end)));
  const beside = secrets.map(({ start }, index) => gramsOf(plain.slice(secrets[index - 1]?.end ?? 0, start)));
  const rest = gramsOf(plain.slice(secrets.at(-1)?.end ?? 0));
  return { text: plain, secrets, telling: without(new Set(inside.flatMap((grams) => [...grams])), ...beside, rest) };
}

function without(grams: ReadonlySet<string>, ...others: readonly ReadonlySet<string>[]): Set<string> {
  return new Set([...grams].filter((gram) => !others.some((other) => other.has(gram))));
}

function gramsOf(whole: string): Set<string> {
  return new Set(Array.from({ length: Math.max(0, whole.length - 7) }, (_, at) => whole.slice(at, at + 8)));
}

function expectNothingOf({ telling }: Pick<Planted, "telling">, output: string): void {
  expect([...gramsOf(output)].filter((gram) => telling.has(gram))).toEqual([]);
}

async function verdictOf(...items: readonly Document[]): Promise<Verdict> {
  return scan({ boundary: "commit", target: null, items }, gate);
}

function fileOf(contents: string, name = "a.txt"): Document {
  return { kind: "document", name: Buffer.from(name), nameLeaves: true, bytes: Buffer.from(contents) };
}

/** With all suppressions listed and named as new. */
async function suppressedBy(allow: readonly Allow[], ...items: readonly Document[]): Promise<Verdict> {
  const entries = allow.map((entry) => ({ ...entry, isNew: true }));
  const open = async () => ({
    allow: entries,
    isWhole: true,
    brought: "allow" as const,
    pathOf: (name: string) => name,
  });
  return scan({ boundary: "commit", target: null, items }, createGate({ suppressions: { isAsked: true, open } }));
}

/** Whether the gate finds all of the secrets where they stand in a text; where it does not, it may show them. */
async function isFound({ text: plain, secrets }: Planted, part: "name" | "contents"): Promise<boolean> {
  const bytes = Buffer.from(plain);
  const name = part === "name" ? bytes : Buffer.alloc(0);
  const { candidates } = await search(
    { kind: "document", name, nameLeaves: part === "name", bytes: part === "name" ? Buffer.alloc(0) : bytes },
    gate,
  );
  const found = resolve(candidates);
  const at = (index: number) => Buffer.byteLength(plain.slice(0, index));
  return secrets.every(({ start, end }) => found.some(({ range }) => range.start <= at(start) && at(end) <= range.end));
}

describe("no report shows any eight characters of a secret", () => {
  test("in contents", async () => {
    let blocked = 0;
    await fc.assert(
      fc.asyncProperty(planted, async (plant) => {
        const verdict = await verdictOf({
          kind: "document",
          name: Buffer.from("a.txt"),
          nameLeaves: true,
          bytes: Buffer.from(plant.text),
        });
        blocked += verdict.verdict === "block" ? 1 : 0;
        expectNothingOf(plant, everyReport(verdict));
      }),
      { numRuns: 400 },
    );
    expect(blocked).toBeGreaterThan(200);
  });

  test("in a name, whether the document was read, left out or could not be read", async () => {
    let runs = 0;
    await fc.assert(
      fc.asyncProperty(planted, fc.constantFrom("document", "skipped", "failed"), async (plant, kind) => {
        if (!(await isFound(plant, "name"))) return;
        runs++;
        const common = { name: Buffer.from(plant.text), nameLeaves: true };
        const bytes = Buffer.from(plant.text);
        const item =
          kind === "document" ? { kind, ...common, bytes } : { kind, ...common, reason: "cannot be read: EACCES" };
        expectNothingOf(plant, everyReport(await scan({ boundary: "files", target: null, items: [item] }, gate)));
      }),
      { numRuns: 400 },
    );
    expect(runs).toBeGreaterThan(200);
  });

  test("in a reason, of a comment or of an entry, or in an entry's path", async () => {
    let suppressed = 0;
    await fc.assert(
      fc.asyncProperty(planted, async (plant) => {
        if (!(await isFound(plant, "contents"))) return;
        const { text: plain } = plant;
        const rules = [...new Set((await verdictOf(fileOf(plain))).findings.map(({ ruleId }) => ruleId))];
        const entries = rules.flatMap((rule) => [
          { rule, path: "*.txt", reason: `as in ${plain}` },
          { rule, path: plain, reason: "x" },
        ]);
        const onOneLine = plain.replaceAll(/[\r\n]+/g, " ");
        const commented = `/* outgate-ignore-next-line: ${rules.join(", ")} -- as in ${onOneLine} */\n${plain}`;
        for (const [contents, allow] of [
          [plain, entries],
          [commented, []],
          [commented, entries],
        ] as const) {
          const verdict = await suppressedBy(allow, fileOf(contents));
          suppressed += verdict.suppressed.length;
          expectNothingOf(plant, everyReport(verdict));
        }
      }),
      { numRuns: 300 },
    );
    expect(suppressed).toBeGreaterThan(200);
  });

  test("in an error's text", async () => {
    let runs = 0;
    await fc.assert(
      fc.asyncProperty(planted, async (plant) => {
        if (!(await isFound(plant, "contents"))) return;
        runs++;
        expectNothingOf(plant, await scrub(plant.text, gate));
        expectNothingOf(plant, await told(new GateError(plant.text, "Do something.")));
        expectNothingOf(plant, await told(new GateError("something is wrong", plant.text)));
        expectNothingOf(plant, await told(new Error(plant.text, { cause: new Error(plant.text) })));
        expectNothingOf(plant, await told(plant.text));
      }),
      { numRuns: 200 },
    );
    expect(runs).toBeGreaterThan(100);
  });
});

test("what is let through changes nothing for what is not", async () => {
  let suppressed = 0;
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.record({ plant: planted, name: fc.constantFrom(".env", "a.txt", "id_rsa") }), { maxLength: 4 }),
      fc.nat(),
      async (files, choice) => {
        const documents = files.map(({ plant, name }, index) => fileOf(plant.text, `${index}/${name}`));
        const { findings } = await verdictOf(...documents);
        const rules = findings.map(({ ruleId }) => ruleId);
        const rule = rules[choice % Math.max(1, rules.length)] ?? "secret/github-token";
        const verdict = await suppressedBy([{ rule, path: "**", reason: "x" }], ...documents);
        suppressed += verdict.suppressed.length;
        expect(verdict.findings).toEqual(findings.filter(({ ruleId }) => ruleId !== rule));
        expect(verdict.suppressed).toEqual(
          findings
            .filter(({ ruleId }) => ruleId === rule)
            .map((finding) => ({ ...finding, kind: "allow", reason: "x" })),
        );
      },
    ),
    { numRuns: 150 },
  );
  expect(suppressed).toBeGreaterThan(50);
});

describe("no word of the program shows any eight characters of a secret", () => {
  /** Tokens that can stand in names of files and branches. */
  const templates = ["ghp_{base62:30}{crc32}", "glpat-{base64url:20}", "xoxb-{digits:12}-{digits:13}-{base62:24}"];
  const kinds = templates.flatMap((template, seed) => {
    const secret = fill(template, seed);
    const encoded = Buffer.from(`token: ${secret}\n`).toString("base64url");
    return [
      { kind: template, token: secret, secret },
      { kind: `${template} in base64`, token: encoded, secret },
    ];
  });

  test.each(kinds)("$kind: contents, names, author, branch, message, config", ({ token, secret }) => {
    const repository = createRepository("--initial-branch", `fix/${token}`);
    repository.write(`${token}/in/${token}.txt`, `a ${token} b\n`);
    repository.write("message", `fix: ${token}\n`);
    repository.git("config", "user.name", token);
    repository.git("add", "--all");
    const checks = [["staged"], ["staged", "--message", "message"], ["commit-msg", "message"], ["files"]];
    const inJob = repository.with({ GITHUB_STEP_SUMMARY: join(repository.path, "../summary.md") });
    const runs = formats.flatMap((format) => checks.map((check) => inJob.outgate(...check, "--format", format)));
    expect(runs.map(({ code }) => code)).toEqual(runs.map(() => 1));
    repository.outgate("staged", "--format", "json", "--output", "../report.json");
    const written = ["../report.json", "../summary.md"].map((name) => repository.read(name)).join("");
    expectSilence({ token, secret }, [...runs, { code: 1, stdout: written, stderr: "" }]);
  });

  test.each(kinds)("$kind: flags, paths and values in errors", ({ token, secret }) => {
    const repository = createRepository();
    repository.stage("a.txt", "harmless\n");
    repository.write(token, "");
    const wrong = (config: string): Run => {
      repository.stage("outgate.config.json", config);
      return repository.outgate("staged");
    };
    const runs = [
      repository.outgate(token),
      repository.outgate(`--${token}`),
      repository.outgate("staged", token),
      repository.outgate("staged", `--${token}`),
      repository.outgate("staged", `--token=${token}`),
      repository.outgate("staged", "--format", token),
      repository.outgate("staged", "--audience", token),
      repository.outgate("staged", "--config", `${token}.json`),
      repository.outgate("staged", "--config", `/${token}/${token}`),
      repository.outgate("staged", "--config", `../${token}.json`),
      repository.outgate("staged", "--output", `${token}/${token}`),
      repository.outgate("staged", "--message", token.repeat(2)),
      repository.outgate("commit-msg", `missing-${token}`),
      repository.outgate("files", `missing/${token}`),
      repository.outgate("files", "--config", token),
      repository.outgate("files", `${token}/x`),
      repository.outgate("explain", token),
      repository.outgate("rules", "--format", token),
      repository.outgate("init", `--${token}`),
      wrong(`{ "${token}": 1 }`),
      wrong(`{ "audience": "${token}" }`),
      wrong(`{ "actions": { "${token}": "pass" } }`),
      wrong(`{ "actions": { "secret/${token}": "pass" } }`),
      wrong(`{ "actions": { "secret": { "${token}": "pass" } } }`),
      wrong(token),
      wrong(`{ "strict": ${token} }`),
    ];
    expect(runs.map(({ code }) => code)).toEqual(runs.map(() => 2));
    expect(runs.map(({ stderr }) => stderr === "")).toEqual(runs.map(() => false));
    expectSilence({ token, secret }, runs);
  });

  test.each(kinds)("$kind: a repository of that name, and what cannot be read in it", ({ token, secret }) => {
    const outside = createRepository();
    mkdirSync(join(outside.path, token));
    const inside: Place = outside.from(token);
    inside.git("init", "-q");
    inside.write(`${token}-cut.txt`, "harmless\n");
    inside.git("add", "--all");
    const id = inside.git("rev-parse", `:${token}-cut.txt`);
    inside.run("mkfifo", `${token}-pipe`);
    inside.git("init", "-q", `${token}-nested`);
    inside.run("chmod", "u+w", `.git/objects/${id.slice(0, 2)}/${id.slice(2)}`);
    inside.write(`.git/objects/${id.slice(0, 2)}/${id.slice(2)}`, "damaged");
    const runs = formats.flatMap((format) => [
      inside.outgate("staged", "--format", format),
      inside.with({ GIT_DIR: join(inside.path, ".git") }).outgate("staged", "--format", format),
      inside.outgate("files", `${token}-pipe`, "--format", format),
      outside.outgate("files", token, "--format", format),
    ]);
    inside.write(".git/index", "damaged");
    inside.write("outgate.config.json", "{");
    runs.push(
      inside.outgate("staged"),
      inside.outgate("files"),
      inside.with({ GIT_DIR: `/${token}` }).outgate("staged"),
    );
    expect(runs.map(({ code }) => code === 0)).toEqual(runs.map(() => false));
    expectSilence({ token, secret }, runs);
  });
});

describe("nothing that a terminal obeys reaches it", () => {
  /** Control characters but the line break, and characters of no width that change the direction or the look of others. */
  const obeyed = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u;

  test.each([
    ["\x1b[2J\x1b]0;title\x07", "\\x1b[2J\\x1b]0;title\\x07"],
    ["\r\noutgate: passed.", "\\x0d\\noutgate: passed."],
    ["\b\b\b\v\f\t\x7f", "\\x08\\x08\\x08\\x0b\\x0c\\t\\x7f"],
    ["\u009b31m\u0085", "\\x9b31m\\x85"],
    ["txt.\u202egpj\u2066\u2069\u200f", "txt.\\u{202e}gpj\\u{2066}\\u{2069}\\u{200f}"],
    ["zero\u200bwidth\u{e0041}\ufeff", "zero\\u{200b}width\\u{e0041}\\u{feff}"],
    ["two\u2028lines\u2029", "two\\u{2028}lines\\u{2029}"],
  ])("%j is shown as %s", async (name, shown) => {
    const bytes = Buffer.from(fill("ghp_{base62:30}{crc32}"));
    const verdict = await verdictOf({ kind: "document", name: Buffer.from(name), nameLeaves: true, bytes });
    expect(verdict.findings.map(({ document }) => document)).toEqual([shown]);
    expect(await told(new GateError(name, "Do something."))).toBe(`outgate: ${shown}.\nDo something.\n`);
  });

  test("whatever bytes a name has, no line of a report is its own", async () => {
    const bytes = Buffer.from(fill("ghp_{base62:30}{crc32}"));
    const name = fc.oneof(
      fc.uint8Array({ minLength: 1, maxLength: 40 }),
      fc.string({ unit: "binary", minLength: 1, maxLength: 40 }),
    );
    await fc.assert(
      fc.asyncProperty(name, async (raw) => {
        const common = { name: Buffer.from(raw), nameLeaves: true };
        const items = [
          { kind: "document", ...common, bytes } as const,
          { kind: "failed", ...common, reason: "cannot be read: EIO" } as const,
        ];
        const verdict = await scan({ boundary: "files", target: null, items }, gate);
        const options = { color: false, quiet: false, advice: [] };
        for (const reporter of reporters) {
          for (const line of reporter(verdict, options).split("\n")) expect(line).not.toMatch(obeyed);
        }
        expect(github(verdict, options)).toMatch(/^::error .*\noutgate: .*\n$/);
      }),
      { numRuns: 300 },
    );
  });

  test("the program escapes names, flags and git's own words", () => {
    const repository = createRepository();
    const odd = "a\x1b[31m\r\n\u202eb";
    repository.stage(odd, fill("ghp_{base62:30}{crc32}"));
    const runs = [
      repository.outgate("staged"),
      repository.outgate("files"),
      repository.outgate("staged", "--config", odd),
      repository.outgate("files", "--config", `missing${odd}`),
      repository.outgate("staged", `--${odd}`),
      repository.outgate("staged", odd),
      repository.with({ GIT_DIR: `/missing${odd}` }).outgate("staged"),
    ];
    expect(runs.map(({ code }) => code)).toEqual([1, 1, 2, 2, 2, 2, 2]);
    for (const { stdout, stderr } of runs) {
      for (const line of (stdout + stderr).split("\n")) expect(line).not.toMatch(obeyed);
    }
  });
});

function expectSilence({ token, secret }: { token: string; secret: string }, runs: readonly Run[]): void {
  const output = runs.map(({ stdout, stderr }) => stdout + stderr).join("\n");
  const telling = new Set(
    [secret.replace(/^[a-z]{3,6}[-_]/, ""), token === secret ? "" : token.slice(12, -6)].flatMap((part) => [
      ...gramsOf(part),
    ]),
  );
  expectNothingOf({ telling }, output);
}
