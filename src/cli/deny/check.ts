import { weaknessOf } from "../../denylist/weakness.ts";
import { count } from "../../reporters/summary.ts";
import type { DenyFlags } from "./flags.ts";
import { say } from "./say.ts";
import { findLists, numbered, readLists } from "./lists.ts";
import { publicBranch, readPublished } from "./published.ts";

/** `outgate deny check`: tells how weak terms are, by their numbers. It shows no term, so that anybody may see what it says. What could not be searched is exit code 2. */
export async function check(flags: DenyFlags): Promise<number> {
  const lists = await readLists(findLists(flags));
  const branch = publicBranch();
  const unread = new Set<string>();
  let weak = 0;
  for (const list of lists) {
    const terms = numbered(list);
    const published =
      branch === undefined
        ? nothing
        : await readPublished(
            branch,
            terms.map(({ term }) => term),
          );
    for (const reason of published.unread) unread.add(reason);
    for (const [index, { term, number, line }] of terms.entries()) {
      const reasons = [
        weaknessOf(term),
        published.found.has(index)
          ? `the history of ${branch ?? ""} has it already, so whoever reads that knows it`
          : undefined,
      ].filter((reason) => reason !== undefined);
      if (reasons.length === 0) continue;
      weak++;
      await say(`${list.place.name}: term ${number} (line ${line}): ${reasons.join("; ")}.\n`);
    }
    await say(`${list.place.name}: ${count(terms.length, "term")}.\n`);
  }
  await say(
    weak === 0
      ? "None of them is weak.\n"
      : `${count(weak, "term")} of them ${weak === 1 ? "is" : "are"} weak: found where nothing is told, or guessed soon.\n`,
  );
  if (branch === undefined)
    await say("No branch of origin is known here, so published history was not looked through.\n");
  for (const reason of unread) await say(`Not all of the history of ${branch ?? ""} was searched: ${reason}.\n`);
  return unread.size === 0 ? 0 : 2;
}

const nothing = { found: new Set<number>(), unread: new Set<string>() };
