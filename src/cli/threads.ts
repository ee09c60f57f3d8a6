import { availableParallelism } from "node:os";
import { join } from "node:path";
import type { Gate } from "../gate.ts";
import type { Ahead } from "../model/ahead.ts";
import { type CheckFlags, numberOf } from "./flags.ts";

/** With fewer cores a thread takes as much time from others as it saves: docs/BENCHMARKS.md, "Threads". */
const leastCores = 4;

/** More save little, and each takes memory. */
const usual = 3;

/**
 * Shares the search of thousands of files out to as many threads as `--threads` says.
 * @param isSite whether what is looked for on sites alone is looked for
 * @throws {GateError} if the flag is no number.
 */
export async function openThreads(gate: Gate, { threads }: CheckFlags, isSite: boolean): Promise<Ahead | undefined> {
  const count = numberOf("--threads", threads) ?? (availableParallelism() >= leastCores ? usual : 1);
  if (count === 1) return undefined;
  const { canShare, openAhead } = await import("../threads/ahead.ts");
  return canShare(gate) ? openAhead(gate, { script, count: count - 1, isSite }) : undefined;
}

/** The build makes it of src/cli/thread.ts, and puts it beside the folder of the chunks. */
const script = join(import.meta.dirname, "../thread.cjs");
