import { readFileSync } from "node:fs";
import { merge as joined, type Part } from "../merge.ts";
import { GateError } from "../model/error.ts";
import type { Shard } from "../model/shard.ts";
import { codeOf } from "../model/system-error.ts";
import type { Verdict } from "../model/verdict.ts";
import { judge } from "../policy/judge.ts";
import { damaged, readVerdict } from "../reporters/read-verdict.ts";
import { count } from "../reporters/summary.ts";
import { report } from "./check.ts";
import { type CheckFlags, formatOf, textOf } from "./flags.ts";

/** `outgate merge REPORT…`: joins the JSON reports of all shards of a check, and reports what the whole came to. */
export async function merge(files: readonly unknown[], flags: CheckFlags): Promise<number> {
  formatOf(flags);
  textOf("--output", flags.output);
  const parts = files.map(String).map(readPart);
  return report(joined(parts), flags, { advice: [], note: `Joined from ${count(parts.length, "shard")}.` });
}

/** @throws {GateError} if it is not a whole report of a shard, as this version writes them. */
function readPart(name: string): Part {
  const { shard, ...verdict } = readVerdict(textIn(name), name);
  if (shard === undefined)
    throw new GateError(
      `${name} is the report of a whole check, and of no shard, so nothing was joined`,
      "Only the reports of shards are joined.",
    );
  const [fault] = faultsOf(verdict, shard);
  if (fault !== undefined) throw damaged(name, `contradicts itself: ${fault}`);
  return { name, verdict: { ...verdict, shard } };
}

function textIn(name: string): string {
  try {
    return readFileSync(name, "utf8");
  } catch (error) {
    throw new GateError(
      `${name} cannot be read: ${codeOf(error)}, so nothing was joined`,
      "Name the JSON reports of all shards, file by file.",
    );
  }
}

/** What the schema cannot say, and no report that outgate wrote has. */
function* faultsOf(
  { findings, verdict, complete, unscanned }: Verdict,
  { index, count: all }: Shard,
): Generator<string> {
  if (index > all) yield "a shard beyond the last one";
  if (judge(findings).verdict !== verdict) yield "the verdict is not what the findings come to";
  if (complete && unscanned.some(({ kind }) => kind === "failed"))
    yield "complete, with something that was not checked";
}
