import { createGate } from "../gate.ts";
import { GateError } from "../model/error.ts";
import { scrub } from "../scrub.ts";

/**
 * What a user reads of an error: what happened and what to do, or, of a bug, its stack. A path or a value in it can hold a
 * secret, so each part is itself searched and masked.
 */
export async function told(error: unknown): Promise<string> {
  const gate = createGate();
  const { what, next } = partsOf(error);
  // A line break in a path would let it write a line of its own.
  const message = (await scrub(what, gate)).replaceAll("\n", "\\n");
  const lines = [`${message}.`];
  for (const part of next) lines.push(await scrub(part, gate));
  return `outgate: ${lines.join("\n")}\n`;
}

function partsOf(error: unknown): { what: string; next: readonly string[] } {
  if (error instanceof GateError) return { what: error.message, next: [error.remedy] };
  if (error instanceof Error && error.name === "CACError") {
    return { what: asTyped(error.message), next: ["See `outgate --help`."] };
  }
  const { message, stack = "" } = error instanceof Error ? error : new Error(String(error));
  const frames = stack.slice(stack.indexOf(message) + message.length).replace(/^\n/, "");
  return { what: "a bug of outgate, so nothing was checked", next: ["Please report it:", message, frames] };
}

/** The parser repeats an option in a spelling of its own, in which a secret would not be known again. */
function asTyped(complaint: string): string {
  if (!complaint.startsWith("Unknown option")) return complaint;
  const options = process.argv.slice(2).filter((argument) => argument.startsWith("-"));
  return `one of these options is unknown: ${options.join(" ")}`;
}
