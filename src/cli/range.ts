import { GateError } from "../model/error.ts";
import { checkHistory, commitNamed, type HistoryFlags, type Leaving, openLeaving } from "./check-history.ts";
import { emptyArgument, textOf } from "./flags.ts";

/** `outgate range A..B`: the commits of B that A does not have, judged by the config of A. */
export async function range(named: unknown, flags: HistoryFlags): Promise<number> {
  const text = textOf("the range", named) ?? "";
  if (text === "") throw emptyArgument("the range");
  const [, from = "", to = ""] = /^(.+?)\.\.(?!\.)(.+)$/s.exec(text) ?? [];
  if (from === "" || from.endsWith(".") || to.includes("..")) {
    throw new GateError(
      `${text} is no range, so nothing was checked`,
      "Write A..B: the commits of B that A does not have.",
    );
  }
  const base = commitNamed(from, "range");
  const sharding = flags.shard === undefined ? undefined : (await import("./shard.ts")).openSharding(flags.shard);
  const leaving: Leaving = { tips: [commitNamed(to, "range")], without: [base], base, hasLeft: true, sharding };
  const history = openLeaving(leaving);
  if (history.commits.length === 0) {
    throw new GateError(
      `there is no commit in ${text}, so nothing was checked`,
      "See that the newer commit stands behind the two dots, and that they are two different ones.",
    );
  }
  return checkHistory(history, leaving, flags);
}
