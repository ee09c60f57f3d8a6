import { closeSync, fstatSync } from "node:fs";
import { isatty } from "node:tty";
import type { Gate } from "../gate.ts";
import { logGate } from "../log/log-gate.ts";
import { Placeholders } from "../log/placeholder.ts";
import { Redactor } from "../log/redactor.ts";
import { GateError } from "../model/error.ts";
import { openListed } from "../open-listed.ts";
import { type CheckFlags, listsOf, seeHelp, textOf } from "./flags.ts";
import { complain, fitting, stderr } from "./output.ts";
import type { Follower } from "./follow.ts";
import { opened } from "./open-log.ts";
import { copyRedacted, Writer } from "./redact-stream.ts";
import type { Sink } from "./sink.ts";
import { collectOldWhenAsked } from "./small-heap.ts";
import { maskBy } from "./tell-error.ts";

export interface RedactFlags extends CheckFlags {
  readonly inPlace?: unknown;
  readonly follow?: unknown;
  readonly resume?: unknown;
}

const stdin = 0;
const stdout = 1;

/** `outgate redact [FILE]`: copies a file or stdin to stdout with everything masked that must not be public. */
export async function redact(name: unknown, flags: RedactFlags): Promise<number> {
  collectOldWhenAsked();
  const file = textOf("the file", name);
  const from = offsetOf(flags.resume);
  const key = process.env["OUTGATE_KEY"];
  if (from > 0 && (key === undefined || key === ""))
    throw new GateError(
      "--resume needs OUTGATE_KEY, or what comes now could not be compared with what was written before",
      "Set it to the key of the run before, or begin anew without --resume.",
    );
  const gate = await openLogGate(flags);
  const placeholders = new Placeholders(key === "" ? undefined : key);
  if (flags.follow === true) {
    if (file === undefined || flags.inPlace === true || from > 0)
      throw new GateError("--follow takes a file, and neither --in-place nor --resume", seeHelp());
    await (await import("./follow.ts")).follow(file, () => masking(gate, placeholders));
    return 0;
  }
  if (flags.inPlace === true) {
    if (file === undefined || from > 0) throw new GateError("--in-place takes a file, and no --resume", seeHelp());
    return told(await (await import("./redact-in-place.ts")).redactInPlace(file, gate, placeholders), flags);
  }
  if (file === undefined && isatty(stdin)) complain("The log is read from here; Ctrl-D behind a line ends it.\n");
  const input = file === undefined ? stdin : opened(file);
  try {
    const sink: Sink = { file: stdout, canShorten: fstatSync(stdout).isFile() };
    const redactor = new Redactor(gate, placeholders, from);
    return told(await copyRedacted(input, sink, redactor), flags);
  } finally {
    if (input !== stdin) closeSync(input);
  }
}

/** Writes what a file holds to stdout, masked. */
function masking(gate: Gate, placeholders: Placeholders): Follower {
  const redactor = new Redactor(gate, placeholders);
  const writer = new Writer({ file: stdout, canShorten: false }, redactor);
  return { redactor, write: (steps) => writer.write(steps), guarded: (work) => writer.told(work) };
}

/** What judges logs, by the nearest config and all lists. */
export async function openLogGate(flags: CheckFlags): Promise<Gate> {
  const named = textOf("--config", flags.config);
  const { config, policyId, denied } = await openListed({ config: named, ...listsOf(flags) });
  const gate = await logGate(config, policyId, denied);
  maskBy(gate);
  for (const { document, reason } of denied?.missing ?? [])
    complain(fitting(`outgate: ${document}: ${reason}\n`, stderr));
  return gate;
}

function offsetOf(value: unknown): number {
  const text = textOf("--resume", value);
  if (text === undefined) return 0;
  const offset = Number(text);
  if (/^\d{1,16}$/.test(text) && Number.isSafeInteger(offset)) return offset;
  throw new GateError(
    "--resume takes the number of bytes that are done",
    "The error message of the run before has it.",
  );
}

/** Who reads stdout reads the log; that it was looked through, and what came of it, is told aside. */
function told(count: number, { quiet }: RedactFlags): number {
  if (quiet !== true) complain(`outgate: masked ${count} ${count === 1 ? "place" : "places"}.\n`);
  return 0;
}
