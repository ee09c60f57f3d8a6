import * as v from "valibot";
import { GateError } from "../model/error.ts";
import type { Verdict } from "../model/verdict.ts";
import { verdictSchema } from "./verdict-schema.ts";

/**
 * Reads what `--format json` has written.
 * @param name by which a user knows it.
 * @throws {GateError} that tells what is wrong with it, and repeats nothing that stands in it.
 */
export function readVerdict(text: string, name: string): Verdict {
  const value = parsed(text, name);
  if (typeof value === "object" && value !== null && "schema" in value && value.schema !== 1)
    throw new GateError(
      `${name} has a format that this version does not know, so nothing was joined`,
      "Join reports by the version that wrote them.",
    );
  const { success, output, issues } = v.safeParse(verdictSchema, value);
  if (success) return output;
  throw damaged(name, `is no report of a check: ${faultOf(issues[0])}`);
}

/** What is no report, or not as it was written. */
export function damaged(name: string, what: string): GateError {
  return new GateError(
    `${name} ${what}, so nothing was joined`,
    "Name what `--shard i/n --format json --output FILE` of this version wrote, and run the shard again if it is damaged.",
  );
}

function parsed(text: string, name: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw damaged(name, text.trim() === "" ? "is empty" : "is no JSON, or is cut off");
  }
}

/** The key that is wrong. One that no report has is foreign text, and is not repeated. */
function faultOf({ type, expected, path: there }: v.BaseIssue<unknown>): string {
  const path = there ?? [];
  const isForeign = type === "strict_object" && expected === "never";
  const keys = (isForeign ? path.slice(0, -1) : path).map(({ key }) => String(key));
  if (isForeign) return keys.length === 0 ? "it has an unknown key" : `"${keys.join(".")}" has an unknown key`;
  return keys.length === 0 ? "it is no object" : `"${keys.join(".")}" is missing or is not what it should be`;
}
