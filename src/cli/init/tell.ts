import { lstatSync } from "node:fs";
import { displayName } from "../../findings/name.ts";
import { createGate } from "../../gate.ts";
import { wrap } from "../../reporters/wrap.ts";
import { scrub } from "../../scrub.ts";
import { print } from "../output.ts";
import type { Attempt } from "./attempt.ts";
import { nameIn, type Repository } from "./repository.ts";
import type { Step } from "./step.ts";

/** Prints a report. Paths, and what other hooks said, may hold something that must not leave. */
export async function say(report: string): Promise<void> {
  print(await scrub(report, createGate()));
}

/** A section of the report; nothing if there is nothing in it. */
export function section(title: string, lines: readonly string[]): string {
  return lines.length === 0 ? "" : `${title}\n${lines.map((line) => `${line}\n`).join("")}\n`;
}

export function bullets(items: readonly string[]): string[] {
  return items.flatMap((item) => hanging("  - ", item));
}

/** Something for the user to do. */
export interface NextStep {
  readonly text: string;
  /** Lines to copy. */
  readonly snippet?: string;
}

export function numbered(steps: readonly NextStep[]): string[] {
  return steps.flatMap(({ text, snippet = "" }, at) => [
    ...hanging(`  ${at + 1}. `, text),
    ...(snippet === ""
      ? []
      : snippet
          .trimEnd()
          .split("\n")
          .map((line) => `       ${line}`)),
  ]);
}

/** What is done, or would be: each path with the reason for it. */
export function toldSteps(steps: readonly Step[], repository: Repository, dry: boolean): string {
  const groups = Map.groupBy(steps, verbOf);
  return (["create", "change", "remove"] as const)
    .map((verb) => {
      const items = groups.get(verb) ?? [];
      const lines = items.flatMap(({ path, why }) => [`  - ${shown(repository, path)}`, ...wrap(why, "    ")]);
      return section(dry ? `Would ${verb}` : past[verb], lines);
    })
    .join("");
}

type Verb = "create" | "change" | "remove";

const past: Readonly<Record<Verb, string>> = { create: "Created", change: "Changed", remove: "Removed" };

/** To be asked before the steps are done. */
function verbOf({ kind, path }: Step): Verb {
  if (kind === "remove") return "remove";
  return kind === "write" && lstatSync(path, { throwIfNoEntry: false }) === undefined ? "create" : "change";
}

export function toldProof(attempts: readonly Attempt[]): string {
  const lines = attempts.flatMap(({ what, wanted, wrong }) => {
    if (wrong === undefined) return hanging("  - ", `${what}: ${wanted}`);
    const [outcome = "", ...output] = wrong;
    return [...hanging("  - ", `${what}: NOT ${wanted}. ${outcome}`), ...output.map((line) => `      | ${line}`)];
  });
  return section("Proof, with a made-up GitHub token", lines);
}

export function shown(repository: Pick<Repository, "top">, path: string): string {
  return displayName(Buffer.from(nameIn(repository, path)), []);
}

function hanging(mark: string, text: string): string[] {
  const indent = " ".repeat(mark.length);
  return wrap(text, indent).map((line, at) => (at === 0 ? mark + line.slice(mark.length) : line));
}
