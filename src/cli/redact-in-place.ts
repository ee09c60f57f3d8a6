import {
  closeSync,
  fchmodSync,
  fchownSync,
  fstatSync,
  fsyncSync,
  openSync,
  realpathSync,
  renameSync,
  unlinkSync,
} from "node:fs";
import { basename, dirname, join } from "node:path";
import type { Gate } from "../gate.ts";
import type { Placeholders } from "../log/placeholder.ts";
import { Redactor } from "../log/redactor.ts";
import { GateError } from "../model/error.ts";
import { codeOf, isOfSystem } from "../model/system-error.ts";
import { leadsTo, opened } from "./open-log.ts";
import { copyRedacted } from "./redact-stream.ts";

/**
 * Puts a masked copy in the place of a file, with its mode and owner: as a whole, or not at all. A file in which nothing is masked is left
 * as it is.
 * @throws {GateError} if it cannot be read or written, or if it was changed meanwhile.
 */
export async function redactInPlace(file: string, gate: Gate, placeholders: Placeholders): Promise<number> {
  const input = opened(file);
  const target = realpathSync(file);
  const copy = join(dirname(target), `.${basename(target)}.${process.pid}.outgate`);
  let output: number | undefined;
  try {
    const before = fstatSync(input);
    if (!before.isFile()) throw unchangeable(file, "it is no regular file");
    if (before.nlink > 1) throw unchangeable(file, "it has another name, which would keep what stands in it now");
    output = openSync(copy, "wx", 0o600);
    if (process.getuid !== undefined) fchownSync(output, before.uid, before.gid);
    fchmodSync(output, before.mode & 0o7777);
    const sink = { file: output, canShorten: false };
    const count = await copyRedacted(input, sink, new Redactor(gate, placeholders));
    const after = fstatSync(input);
    if (after.size !== before.size || after.mtimeMs !== before.mtimeMs)
      throw unchangeable(file, "it was written to meanwhile");
    if (leadsTo(target, input) !== true) throw unchangeable(file, "another file, or none, has its name by now");
    fsyncSync(output);
    if (count > 0) renameSync(copy, target);
    else unlinkSync(copy);
    return count;
  } catch (error) {
    if (output !== undefined) removed(copy);
    throw isOfSystem(error) ? unchangeable(file, codeOf(error)) : error;
  } finally {
    closeSync(input);
    if (output !== undefined) closeSync(output);
  }
}

function unchangeable(file: string, reason: string): GateError {
  return new GateError(
    `${file} was not changed: ${reason}`,
    "Write a masked copy instead: `outgate redact FILE > COPY`, or mend that first.",
  );
}

function removed(copy: string): void {
  try {
    unlinkSync(copy);
  } catch {
    // It was never made.
  }
}
