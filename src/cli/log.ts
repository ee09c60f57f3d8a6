import { isatty } from "node:tty";
import { GateError } from "../model/error.ts";
import type { Item } from "../model/source.ts";
import { asLog } from "../log/log-document.ts";
import { readLog } from "../sources/logs.ts";
import type { Gate } from "../gate.ts";
import { check } from "./check.ts";
import { type CheckFlags, formatOf } from "./flags.ts";
import { exposures } from "./log-exposure.ts";
import { complain, fitting, stderr } from "./output.ts";
import { openLogGate } from "./redact.ts";
import { beginWithSmallHeap } from "./small-heap.ts";
import { masked } from "./tell-error.ts";

interface LogFlags extends CheckFlags {
  readonly follow?: unknown;
}

/** `outgate log [FILE…]`: what everybody would read in logs, and who can read them already. */
export async function log(names: readonly unknown[], flags: LogFlags): Promise<number> {
  beginWithSmallHeap();
  formatOf(flags);
  const files = names.map(String);
  if (files.length === 0 && isatty(0))
    throw new GateError("there is no log to check", "Name files, or pipe a log in: `COMMAND 2>&1 | outgate log`.");
  const reveals = flags.reveal === true && (await import("./reveal.ts")).isRevealed(flags);
  const gate = { ...(await openLogGate(flags)), reveals };
  if (flags.follow === true) return followed(files, gate, flags);
  return check({ boundary: "log", target: null, items: items(files) }, gate, flags, ({ findings }) => ({
    advice: findings.length === 0 ? [] : [howToMask],
  }));
}

const howToMask =
  "Mask it: `outgate redact FILE --in-place`, or `COMMAND 2>&1 | outgate redact > LOG` from the beginning.";

/** @throws {GateError} if it is not asked for one file, in a format that has no end. */
async function followed(files: readonly string[], gate: Gate, flags: LogFlags): Promise<number> {
  const [file] = files;
  const format = formatOf(flags);
  if (file === undefined || files.length > 1 || flags.output !== undefined || (format !== "text" && format !== "json"))
    throw new GateError(
      "--follow takes one file, --format text or json, and no --output",
      "Run it once for each file, and redirect what it prints.",
    );
  for (const text of exposures(files)) complain(fitting(`outgate: ${await masked(text)}\n`, stderr));
  return (await import("./log-follow.ts")).followLog(file, gate, flags);
}

async function* items(files: readonly string[]): AsyncGenerator<Item> {
  if (files.length === 0) yield* readLog(undefined, asLog);
  for (const file of files) yield* readLog(file, asLog);
  for (const text of exposures(files)) yield { kind: "note", text: await masked(text) };
}
