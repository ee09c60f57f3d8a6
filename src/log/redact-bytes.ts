import type { Gate } from "../gate.ts";
import { type Steps, walk } from "../model/steps.ts";
import type { Output } from "./output.ts";
import type { Placeholders } from "./placeholder.ts";
import { Redactor } from "./redactor.ts";

/** Masks what is in memory as a whole. */
export function* redactedBytes(bytes: Buffer, gate: Gate, placeholders: Placeholders): Steps<Buffer> {
  const redactor = new Redactor(gate, placeholders);
  const pieces: Buffer[] = [];
  for (const steps of blocksOf(bytes, redactor)) pieces.push(Buffer.from((yield* steps).bytes));
  pieces.push(Buffer.from((yield* redactor.end()).bytes));
  return Buffer.concat(pieces);
}

/** Masks what comes piece by piece. @param onOutput is told of each block */
export async function* redactedChunks(
  chunks: AsyncIterable<Buffer>,
  redactor: Redactor,
  onOutput: (output: Output) => void,
): AsyncGenerator<Buffer> {
  const given = async (steps: Steps<Output>): Promise<Buffer> => {
    const output = await walk(steps);
    onOutput(output);
    return Buffer.from(output.bytes);
  };
  for await (const chunk of chunks) for (const steps of blocksOf(chunk, redactor)) yield await given(steps);
  yield await given(redactor.end());
}

/** Puts bytes in, and gives each block that is whole by them. */
export function* blocksOf(bytes: Buffer, redactor: Redactor): Generator<Steps<Output>> {
  for (let at = 0; at < bytes.length;) {
    const count = bytes.copy(redactor.room, 0, at);
    redactor.added(count);
    at += count;
    if (redactor.isWhole) yield redactor.next();
  }
}
