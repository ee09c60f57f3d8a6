import { Transform, type TransformCallback } from "node:stream";
import type { Gate } from "../gate.ts";
import { type Steps, walk } from "../model/steps.ts";
import type { Output } from "./output.ts";
import type { Placeholders } from "./placeholder.ts";
import { blocksOf } from "./redact-bytes.ts";
import { Redactor } from "./redactor.ts";

/** How long whoever reads waits for a line at most, in milliseconds. */
const patience = 200;

/** Bytes or text in, masked bytes out. What cannot be searched destroys the stream, and nothing of it comes out. */
export class RedactTransform extends Transform {
  readonly #redactor: Redactor;
  #timer: NodeJS.Timeout | undefined;
  /** Ends when what was begun has been given: a flush and what is written meanwhile go one after the other. */
  #last: Promise<unknown> = Promise.resolve();

  constructor(gate: Gate, placeholders: Placeholders) {
    super();
    this.#redactor = new Redactor(gate, placeholders);
  }

  override _transform(chunk: Buffer, _: BufferEncoding, done: TransformCallback): void {
    clearTimeout(this.#timer);
    this.#give(function* (redactor) {
      yield* blocksOf(chunk, redactor);
    }, done);
    this.#timer = setTimeout(() => {
      this.#give(
        function* (redactor) {
          yield redactor.flush();
        },
        (error) => {
          if (error) this.destroy(error);
        },
      );
    }, patience);
    this.#timer.unref();
  }

  override _flush(done: TransformCallback): void {
    clearTimeout(this.#timer);
    this.#give(function* (redactor) {
      yield redactor.end();
    }, done);
  }

  override _destroy(error: Error | null, done: (error: Error | null) => void): void {
    clearTimeout(this.#timer);
    done(error);
  }

  #give(work: (redactor: Redactor) => Iterable<Steps<Output>>, done: TransformCallback): void {
    this.#last = this.#giveAfter(this.#last, work, done);
  }

  async #giveAfter(
    last: Promise<unknown>,
    work: (redactor: Redactor) => Iterable<Steps<Output>>,
    done: TransformCallback,
  ): Promise<void> {
    await last;
    try {
      for (const steps of work(this.#redactor)) {
        const { bytes } = await walk(steps);
        if (bytes.length > 0 && !this.destroyed) this.push(Buffer.from(bytes));
      }
    } catch (error) {
      done(error instanceof Error ? error : new Error("the log cannot be searched"));
      return;
    }
    done();
  }
}

/** The same as the web has it. */
export function redactTransformStream(gate: Gate, placeholders: Placeholders): TransformStream<Uint8Array, Uint8Array> {
  const redactor = new Redactor(gate, placeholders);
  return new TransformStream<Uint8Array, Uint8Array>({
    async transform(chunk, controller) {
      const bytes = Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength);
      for (const steps of blocksOf(bytes, redactor)) controller.enqueue(await copied(steps));
    },
    async flush(controller) {
      controller.enqueue(await copied(redactor.end()));
    },
  });
}

async function copied(steps: Steps<Output>): Promise<Uint8Array> {
  return Uint8Array.from((await walk(steps)).bytes);
}
