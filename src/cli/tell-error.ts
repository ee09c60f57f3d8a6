import { createGate } from "../gate.ts";
import { GateError } from "../model/error.ts";
import { scrub } from "../scrub.ts";

/**
 * What a user reads of an error: what happened and what to do, or, of a bug, its stack. A path or a value in it can hold a
 * secret, so the text is itself searched and masked.
 */
export async function told(error: unknown): Promise<string> {
  const { what, next } = partsOf(error);
  const gate = createGate();
  // A line break in a path would let it write a line of its own.
  const message = (await scrub(what, gate)).replaceAll("\n", "\\n");
  return `outgate: ${message}.\n${await scrub(next, gate)}\n`;
}

function partsOf(error: unknown): { what: string; next: string } {
  if (error instanceof GateError) return { what: error.message, next: error.remedy };
  if (error instanceof Error && error.name === "CACError")
    return { what: asTyped(error.message), next: "See `outgate --help`." };
  const details = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return { what: "a bug of outgate, so nothing was checked", next: `Please report it:\n${details}` };
}

/** The parser repeats an option in a spelling of its own, in which a secret would not be known again. */
function asTyped(complaint: string): string {
  if (!complaint.startsWith("Unknown option")) return complaint;
  const options = process.argv.slice(2).filter((argument) => argument.startsWith("-"));
  return `one of these options is unknown: ${options.join(" ")}`;
}
