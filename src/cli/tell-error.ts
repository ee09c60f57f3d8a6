import type { Gate } from "../gate.ts";
import { GateError } from "../model/error.ts";
import { scrub } from "../scrub.ts";
import { seeHelp } from "./flags.ts";
import { fitting, stderr } from "./output.ts";

/** By which gate texts are searched; one is opened where no check has. */
let opened: Gate | undefined;

/** From now on texts are searched by this gate, which knows what the owner has denied. */
export function maskBy(gate: Gate): void {
  opened = gate;
}

/** A text for people with everything masked that the gate finds in it. */
export async function masked(text: string): Promise<string> {
  opened ??= await (await import("../lists/denied.ts")).gateOfErrors();
  return scrub(text, opened);
}

/**
 * What a user reads of an error: what happened and what to do, or, of a bug, its stack. A path or a value in it can hold a
 * secret or a denied term, so each part is itself searched and masked.
 */
export async function told(error: unknown): Promise<string> {
  const { what, next, frames = "" } = partsOf(error);
  // A line break in a path would let it write a line of its own.
  const message = (await masked(what)).replaceAll("\n", "\\n");
  const lines = [`${message}.`];
  for (const part of next) lines.push(await masked(part));
  return `${fitting(`outgate: ${lines.join("\n")}\n`, stderr)}${frames === "" ? "" : await masked(frames)}`;
}

interface Parts {
  readonly what: string;
  readonly next: readonly string[];
  /** Of a bug, line by line. */
  readonly frames?: string;
}

function partsOf(error: unknown): Parts {
  if (error instanceof GateError) return { what: error.message, next: [error.remedy] };
  if (error instanceof Error && error.name === "CACError") {
    return { what: reworded(error.message), next: [seeHelp()] };
  }
  const { message, stack = "" } = error instanceof Error ? error : new Error(String(error));
  const frames = stack.slice(stack.indexOf(message) + message.length).replace(/^\n/, "");
  return {
    what: "a bug of outgate, so nothing was checked",
    next: ["Please report it:", message],
    frames: `${frames}\n`,
  };
}

/** What the parser complains of, as the rest of the program speaks. */
function reworded(complaint: string): string {
  const [, quoted = ""] = /`(.*)`/s.exec(complaint) ?? [];
  if (complaint.startsWith("missing required args")) {
    return `${quoted.match(/<[^<>]*>/g)?.join(" and ") ?? "something"} is missing: \`outgate ${quoted}\``;
  }
  if (complaint.startsWith("option ")) return `\`${quoted}\` has no value`;
  if (complaint.startsWith("Unused args")) return `this is more than it takes: \`${quoted}\``;
  return complaint.startsWith("Unknown option") ? `there is no such option: ${asTyped(quoted)}` : complaint;
}

/** The parser repeats an option in a spelling of its own, in which a secret would not be known again. */
function asTyped(option: string): string {
  const typed = process.argv.slice(2).filter((argument) => argument.startsWith("-"));
  const names = typed.map((argument) => argument.replace(/=.*/s, ""));
  const named = names.filter((name) => isSpelled(name, option.replace(/^--?/, "")));
  return (named.length === 0 ? names : named).join(" ");
}

/** `--dry-run` is `dryRun` to the parser, `--no-color` is `color`, and `-rf` is `r` and `f`. */
function isSpelled(typed: string, name: string): boolean {
  if (!typed.startsWith("--")) return name.length === 1 && typed.includes(name);
  const spelled = typed.slice(2).replaceAll(/(?<=[a-z])-([a-z])/g, (_, letter: string) => letter.toUpperCase());
  return spelled === name || spelled.replace(/^no([A-Z])/, (_, letter: string) => letter.toLowerCase()) === name;
}
