import { GateError } from "../model/error.ts";
import { objectOf } from "../sources/history/updates.ts";
import { checkHistory, openLeaving } from "./check-history.ts";
import { type CheckFlags } from "./flags.ts";
import { readInput } from "./input.ts";

/** `<old id> <new id> <ref>`: https://git-scm.com/docs/githooks#_reference_transaction. An id can be `ref:…` where a ref names another. */
const line = /^\S+ ([0-9a-f]{40}|[0-9a-f]{64}|ref:\S+) (\S+)$/;

const watched = /^(?:HEAD$|refs\/(?:heads|tags|notes)\/)/;

/**
 * `outgate refs`, which `init --strict` makes git call before refs are moved: what no ref reaches yet, and nothing else, so that
 * one commit that came in past the gate does not lock the repository. Like `staged`, it goes by the config that comes with it.
 */
export async function refs(flags: CheckFlags): Promise<number> {
  const lines = readInput("stdin", howToCall).toString("latin1").split("\n").filter(Boolean);
  const tips = new Set(lines.flatMap((text) => idIn(text) ?? []));
  if (tips.size === 0) return 0;
  const [tip] = tips;
  const leaving = { tips: [...tips], without: "all refs", ...(tip !== undefined && { base: tip }) } as const;
  const history = openLeaving(leaving);
  if (history.commits.length === 0 && history.tags.size === 0) return 0;
  return checkHistory(history, leaving, flags);
}

const howToCall = "Let git's hook call it: `outgate init --strict` installs it.";

function idIn(text: string): string | undefined {
  const [, id, ref] = line.exec(text) ?? [];
  if (id === undefined || ref === undefined)
    throw new GateError(
      "a line on stdin is not what git gives its reference-transaction hook, so nothing was checked",
      howToCall,
    );
  return watched.test(ref) && !id.startsWith("ref:") ? objectOf(id) : undefined;
}
