import { printTerm } from "../../denylist/terms-file.ts";
import { GateError } from "../../model/error.ts";
import type { DenyFlags } from "./flags.ts";
import { wrap } from "../../reporters/wrap.ts";
import { print } from "../output.ts";
import { findLists, numbered, readLists } from "./lists.ts";

/**
 * `outgate deny list`: shows the terms, to a person.
 * @throws {GateError} if stdout is no terminal: what goes to a file, a pipe or an agent stays there.
 */
export async function list(flags: DenyFlags): Promise<number> {
  if (!process.stdout.isTTY)
    throw new GateError(
      "the deny list is shown on a terminal alone, and stdout is none",
      "Run `outgate deny list` in a terminal, with nothing behind it.",
    );
  for (const opened of await readLists(findLists(flags))) {
    const terms = numbered(opened);
    const lines = terms.flatMap(({ term, number }) => item(String(number).padStart(5), shown(printTerm(term))));
    const head = wrap(`${opened.place.name} (${opened.kind}):`, "");
    print([...head, ...lines].map((line) => `${line}\n`).join(""));
  }
  return 0;
}

/** What does not fit behind the number goes on below the term. */
function item(number: string, text: string): string[] {
  return wrap(text, " ".repeat(number.length + 2)).map((line, at) =>
    at === 0 ? number + line.slice(number.length) : line,
  );
}

/** A term with control characters cannot be in a list, but one with marks that turn the direction can. */
function shown(text: string): string {
  return text.replaceAll(/[\p{Cc}\p{Cf}]/gu, (mark) => `\\u{${mark.codePointAt(0)?.toString(16) ?? ""}}`);
}
