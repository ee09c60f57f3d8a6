import { logTexts } from "../extractors/log-texts.ts";
import { GateError } from "../model/error.ts";
import type { Item } from "../model/source.ts";
import { classesOfLogs } from "../log/log-gate.ts";
import { readLog } from "../sources/logs.ts";
import { check } from "./check.ts";
import { type CheckFlags, formatOf } from "./flags.ts";
import { exposures } from "./log-exposure.ts";
import { openLogGate } from "./redact.ts";
import { masked } from "./tell-error.ts";

/** `outgate log [FILE…]`: what everybody would read in logs, and who can read them already. */
export async function log(names: readonly unknown[], flags: CheckFlags): Promise<number> {
  formatOf(flags);
  const files = names.map(String);
  if (files.length === 0 && process.stdin.isTTY)
    throw new GateError("there is no log to check", "Name files, or pipe a log in: `COMMAND 2>&1 | outgate log`.");
  const gate = await openLogGate(flags);
  return check({ boundary: "log", target: null, items: items(files) }, gate, flags, () => ({
    advice: ["Mask it: `outgate redact FILE --in-place`, or `COMMAND 2>&1 | outgate redact > LOG` from the beginning."],
  }));
}

const wanted = { classes: classesOfLogs, hidden: logTexts } as const;

async function* items(files: readonly string[]): AsyncGenerator<Item> {
  if (files.length === 0) yield* readLog(undefined, wanted);
  for (const file of files) yield* readLog(file, wanted);
  for (const text of exposures(files)) yield { kind: "note", text: await masked(text) };
}
