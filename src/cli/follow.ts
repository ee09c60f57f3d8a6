import { closeSync, fstatSync, readSync, statSync } from "node:fs";
import { setTimeout } from "node:timers/promises";
import type { Output } from "../log/output.ts";
import type { Redactor } from "../log/redactor.ts";
import { GateError } from "../model/error.ts";
import type { Steps } from "../model/steps.ts";
import { compressionOf, firstOf } from "./compression.ts";
import { leadsTo, opened } from "./open-log.ts";

/** How often the file is looked at, in milliseconds. */
const interval = 200;

/** Gets what a file holds, from its beginning to its end, and whatever is written to it later. */
export interface Follower {
  readonly redactor: Redactor;
  write(steps: Steps<Output>): Promise<void>;
  /** Does the work, and tells what went wrong in it. */
  guarded(work: () => Promise<void>): Promise<unknown>;
}

/**
 * Follows a file. Where another takes its name (a rotation), it is read to its end and the other from its beginning; one that becomes shorter
 * is read from its beginning again. It ends when it is told to.
 * @param begin is called for each file
 * @throws {GateError} if it cannot be read, or if what it holds cannot be followed.
 */
export async function follow(file: string, begin: () => Follower): Promise<void> {
  const ending = new AbortController();
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, () => ending.abort());
  for (let input = opened(file); ;) {
    try {
      await followOne(input, file, begin(), ending.signal);
    } finally {
      closeSync(input);
    }
    const next = ending.signal.aborted ? undefined : await reopened(file, ending.signal);
    if (next === undefined) return;
    input = next;
  }
}

/** Goes on until the file is another or shorter, and then gives all that is left. */
async function followOne(input: number, name: string, follower: Follower, ending: AbortSignal): Promise<void> {
  if (compressionOf(firstOf(input)) !== undefined)
    throw new GateError(`${name} is compressed, and does not grow by lines`, "Name the log that is written now.");
  await follower.guarded(async () => {
    for (let read = 0; ;) {
      const isReplaced = leadsTo(name, input) === false; // asked before the end is read: what is written until then counts
      const count = await readOn(input, follower);
      read += count;
      if (isReplaced || ending.aborted || fstatSync(input).size < read) break;
      if (count > 0) await follower.write(follower.redactor.flush());
      await setTimeout(interval, undefined, { signal: ending }).catch(() => undefined);
    }
    await follower.write(follower.redactor.end());
  });
}

async function readOn(input: number, follower: Follower): Promise<number> {
  const { redactor } = follower;
  for (let total = 0; ;) {
    const { room } = redactor;
    const count = readSync(input, room, 0, room.length, null);
    if (count === 0) return total;
    total += count;
    redactor.added(count);
    if (redactor.isWhole) await follower.write(redactor.next());
    await new Promise((resume) => setImmediate(resume));
  }
}

/** The file that has the name now: it may have been taken away once more in the moment before. */
async function reopened(name: string, ending: AbortSignal): Promise<number | undefined> {
  while (!ending.aborted) {
    if (statSync(name, { throwIfNoEntry: false }) !== undefined) return opened(name);
    await setTimeout(interval, undefined, { signal: ending }).catch(() => undefined);
  }
  return undefined;
}
