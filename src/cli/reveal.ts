import { isatty } from "node:tty";
import { GateError } from "../model/error.ts";
import { type CheckFlags, formatOf } from "./flags.ts";

/**
 * Denied terms are shown to a person at a terminal alone: what is written anywhere else can be kept.
 * @throws {GateError} if nobody sits there.
 */
export function isRevealed(flags: CheckFlags): true {
  if (isatty(1) && formatOf(flags) === "text" && flags.output === undefined) return true;
  throw new GateError(
    "--reveal shows denied terms on a terminal and nowhere else",
    "Leave it out, or run the check by hand, without --format and --output.",
  );
}
