import { randomBytes } from "node:crypto";
import { join } from "node:path";
import { writeBaseline } from "../config/baseline.ts";
import { baselineName } from "../config/config-file.ts";
import { findConfig } from "../config/find-config.ts";
import { GateError } from "../model/error.ts";
import { count } from "../reporters/summary.ts";
import { wrap } from "../reporters/wrap.ts";
import { scrub } from "../scrub.ts";
import { openFiles } from "../sources/files/files.ts";
import { openRecorder } from "../suppressions/ledger.ts";
import { openGate, watchedScan } from "./check.ts";
import { textOf } from "./flags.ts";
import { print, writeFile } from "./output.ts";
import { openTree, treeSuppressions } from "./suppressions.ts";

export interface BaselineFlags {
  readonly reason?: unknown;
  readonly prune?: unknown;
  readonly denylist?: unknown;
  readonly config?: unknown;
}

/**
 * `outgate baseline`: writes what is found today in the files of the repository, whole or not at all. What an entry of the config
 * or a comment lets through already is left to it.
 * @throws {GateError} without a reason for what is new, and where not all files could be checked.
 */
export async function baseline(flags: BaselineFlags): Promise<number> {
  const reason = reasonOf(flags);
  const config = findConfig(textOf("--config", flags.config));
  const tree = openTree(config);
  const before = tree.baseline ?? { salt: randomBytes(16).toString("hex"), entries: [] };
  const recorder = openRecorder(before, tree.isThere, reason);
  const suppressions = await treeSuppressions(tree, config, false);
  const gate = await openGate(
    config,
    { denylist: flags.denylist },
    { isAsked: false, open: async () => ({ ...suppressions, ledger: recorder }) },
    { top: tree.top },
  );
  // It is committed with the file, so that nothing may be in it that the gate would stop.
  if ((await scrub(reason, gate)) !== reason || reason.includes("\n")) throw telling();
  // Not before: what a flag or a variable names counts from where the user is.
  process.chdir(tree.top);
  const { complete, suppressed, unscanned } = await watchedScan(await openFiles([]), gate, {});
  if (!complete)
    throw new GateError(
      `${count(unscanned.length, "file")} could not be checked, so no baseline was written`,
      "`outgate files` says which, and why.",
    );
  const accepted = suppressed.filter(({ kind }) => kind === "baseline");
  if (accepted.some((finding) => finding.reason === "")) throw unreasoned();
  const reasons = new Set([reason, ...before.entries.map((entry) => entry.reason)]);
  if (accepted.some((finding) => !reasons.has(finding.reason))) throw telling();
  const idle = recorder.unused();
  const entries = [...(flags.prune === true ? [] : idle), ...recorder.recorded()];
  writeFile(join(tree.top, baselineName), writeBaseline({ salt: before.salt, entries }), unwritten);
  const words = [`${count(accepted.length, "finding")} of today accepted in ${baselineName}.`];
  if (idle.length > 0)
    words.push(
      `It had ${idle.length} that are there no more; ${flags.prune === true ? "they were dropped" : "`--prune` drops them"}.`,
    );
  if (tree.baseline === undefined)
    words.push(
      `Commit it. With the line \`${baselineName} merge=union\` in .gitattributes, git merges branches that add entries beside each other.`,
    );
  print(`${words.flatMap((line) => wrap(line, "")).join("\n")}\n`);
  return 0;
}

const unwritten = { what: baselineName, remedy: "See that you may write there, and that the disk has room." };

/** Longer ones would be cut in reports. */
const longest = 200;

/** Nothing where entries are only dropped. */
function reasonOf({ reason: flag, prune }: BaselineFlags): string {
  if (flag === undefined && prune === true) return "";
  // The parser makes a number of what looks like one, and of nothing.
  const reason = typeof flag === "string" ? flag.trim() : "";
  if (!/[\p{L}\p{N}]/u.test(reason)) throw unreasoned();
  if (reason.length > longest)
    throw new GateError(
      `the reason has more than ${longest} characters, so nothing was written`,
      "Say it in a sentence.",
    );
  return reason;
}

function unreasoned(): GateError {
  return new GateError(
    "a baseline needs a reason for what is new in it, so nothing was written",
    '`outgate baseline --reason "why what is there may stay"`',
  );
}

function telling(): GateError {
  return new GateError(
    "a reason in the baseline would show something that was found, or a control character, so nothing was written",
    "Say why without repeating what was found, in one line.",
  );
}
