import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { literalsOf, type Trigger } from "../src/model/trigger.ts";
import {
  type Figures,
  inProcess,
  inThreads,
  outgate,
  picture,
  readingAlone,
  report,
  type Row,
  withLiterals,
  withTerms,
} from "./engine-report.ts";
import { type Input, type Inputs, makeInputs, megabyte } from "./inputs.ts";
import { inNode, measure } from "./measure.ts";
import { namesOf } from "./names.ts";
import { isOnPath, scanners, versionOf } from "./scanners.ts";

const root = join(import.meta.dirname, "..");
const program = join(root, "dist/outgate.cjs");

/** Where nothing is said of threads, more cores make more of them. */
const alone = ["--threads", "1"];

/** From so many rounds on, the picture is drawn anew. */
const enough = 7;

/**
 * The engine beside other programs, on the same bytes: time, rate, memory, and which targets are reached. Prints Markdown for
 * docs/BENCHMARKS.md and draws docs/speed.svg.
 * @param large whether files of a gigabyte and more are read as well
 */
export function engineBench(rounds: number, large: boolean): void {
  const work = mkdtempSync(join(tmpdir(), "outgate-bench-"));
  try {
    const inputs = makeInputs(large, tell);
    const rules = builtInRules();
    const results = measure(rowsOf(inputs, rules, work), rounds, tell);
    const literals = literalsBench(inputs.source, rounds);
    const figures: Figures = { inputs, rounds, detectors: rules.length, results, literals };
    console.log(report(figures));
    if (rounds >= enough) writeFileSync(join(root, "docs/speed.svg"), picture(figures));
    else tell(`docs/speed.svg is left as it is: it is drawn from ${enough} rounds on`);
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

/** What is needed of what `outgate rules --format json` prints of a rule. */
interface Rule {
  readonly trigger: Trigger;
}

function builtInRules(): readonly Rule[] {
  const said = execFileSync(process.execPath, [program, "rules", "--format", "json"], { encoding: "utf8" });
  const rules = JSON.parse(said) as readonly (Rule | { readonly trigger: "deny list" })[];
  return rules.filter((rule): rule is Rule => rule.trigger !== "deny list");
}

function tell(text: string): void {
  console.error(`engine: ${text}`);
}

function rowsOf(inputs: Inputs, rules: readonly Rule[], work: string): Row[] {
  const { tree, source, minified, html, htmlBytes, log, part, sizes, start } = inputs;
  const rg = isOnPath("rg") ? ripgrep(rules, work) : () => [];
  return [
    ...(tree === undefined ? [] : [shared(tree)]),
    ...[...(tree === undefined ? [] : [tree]), source, minified, htmlBytes, html, log].flatMap((input) => [
      gate(input),
      ...rg(input),
    ]),
    ...[source, htmlBytes, html].map((input) => denying(input, work)),
    gate(part),
    ...secretlint(part, work),
    ...others(part),
    gate(start, 5),
    ...sizes.map((input) => gate(input, input.bytes < 20 * megabyte ? 5 : 1)),
  ];
}

/** With a list of invented names, none of which stands there. */
function denying(input: Input, work: string): Row {
  const list = join(work, "terms");
  writeFileSync(
    list,
    namesOf(1000)
      .map(({ text }) => `person: ${text}\n`)
      .join(""),
    { mode: 0o600 },
  );
  return { ...gate(input), program: withTerms, command: [...inNode, program, "files", ...alone, "--denylist", list] };
}

function gate(input: Input, times = 1): Row {
  return {
    program: outgate,
    input,
    command: [...inNode, program, "files", ...alone],
    times,
    flaw: () => unreadOf(input),
  };
}

function shared(input: Input): Row {
  return { ...gate(input), program: inThreads, command: [...inNode, program, "files", "--threads", "2"] };
}

/** What is needed of dist/verdict.schema.json. */
interface Verdict {
  readonly complete: boolean;
  readonly scanned: { readonly bytes: number };
  readonly unscanned: readonly { readonly kind: string; readonly reason: string }[];
}

/** A fast run that has not read everything would be no figure: exit code 1 tells of findings and hides what could not be read. */
function unreadOf({ folder, bytes }: Input): string | undefined {
  const { status, stdout, stderr } = spawnSync(process.execPath, [program, "files", "--format", "json"], {
    cwd: folder,
    encoding: "utf8",
    maxBuffer: Infinity,
  });
  if (stdout === "") return `exit ${status ?? "by a signal"}: ${stderr.trim().split("\n", 1)[0]}`;
  const { complete, scanned, unscanned } = JSON.parse(stdout) as Verdict;
  if (complete && scanned.bytes >= bytes) return undefined;
  const first = unscanned.find(({ kind }) => kind === "failed");
  return `exit ${status}: ${first?.reason ?? `it read ${scanned.bytes} of ${bytes} bytes`}`;
}

/** Searches for what outgate's prefilter searches for, and for something that is nowhere, so that it has nothing to do but read. */
function ripgrep(rules: readonly Rule[], work: string): (input: Input) => Row[] {
  const literals = join(work, "literals");
  const texts = new Set(rules.flatMap(({ trigger }) => literalsOf(trigger).flatMap((group) => group.literals)));
  writeFileSync(literals, `${[...texts].join("\n")}\n`);
  const command = ["rg", "--no-config", "--no-ignore", "--hidden", "-j1", "-F"] as const;
  return (input) => [
    { program: withLiterals, input, command: [...command, "-f", literals, "."] },
    { program: readingAlone, input, command: [...command, "a literal that is in no file of them", "."] },
  ];
}

function secretlint(input: Input, work: string): Row[] {
  const script = join(root, "bench/secretlint.ts");
  const core: Row[] = [
    { program: inProcess, input, command: [...inNode, script] },
    { program: `${inProcess}, no profiler`, input, command: [...inNode, script, "--no-profiler"] },
  ];
  if (!isOnPath("secretlint")) return core;
  const config = join(work, "secretlint.json");
  const preset = join(root, "node_modules/@secretlint/secretlint-rule-preset-recommend");
  writeFileSync(config, JSON.stringify({ rules: [{ id: preset }] }));
  const command = ["secretlint", "--secretlintrc", config, "**/*"] as const;
  return [...core, { program: "secretlint's command line", input, command }];
}

function others(input: Input): Row[] {
  return scanners
    .filter(({ name }) => isOnPath(name))
    .map(({ name, version, command, ended = [0, 1] }) => {
      return { program: `\`${name}\` ${versionOf(name, version)}`, input, command, ended };
    });
}

/**
 * Milliseconds of the prefilter alone over the source, for growing numbers of literals: each run in a process of its own.
 * This and literals.ts are all that knows the engine from inside.
 */
function literalsBench({ folder }: Input, rounds: number): ReadonlyMap<number, readonly number[]> {
  const times = new Map<number, number[]>([100, 500, 1000, 2000].map((count) => [count, []]));
  tell("the prefilter alone, by the number of literals");
  for (let round = 0; round < rounds; round++) {
    for (const [count, taken] of times) {
      const command = [join(root, "bench/literals.ts"), join(folder, "source.txt"), String(count)];
      taken.push(Number(execFileSync(process.execPath, command, { encoding: "utf8" })));
    }
  }
  return times;
}
