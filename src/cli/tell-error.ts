import { createGate } from "../gate.ts";
import { GateError } from "../model/error.ts";
import { scrub } from "../scrub.ts";

/**
 * What a user reads of an error: what happened and what to do, or, of a bug, its stack. A path or a value in it can hold a
 * secret, so the text is itself searched and masked.
 */
export async function told(error: unknown): Promise<string> {
  const clean = await scrub(textOf(error), createGate());
  return `outgate: ${clean}\n`;
}

function textOf(error: unknown): string {
  if (error instanceof GateError) return `${error.message}.\n${error.remedy}`;
  if (error instanceof Error && error.name === "CACError") return `${error.message}.\nSee \`outgate --help\`.`;
  const what = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return `a bug of outgate, so nothing was checked. Please report it.\n${what}`;
}
