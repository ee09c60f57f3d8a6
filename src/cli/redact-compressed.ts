import { createReadStream } from "node:fs";
import { Readable } from "node:stream";
import { constants, createGunzip, createGzip, createZstdCompress, createZstdDecompress } from "node:zlib";
import { redactedChunks } from "../log/redact-bytes.ts";
import type { Redactor } from "../log/redactor.ts";
import { GateError } from "../model/error.ts";
import { codeOf } from "../model/system-error.ts";
import { cutOff, isSkipped, piecesOfFrame } from "../sources/zstd-frames.ts";
import type { Compression } from "./compression.ts";
import { type Sink, writeSome } from "./sink.ts";

/** A frame may ask for so much memory, as a power of two: 8 MB, which every reader has (RFC 8878, section 3.1.1.1.2). */
const mostWindow = 23;

/**
 * Copies a compressed log, masked, and compresses it the same way.
 * @param begun what was read of the file before
 * @throws {GateError} if it cannot be copied to its end: what came out until then is no whole file, and cannot be gone on with.
 */
export async function copyCompressed(
  file: number,
  begun: Buffer,
  sink: Sink,
  redactor: Redactor,
  compression: Compression,
): Promise<number> {
  let count = 0;
  const deflating = compression === "gzip" ? createGzip() : createZstdCompress();
  const compressed = bytesOf(file, begun);
  const plain = compression === "gzip" ? piped(Readable.from(compressed), createGunzip()) : framesOf(compressed);
  const masked = Readable.from(
    redactedChunks(plain, redactor, (output) => {
      count += output.count;
    }),
  );
  try {
    for await (const chunk of piped(masked, deflating))
      for (let at = 0; at < chunk.length;) at += writeSome(sink.file, chunk, at);
    return count;
  } catch (error) {
    throw new GateError(
      `the log was not masked to its end: ${codeOf(error)}. Of what is compressed no part can be used`,
      "Mend that, and begin anew.",
    );
  }
}

async function* bytesOf(file: number, begun: Buffer): AsyncGenerator<Buffer> {
  if (begun.length > 0) yield begun;
  for await (const chunk of createReadStream("", { fd: file, autoClose: false })) yield chunk as Buffer; // no encoding was set
}

/** All frames of zstd one after the other, inflated. */
async function* framesOf(compressed: AsyncGenerator<Buffer>): AsyncGenerator<Buffer> {
  const input = new Pending(compressed);
  while (await input.has(1)) {
    if ((await input.has(4)) && isSkipped(input.first(4))) {
      for await (const _ of frameIn(input));
      continue;
    }
    const inflating = createZstdDecompress({ params: { [constants.ZSTD_d_windowLogMax]: mostWindow } });
    yield* piped(Readable.from(frameIn(input)), inflating);
  }
}

/** The bytes of the frame that begins there. */
async function* frameIn(input: Pending): AsyncGenerator<Buffer> {
  const pieces = piecesOfFrame();
  for (let { done, value } = pieces.next(); done !== true;) {
    if (value === undefined || !(await input.has(value.least))) throw cutOff();
    const length = value.length(input.first(value.least));
    if (!(await input.has(length))) throw cutOff();
    const piece = input.take(length);
    yield piece;
    ({ done, value } = pieces.next(piece));
  }
}

/** Bytes that came and were not taken. */
class Pending {
  readonly #from: AsyncGenerator<Buffer>;
  #bytes: Buffer = Buffer.alloc(0);

  constructor(from: AsyncGenerator<Buffer>) {
    this.#from = from;
  }

  /** Waits until so many are there, or no more come. */
  async has(count: number): Promise<boolean> {
    while (this.#bytes.length < count) {
      const next = await this.#from.next();
      if (next.done === true) return false;
      this.#bytes = this.#bytes.length === 0 ? next.value : Buffer.concat([this.#bytes, next.value]);
    }
    return true;
  }

  first(count: number): Buffer {
    return this.#bytes.subarray(0, count);
  }

  take(count: number): Buffer {
    const taken = this.#bytes.subarray(0, count);
    this.#bytes = this.#bytes.subarray(count);
    return taken;
  }
}

/** What comes out of a stream that is fed from another; an error of the one is one of the other. */
function piped(
  from: Readable,
  into: NodeJS.ReadWriteStream & { destroy(error: Error): unknown },
): AsyncIterable<Buffer> {
  from.on("error", (error) => into.destroy(error)).pipe(into);
  return into as AsyncIterable<unknown> as AsyncIterable<Buffer>; // streams of zlib give buffers
}
