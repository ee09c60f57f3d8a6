import { spawnSync } from "node:child_process";
import { join } from "node:path";

/** A program and what it reads; the command is run in the input's folder, its output thrown away. */
export interface Entrant {
  readonly program: string;
  readonly input: { readonly name: string; readonly folder: string };
  readonly command: readonly [string, ...string[]];
  /** Exit codes of a program that did its work, with findings or without; 0 and 1 where it is missing. */
  readonly ended?: readonly number[];
  /** How often it runs in each round; what takes milliseconds needs more runs for a steady median. */
  readonly times?: number;
  /** Asked once, before the rounds: says why a run would not be the work that is to be timed. */
  readonly flaw?: () => string | undefined;
}

/** What was measured of an entrant, a number for each run. A failed one has no times: a check that failed is not the work. */
export type Measured =
  | { readonly kind: "times"; readonly runs: readonly Run[] }
  | { readonly kind: "failed"; readonly reason: string };

interface Run {
  /** From start to end, in milliseconds. */
  readonly wall: number;
  /** User and system time together, in milliseconds. */
  readonly cpu: number;
  /** The peak of resident memory in bytes, of programs that `inNode` starts. */
  readonly peak: number | undefined;
}

/** The start of a command that runs a script in Node and tells how much memory it took. */
export const inNode: readonly [string, ...string[]] = [
  process.execPath,
  "--require",
  join(import.meta.dirname, "peak.cjs"),
];

/**
 * Runs all in turn, A B C A B C …, after a first round that warms up. Whoever fails is left out from there on.
 * @param tell hears what is being run
 */
export function measure<E extends Entrant>(
  entrants: readonly E[],
  rounds: number,
  tell: (text: string) => void,
): ReadonlyMap<E, Measured> {
  const runs = new Map<E, Run[]>(entrants.map((entrant) => [entrant, []]));
  const failures = new Map<E, string>();
  for (let round = 0; round <= rounds; round++) {
    tell(round === 0 ? "warming up" : `round ${round} of ${rounds}`);
    for (const entrant of entrants) {
      for (let time = 0; time < (round === 0 ? 1 : (entrant.times ?? 1)); time++) {
        if (failures.has(entrant)) continue;
        const run = (round === 0 ? entrant.flaw?.() : undefined) ?? runOf(entrant);
        if (typeof run !== "string") {
          if (round > 0) runs.get(entrant)?.push(run);
          continue;
        }
        failures.set(entrant, run);
        tell(`${entrant.program} failed on ${entrant.input.name}: ${run}`);
      }
    }
  }
  return new Map([...runs].map(([entrant, taken]) => [entrant, measured(taken, failures.get(entrant))]));
}

function measured(runs: readonly Run[], reason: string | undefined): Measured {
  return reason === undefined ? { kind: "times", runs } : { kind: "failed", reason };
}

/**
 * Bash takes the times, of the command alone: real, user and system, in seconds. It also is a small parent: the peak of a process
 * counts from its parent's size on. Descriptor 3 is for peak.cjs, 4 for what the command says when it fails.
 */
const timed = 'TIMEFORMAT="%R %U %S"; time "$@" 2>&4';

/** A run, or why there is none. */
function runOf({ command, input, ended = [0, 1] }: Entrant): Run | string {
  const { status, output, error } = spawnSync("bash", ["-c", timed, "bash", ...command], {
    cwd: input.folder,
    env: { ...process.env, LC_ALL: "C" }, // a point in the numbers
    stdio: ["ignore", "ignore", "pipe", "pipe", "pipe"],
    encoding: "utf8",
    maxBuffer: Infinity,
  });
  if (error !== undefined) return `bash could not run it: ${error.message}`;
  const [, , times = "", peak = "", said = ""] = output.map((text) => text ?? "");
  if (status === null || !ended.includes(status)) return `exit ${status ?? "by a signal"}: ${firstLine(said)}`;
  const [real, user, system] = times.trim().split(" ").map(Number);
  if (real === undefined || user === undefined || system === undefined)
    return `bash gave no times: ${firstLine(times)}`;
  return { wall: 1000 * real, cpu: 1000 * (user + system), peak: peak === "" ? undefined : 1024 * Number(peak) };
}

function firstLine(text: string): string {
  return text.trim().split("\n", 1)[0] || "it said nothing";
}
