import { readEnvValues } from "../../denylist/env-values.ts";
import { readPrivateFile } from "../../denylist/private-file.ts";
import { withTerms } from "../../denylist/terms-file.ts";
import type { Term } from "../../denylist/term.ts";
import { weaknessOf } from "../../denylist/weakness.ts";
import { GateError } from "../../model/error.ts";
import { count } from "../../reporters/summary.ts";
import type { DenyFlags } from "./flags.ts";
import { say } from "./say.ts";
import { readInput } from "../input.ts";
import { readGivenTerms } from "./input.ts";
import { afterChange, findLists, listToChange, numbered, writeList } from "./lists.ts";

/** `outgate deny add`: puts terms at the end of the list, from a terminal, from stdin, or values from an env file. */
export async function add(flags: DenyFlags): Promise<number> {
  const lists = findLists(flags);
  const list = await listToChange(lists);
  const { terms, leftOut } = await given(flags);
  const file = withTerms(list.file, terms);
  const before = numbered(list).length;
  const added = numbered({ ...list, file }).slice(before);
  if (added.length > 0) await writeList(list, file, lists);
  const known = terms.length - added.length;
  const words = [`${count(added.length, "term")} added to ${list.place.name}`];
  if (known > 0) words.push(`${known} ${known === 1 ? "was" : "were"} there`);
  if (leftOut > 0) words.push(`${count(leftOut, "value")} left out: too short, or in many texts`);
  await say(`${words.join("; ")}.${added.length > 0 ? afterChange(lists) : ""}\n`);
  for (const { term, number, line } of added) {
    const weakness = weaknessOf(term);
    if (weakness !== undefined) await say(`Term ${number} (line ${line}) is weak: ${weakness}.\n`);
  }
  return 0;
}

async function given({ fromEnv }: DenyFlags): Promise<{ terms: readonly Term[]; leftOut: number }> {
  if (fromEnv === undefined) return { terms: await readGivenTerms("Terms to deny"), leftOut: 0 };
  const { values, leftOut } = readEnvValues(envBytes(fromEnv).toString("utf8"));
  if (values.length === 0)
    throw new GateError(
      "there is no value of eight characters or more in it that is not in many texts, so nothing was changed",
      "A shorter one can be added by hand, as `secret: VALUE`.",
    );
  return { terms: values.map((text): Term => ({ kind: "secret", text, options: [] })), leftOut };
}

function envBytes(fromEnv: unknown): Buffer {
  if (fromEnv === true) return readInput("what is piped in", "Pipe an export in: `outgate deny add --from-env -`.");
  if (Array.isArray(fromEnv)) throw new GateError("--from-env takes one file", "Run the command once for each.");
  const file = readPrivateFile(String(fromEnv), "the env file");
  if (file !== undefined) return file.bytes;
  throw new GateError(
    "the env file is not there",
    "Name one that is, or pipe an export to `outgate deny add --from-env -`.",
  );
}
