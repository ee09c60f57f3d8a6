import { spawnSync } from "node:child_process";
import { resolve } from "node:path";
import { builtInForSites } from "../built-in.ts";
import { findConfig } from "../config/find-config.ts";
import { workTreeTop } from "../lists/lists.ts";
import { GateError } from "../model/error.ts";
import { openPublished } from "../sources/files/published.ts";
import { check, openGate } from "./check.ts";
import { type CheckFlags, textOf } from "./flags.ts";
import { beginWithSmallHeap } from "./small-heap.ts";
import { openThreads } from "./threads.ts";
import { findOutput, isFolder, type Output } from "./site/output-folder.ts";

export interface SiteFlags extends CheckFlags {
  readonly "--"?: readonly string[];
}

/** `outgate site [DIR] [-- COMMAND]`: a built site, as it would be published. The command runs where all of it passes. */
export async function site(folder: unknown, more: readonly unknown[], flags: SiteFlags): Promise<number> {
  if (more.length > 0)
    throw new GateError(
      "one folder is checked, and there are more words",
      `Put a command behind --: \`outgate site ${String(folder)} -- …\`.`,
    );
  beginWithSmallHeap();
  const sharding = flags.shard === undefined ? undefined : (await import("./shard.ts")).openSharding(flags.shard);
  const named = textOf("the folder", folder);
  const { generator, root, parts, kept } = named === undefined ? findOutput() : namedOutput(named);
  const config = findConfig(textOf("--config", flags.config));
  const started = process.cwd();
  // A report that counted from the site would be published with it.
  const output = textOf("--output", flags.output);
  const told = output === undefined ? flags : { ...flags, output: resolve(output) };
  const gate = await openGate(
    config,
    { ...flags, audience: flags.audience ?? "public" },
    {
      isAsked: false,
      open: async () => {
        const { openTree, treeSuppressions } = await import("./suppressions.ts");
        return treeSuppressions(openTree(config), config, false, sharding !== undefined);
      },
    },
    { top: workTreeTop() },
    await builtInForSites(),
  );
  // A page's name is what its readers see of it: where the site stands on this machine is not published.
  process.chdir(root);
  const source = openPublished(parts, kept, sharding?.split, await openThreads(gate, flags, true));
  const code = await check(source, gate, told, (verdict) => {
    if (verdict.scanned.documents + verdict.unscanned.length === 0 && sharding === undefined) throw nothing(root);
    return {
      advice: [],
      note: `The site is in ${root === "." ? "this folder" : root}${generator === undefined ? "" : `, where ${generator} builds it`}.`,
      ...sharding?.told(verdict, gate, [root]),
    };
  });
  process.chdir(started);
  const [command, ...rest] = flags["--"] ?? [];
  return code === 0 && command !== undefined ? run(command, rest) : code;
}

/** @throws {GateError} if it is no folder. */
function namedOutput(root: string): Omit<Output, "generator"> & { readonly generator?: undefined } {
  if (isFolder(root)) return { root, parts: [""] };
  throw new GateError(
    `there is no folder ${root}, so nothing was checked`,
    "Build the site first, or name its folder.",
  );
}

function nothing(root: string): GateError {
  return new GateError(`the folder ${root} is empty, so nothing was checked`, "Build the site first.");
}

function run(command: string, rest: readonly string[]): number {
  const { status, error } = spawnSync(command, rest, { stdio: "inherit", shell: process.platform === "win32" });
  if (error !== undefined)
    throw new GateError(`the command ${command} cannot be run`, "See that it is installed, and its name is right.");
  return status ?? 2;
}
