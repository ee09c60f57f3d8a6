import { findConfig } from "../config/find-config.ts";
import { openFiles } from "../sources/files/files.ts";
import { check, openGate } from "./check.ts";
import { type CheckFlags, emptyArgument, textOf } from "./flags.ts";
import { beginWithSmallHeap } from "./small-heap.ts";
import { openThreads } from "./threads.ts";
import { workTreeTop } from "../lists/lists.ts";

/** `outgate files [PATTERN…]`. */
export async function files(patterns: readonly unknown[], flags: CheckFlags): Promise<number> {
  if (patterns.includes("")) throw emptyArgument("a pattern");
  beginWithSmallHeap();
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
  const ahead = await openThreads(gate, flags, false);
  return check(await openFiles(patterns.map(String), sharding?.split, ahead), gate, flags, (verdict) => ({
    advice: [],
    ...sharding?.told(verdict, gate, [commit]),
  }));
}
