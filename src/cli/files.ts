import { join } from "node:path";
import { findConfig } from "../config/find-config.ts";
import type { Gate } from "../gate.ts";
import type { Ahead } from "../model/ahead.ts";
import { openFiles } from "../sources/files.ts";
import { check, openGate } from "./check.ts";
import { type CheckFlags, numberOf, textOf } from "./flags.ts";
import { workTreeTop } from "../lists/lists.ts";

/** `outgate files [PATTERN…]`. */
export async function files(patterns: readonly unknown[], flags: CheckFlags): Promise<number> {
  const sharding = flags.shard === undefined ? undefined : (await import("./shard.ts")).openSharding(flags.shard);
  const commit = sharding?.workTreeCommit();
  const config = findConfig(textOf("--config", flags.config));
  const gate = await openGate(
    config,
    flags,
    {
      isAsked: true,
      open: async () => {
        const { openTree, treeSuppressions } = await import("./suppressions.ts");
        return treeSuppressions(openTree(config), config, patterns.length === 0, sharding !== undefined);
      },
    },
    { top: workTreeTop() },
  );
  const threads = numberOf("--threads", flags.threads) ?? 1;
  const ahead = threads > 1 ? await openThreads(gate, threads - 1) : undefined;
  return check(await openFiles(patterns.map(String), sharding?.split, ahead), gate, flags, (verdict) => ({
    advice: [],
    ...sharding?.told(verdict, gate, [commit]),
  }));
}

async function openThreads(gate: Gate, count: number): Promise<Ahead | undefined> {
  const { canShare, openAhead } = await import("../threads/ahead.ts");
  return canShare(gate) ? openAhead(gate, { script, count }) : undefined;
}

/** The build makes it of src/cli/thread.ts, and puts it beside the folder of the chunks. */
const script = join(import.meta.dirname, "../thread.cjs");
