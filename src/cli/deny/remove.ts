import { termsOf, withoutTerms } from "../../denylist/terms-file.ts";
import { GateError } from "../../model/error.ts";
import { count } from "../../reporters/summary.ts";
import type { DenyFlags } from "./flags.ts";
import { say } from "./say.ts";
import { readGivenTerms } from "./input.ts";
import { afterChange, findLists, listToChange, writeList } from "./lists.ts";

/** `outgate deny remove`: takes terms out of the list; they are given as `add` takes them. */
export async function remove(flags: DenyFlags): Promise<number> {
  const lists = findLists(flags);
  const list = await listToChange(lists);
  const { file, unknown } = withoutTerms(list.file, await readGivenTerms("Terms to remove"));
  if (unknown.length > 0)
    throw new GateError(
      `of the given terms number ${unknown.join(", ")} ${unknown.length === 1 ? "is" : "are"} not in ${list.place.name}, so nothing was removed`,
      "`outgate deny list` shows them as they stand there.",
    );
  await writeList(list, file, lists);
  const left = termsOf(file).length;
  await say(
    `${count(termsOf(list.file).length - left, "term")} removed from ${list.place.name}.${afterChange(lists)}\n`,
  );
  if (left === 0) await say("It holds no term any more, and a check that is to use it ends with exit code 2.\n");
  return 0;
}
