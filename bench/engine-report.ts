import { type Input, type Inputs, megabyte } from "./inputs.ts";
import type { Entrant, Measured } from "./measure.ts";
import { type Group, plot } from "./plot.ts";
import { machine, median } from "./rounds.ts";
import { isOnPath, scanners, versionOf } from "./scanners.ts";

export const outgate = "`outgate files`";
export const withTerms = "`outgate files` with 1,000 denied names";
export const inThreads = "`outgate files --threads 2`";
export const withLiterals = "`rg -j1 -F -f` with outgate's literals";
export const readingAlone = "`rg -j1 -F`, one absent literal";
export const inProcess = "`@secretlint/core`, in process";

export interface Row extends Entrant {
  readonly input: Input;
}

/** All that a run of the bench has measured. */
export interface Figures {
  readonly inputs: Inputs;
  readonly rounds: number;
  /** How many are on. */
  readonly detectors: number;
  readonly results: ReadonlyMap<Row, Measured>;
  /** By the number of literals: the milliseconds of the prefilter alone over the source. */
  readonly literals: ReadonlyMap<number, readonly number[]>;
}

/** Tables in Markdown: the inputs, the programs on them, the prefilter by its number of literals, the targets. */
export function report(figures: Figures): string {
  const { inputs, rounds, detectors, results, literals } = figures;
  const { tree, source } = inputs;
  const absent = ["rg", "secretlint", ...scanners.map(({ name }) => name)].filter((name) => !isOnPath(name));
  return [
    `${machine()}${ripgrep()}; all ${detectors} detectors on; medians of ${rounds} interleaved rounds. MB are millions of bytes.`,
    ...table("| input | what it is | files | MB |", all(inputs).map(inputLine)),
    ...(tree === undefined ? ["", "There is no tree: its packages could not be installed."] : []),
    ...table(
      "| input | program | wall ms | user+sys ms | MB/s | peak MB |",
      [...results].map(([row, measured]) => resultLine(row, measured)),
    ),
    ...(absent.length === 0 ? [] : ["", `Not found on PATH, so not measured: ${absent.join(", ")}.`]),
    ...table(
      "| the prefilter alone, source in memory | ms | MB/s |",
      [...literals].map(([count, times]) => {
        const middle = median(times);
        return `| ${count.toLocaleString("en")} literals | ${middle.toFixed(0)} | ${rate(source, middle)} |`;
      }),
    ),
    ...table("| target | to be reached | measured | |", targets(figures)),
  ].join("\n");
}

function ripgrep(): string {
  return isOnPath("rg") ? `, ripgrep ${versionOf("rg", ["--version"])}` : "";
}

function all({ tree, source, minified, html, htmlBytes, log, part, start, sizes }: Inputs): Input[] {
  return [...(tree === undefined ? [] : [tree]), source, minified, htmlBytes, html, log, part, start, ...sizes];
}

function table(head: string, lines: readonly string[]): string[] {
  return ["", head, head.replaceAll(/[^|]+/g, "---"), ...lines];
}

function inputLine({ name, about, files, bytes }: Input): string {
  return `| ${name} | ${about} | ${files.toLocaleString("en")} | ${(bytes / megabyte).toFixed(1)} |`;
}

function resultLine({ input, program }: Row, measured: Measured): string {
  if (measured.kind === "failed") return `| ${input.name} | ${program} | failed: ${measured.reason} | | | |`;
  const [wall, peak] = [wallOf(measured), peakOf(measured)];
  const memory = Number.isNaN(peak) ? "–" : (peak / megabyte).toFixed(0);
  return `| ${input.name} | ${program} | ${wall.toFixed(0)} | ${cpuOf(measured).toFixed(0)} | ${rate(input, wall)} | ${memory} |`;
}

/** Megabytes a second, of inputs that are large enough to have a rate. Times in whole milliseconds give no more than three digits. */
function rate({ bytes }: Input, milliseconds: number): string {
  if (bytes < megabyte) return "–";
  return rateOf(bytes, milliseconds).toLocaleString("en", { maximumSignificantDigits: 3 });
}

function rateOf(bytes: number, milliseconds: number): number {
  return bytes / megabyte / (milliseconds / 1000);
}

// Of what failed or did not run, every figure is NaN.

function wallOf(measured: Measured | undefined): number {
  return measured?.kind === "times" ? median(measured.runs.map(({ wall }) => wall)) : Number.NaN;
}

function cpuOf(measured: Measured | undefined): number {
  return measured?.kind === "times" ? median(measured.runs.map(({ cpu }) => cpu)) : Number.NaN;
}

/** The highest of all runs, in bytes. */
function peakOf(measured: Measured | undefined): number {
  return measured?.kind === "times" ? Math.max(...measured.runs.map(({ peak = Number.NaN }) => peak)) : Number.NaN;
}

/** A line for each of the targets that the engine was built for. */
function targets({ inputs, results, literals }: Figures): string[] {
  const { tree, source, htmlBytes, part, sizes, start } = inputs;
  const of = (input: Input | undefined, program = outgate): Measured | undefined =>
    [...results].find(([row]) => row.input === input && row.program === program)?.[1];
  const started = wallOf(of(start));
  const speed = (input: Input, program = outgate): number => rateOf(input.bytes, wallOf(of(input, program)) - started);
  const peaks = [...results.keys()]
    .filter(({ program }) => program === outgate)
    .map(({ input }) => peakOf(of(input)) / megabyte);
  const steps = sizes.slice(1).map((large, index) => ({ small: sizes[index] ?? large, large }));
  // What each byte costs that the larger file has more: what a run loads once, whatever the size, is not in it.
  const costs = steps.map(({ small, large }) => (wallOf(of(large)) - wallOf(of(small))) / (large.bytes - small.bytes));
  const counts = [...literals.keys()].map((count) => count.toLocaleString("en"));
  const alone = `MB/s without the ${started.toFixed(0)} ms of a start`;
  return [
    target("tree: wall time × `rg -j1 -F -f`", "≤", 1, [wallOf(of(tree)) / wallOf(of(tree, withLiterals))]),
    target("tree: user+sys × `rg -j1 -F -f`", "≤", 1, [cpuOf(of(tree)) / cpuOf(of(tree, withLiterals))]),
    target(`source: ${alone}`, "≥", 500, [speed(source)]),
    target(`HTML as bytes: ${alone}`, "≥", 500, [speed(htmlBytes)]),
    target(`source, 1,000 names: ${alone}`, "≥", 200, [speed(source, withTerms)]),
    target(`HTML as bytes, 1,000 names: ${alone}`, "≥", 200, [speed(htmlBytes, withTerms)]),
    target("part: times as fast as `@secretlint/core`", "≥", 20, [wallOf(of(part, inProcess)) / wallOf(of(part))]),
    target("peak memory on any input, MB", "≤", 150, peaks),
    target(
      `cost of a further byte, ${sizes[0]?.name} to ${sizes.at(-1)?.name}: most by least`,
      "≤",
      1.5,
      byLeast(costs),
    ),
    target(
      `cost of a byte, ${counts[0]} to ${counts.at(-1)} literals: most by least`,
      "≤",
      1.5,
      byLeast([...literals.values()].map(median)),
    ),
  ];
}

function byLeast(costs: readonly number[]): number[] {
  const least = Math.min(...costs.filter(isMeasured));
  return costs.map((cost) => cost / least);
}

function isMeasured(value: number): boolean {
  return !Number.isNaN(value);
}

/** All values have to keep to the limit. One that could not be measured lets a target be missed, and not be reached. */
function target(what: string, sign: "≤" | "≥", limit: number, values: readonly number[]): string {
  const known = values.filter(isMeasured);
  if (known.length === 0) return `| ${what} | ${sign} ${limit} | – | not measured |`;
  const worst = sign === "≤" ? Math.max(...known) : Math.min(...known);
  const holds = sign === "≤" ? worst <= limit : worst >= limit;
  const reached = known.length === values.length ? "reached" : "reached where it ran, but not everywhere did it run";
  return `| ${what} | ${sign} ${limit} | ${worst.toFixed(worst < 20 ? 2 : 0)} | ${holds ? reached : "missed"} |`;
}

/** docs/speed.svg: for each input the rates of the programs that read it. */
export function picture({ inputs, rounds, detectors, results }: Figures): string {
  const { tree, source, minified, html, htmlBytes, log, part } = inputs;
  const groups = [...(tree === undefined ? [] : [tree]), source, minified, htmlBytes, html, log, part].map(
    (input): Group => ({
      title: `${input.name}: ${(input.bytes / megabyte).toFixed(0)} MB, ${filesOf(input)}`,
      bars: [...results]
        .filter(([row, { kind }]) => row.input === input && kind === "times")
        .map(([{ program }, measured]) => ({
          label: program.replaceAll("`", ""),
          value: rateOf(input.bytes, wallOf(measured)),
          own: program === outgate,
        })),
    }),
  );
  return plot("How fast files are searched, in MB/s: more is better", groups, [
    `Whole processes, start included; all ${detectors} detectors on; medians of ${rounds} interleaved rounds.`,
    `${machine()}${ripgrep()}. The axis is logarithmic: each line is ten times the one before.`,
  ]);
}

function filesOf({ files }: Input): string {
  return files === 1 ? "one file" : `${files.toLocaleString("en")} files`;
}
