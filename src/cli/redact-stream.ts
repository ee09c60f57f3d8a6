import { fstatSync, ftruncateSync, read, readSync } from "node:fs";
import { setTimeout as pause } from "node:timers/promises";
import { promisify } from "node:util";
import type { Output } from "../log/output.ts";
import { blocksOf } from "../log/redact-bytes.ts";
import type { Redactor } from "../log/redactor.ts";
import { GateError } from "../model/error.ts";
import { type Steps, walk } from "../model/steps.ts";
import { codeOf, isOfSystem } from "../model/system-error.ts";
import { compressionOf, firstOf, markLength } from "./compression.ts";
import { type Sink, writeSome } from "./sink.ts";
import { limitYoungAndCollectOld } from "./small-heap.ts";
import { masked } from "./tell-error.ts";

/** How long whoever reads the output waits for a line at most, in milliseconds. */
const patience = 200;

/**
 * Copies everything, masked, and tells how many places were.
 * @throws {GateError} that tells up to which byte of the input all was written, if it cannot go on.
 */
export async function copyRedacted(file: number, sink: Sink, redactor: Redactor): Promise<number> {
  const isFile = fstatSync(file).isFile();
  const begun = await beginningOf(file, isFile);
  const compression = compressionOf(begun);
  if (compression !== undefined) {
    const { copyCompressed } = await import("./redact-compressed.ts");
    return copyCompressed(file, isFile ? nothing : begun, sink, redactor, compression);
  }
  const writer = new Writer(sink, redactor);
  return writer.guarded(async () => {
    if (isFile) await fromFile(file, redactor, writer);
    else await fromPipe(file, begun, redactor, writer);
  });
}

const nothing = Buffer.alloc(0);

async function beginningOf(file: number, isFile: boolean): Promise<Buffer> {
  try {
    return isFile ? firstOf(file) : await firstOfPipe(file);
  } catch (error) {
    if (!isOfSystem(error)) throw error;
    throw new GateError(
      `the log cannot be read: ${codeOf(error)}`,
      "Pipe it in, or name a file that is there and may be read.",
    );
  }
}

/** The first bytes of what can be read only once. */
async function firstOfPipe(file: number): Promise<Buffer> {
  const pieces: Buffer[] = [];
  for (let length = 0; length < markLength;) {
    const bytes = Buffer.alloc(1 << 16);
    const bytesRead = await readSome(file, bytes);
    if (bytesRead === 0) break;
    pieces.push(bytes.subarray(0, bytesRead));
    length += bytesRead;
  }
  return Buffer.concat(pieces);
}

async function fromFile(file: number, redactor: Redactor, writer: Writer): Promise<void> {
  for (;;) {
    const { room } = redactor;
    const count = readSync(file, room, 0, room.length, null);
    redactor.added(count);
    if (redactor.isWhole) await writer.write(redactor.next());
    if (count === 0) break;
    await writer.breathe();
  }
  await writer.write(redactor.end());
}

const readAsync = promisify(read);

/** Waits until something comes, or the end: also of what another program has set not to block. */
async function readSome(file: number, target: Buffer): Promise<number> {
  for (;;) {
    try {
      return (await readAsync(file, target, 0, target.length, null)).bytesRead;
    } catch (error) {
      if (codeOf(error) !== "EAGAIN") throw error;
      await pause(2);
    }
  }
}

/** What does not come for a while is not waited for: whoever follows the output sees the lines that there are. */
async function fromPipe(file: number, begun: Buffer, redactor: Redactor, writer: Writer): Promise<void> {
  await writer.take(begun);
  const chunk = Buffer.allocUnsafeSlow(1 << 17);
  for (let isQuiet = false; ;) {
    const reading = readSome(file, chunk);
    if (!isQuiet && (await isLate(reading))) await writer.write(redactor.flush());
    isQuiet = true;
    const bytesRead = await reading;
    if (bytesRead === 0) break;
    isQuiet = false;
    await writer.take(chunk.subarray(0, bytesRead));
    await writer.breathe();
  }
  await writer.write(redactor.end());
}

async function isLate(reading: Promise<unknown>): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<boolean>((resume) => {
    timer = setTimeout(resume, patience, true);
  });
  try {
    return await Promise.race([reading.then(() => false), late]);
  } finally {
    clearTimeout(timer);
  }
}

/** Writes what a redactor gives, and knows how far it came. */
export class Writer {
  readonly #sink: Sink;
  readonly #redactor: Redactor;
  /** Up to which byte of the input all was written. */
  #done: number;
  #count = 0;
  #interrupted: NodeJS.Signals | undefined;
  #last: number = performance.now();

  constructor(sink: Sink, redactor: Redactor) {
    this.#sink = sink;
    this.#redactor = redactor;
    this.#done = redactor.done;
  }

  async take(bytes: Buffer): Promise<void> {
    for (const steps of blocksOf(bytes, this.#redactor)) await this.write(steps);
  }

  async write(steps: Steps<Output>): Promise<void> {
    const output = await walk(steps);
    const { bytes } = output;
    let written = 0;
    try {
      while (written < bytes.length) {
        this.#throwIfInterrupted();
        written += writeSome(this.#sink.file, bytes, written);
      }
    } catch (error) {
      const { length, done } = output.wholeParts(written);
      if (this.#sink.canShorten) ftruncateSync(this.#sink.file, fstatSync(this.#sink.file).size - written + length);
      this.#done = done;
      throw error;
    }
    this.#done = this.#redactor.done;
    this.#count += output.count;
  }

  /** Lets signals through and limits the heap, some twenty times a second. */
  async breathe(): Promise<void> {
    const now = performance.now();
    if (now - this.#last < 50) return;
    await new Promise((resume) => setImmediate(resume));
    this.#last = performance.now();
    limitYoungAndCollectOld();
    this.#throwIfInterrupted();
  }

  #throwIfInterrupted(): void {
    if (this.#interrupted !== undefined) throw new Error(`interrupted by ${this.#interrupted}`);
  }

  /**
   * @returns how many places were masked
   * @throws {GateError} that tells how far it came, whatever went wrong; also where the process is told to end.
   */
  async guarded(work: () => Promise<void>): Promise<number> {
    const interrupt = (signal: NodeJS.Signals): void => {
      this.#interrupted = signal;
    };
    for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.once(signal, interrupt);
    try {
      return await this.told(work);
    } finally {
      for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.off(signal, interrupt);
    }
  }

  /** The same, where to be told to end is how it ends. */
  async told(work: () => Promise<void>): Promise<number> {
    try {
      await work();
      return this.#count;
    } catch (error) {
      const reason = isOfSystem(error)
        ? codeOf(error)
        : await masked(error instanceof Error ? error.message : "unknown");
      throw new GateError(
        `the log was not masked to its end: ${reason}. The first ${this.#done} bytes of the input are done`,
        `Mend that, and go on with \`--resume ${this.#done}\` under the same OUTGATE_KEY, or begin anew.`,
      );
    }
  }
}
