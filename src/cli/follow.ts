import { closeSync, fstatSync, openSync, readSync, statSync } from "node:fs";
import { setTimeout } from "node:timers/promises";
import type { Gate } from "../gate.ts";
import type { Placeholders } from "../log/placeholder.ts";
import { Redactor } from "../log/redactor.ts";
import { opened } from "./redact.ts";
import { Writer } from "./redact-stream.ts";

/** How often the file is looked at, in milliseconds. */
const interval = 200;

const stdout = 1;

/**
 * Copies a file to stdout, masked, and whatever is written to it later. Where another file takes its name (a rotation), it is read to its
 * end and the other from its beginning; one that becomes shorter is read from its beginning again. It ends when it is told to.
 */
export async function followRedacted(file: string, gate: Gate, placeholders: Placeholders): Promise<number> {
  const ending = new AbortController();
  for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => ending.abort());
  for (let input = opened(file); ;) {
    try {
      await followOne(input, file, new Redactor(gate, placeholders), ending.signal);
    } finally {
      closeSync(input);
    }
    if (ending.signal.aborted) return 0;
    input = openSync(file, "r");
  }
}

/** Goes on until the file is another or shorter, and then gives all that is left. */
async function followOne(input: number, name: string, redactor: Redactor, ending: AbortSignal): Promise<void> {
  const writer = new Writer({ file: stdout, canShorten: false }, redactor);
  await writer.guarded(async () => {
    for (let read = 0; ;) {
      const isReplaced = isOther(input, name); // asked before the end is read: what is written until then counts
      const count = await readOn(input, redactor, writer);
      read += count;
      if (isReplaced || ending.aborted || fstatSync(input).size < read) break;
      if (count > 0) await writer.write(redactor.flush());
      await setTimeout(interval, undefined, { signal: ending }).catch(() => undefined);
    }
    await writer.write(redactor.end());
  });
}

async function readOn(input: number, redactor: Redactor, writer: Writer): Promise<number> {
  for (let total = 0; ;) {
    const { room } = redactor;
    const count = readSync(input, room, 0, room.length, null);
    if (count === 0) return total;
    total += count;
    redactor.added(count);
    if (redactor.isWhole) await writer.write(redactor.next());
    await writer.breathe();
  }
}

/** Whether the name has gone to another file that is there already. */
function isOther(input: number, name: string): boolean {
  const there = statSync(name, { throwIfNoEntry: false });
  if (there === undefined) return false;
  const own = fstatSync(input);
  return there.ino !== own.ino || there.dev !== own.dev;
}
