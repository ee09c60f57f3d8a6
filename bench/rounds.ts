import { spawnSync } from "node:child_process";
import { cpus } from "node:os";

/** A command to be timed as a whole process. */
export interface Contestant {
  readonly name: string;
  readonly command: readonly [string, ...string[]];
  readonly cwd: string;
  /** Puts things back where they were, outside of what is timed. */
  readonly after?: () => void;
}

/** Wall milliseconds of each contestant, a number for each round. */
export type Times = ReadonlyMap<string, readonly number[]>;

/**
 * Runs the contestants in turn, A B C A B C …, so that a machine that slows down slows all of them.
 * @throws if a command does not end with exit code 0: a check that fails is not the work that is timed.
 */
export function interleave(contestants: readonly Contestant[], rounds: number): Times {
  const times = new Map<string, number[]>(contestants.map(({ name }) => [name, []]));
  for (let round = -1; round < rounds; round++) {
    for (const { name, command, cwd, after } of contestants) {
      const [program, ...args] = command;
      const started = process.hrtime.bigint();
      const { status, stderr } = spawnSync(program, args, { cwd, env: process.env, maxBuffer: Infinity });
      const milliseconds = Number(process.hrtime.bigint() - started) / 1e6;
      if (status !== 0) throw new Error(`${name} ended with ${status}: ${stderr.toString("utf8", 0, 500)}`);
      after?.();
      if (round >= 0) times.get(name)?.push(milliseconds); // the first round warms up
    }
  }
  return times;
}

export function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}

/** Median of each, and its ratio to the base's median. */
export function table(times: Times, base: string): string {
  const unit = median(times.get(base) ?? []);
  const rows = [...times].map(([name, values]) => {
    const middle = median(values);
    return `| ${name} | ${middle.toFixed(1)} | ${(middle / unit).toFixed(2)} |`;
  });
  return [`| | median ms | × ${base} |`, "|---|---|---|", ...rows].join("\n");
}

export function machine(): string {
  const [cpu] = cpus();
  return `${cpus().length} × ${cpu?.model.trim() ?? "unknown"}, Node ${process.versions.node}, ${process.platform}`;
}
