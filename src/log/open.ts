import type { Transform } from "node:stream";
import type { Gate } from "../gate.ts";
import { atOnce } from "../model/steps.ts";
import { Placeholders } from "./placeholder.ts";
import { redactedBytes } from "./redact-bytes.ts";
import { RedactTransform, redactTransformStream } from "./streams.ts";

/** Masks logs. It is opened once, and used for all of them: the same text gets the same placeholder in each. */
export interface LogRedactor {
  /**
   * A text with everything masked that must not be public, whatever the score: `[secret:github-token:91c2]`. Lines of JSON stay JSON.
   * @throws {Error} if it cannot be searched.
   */
  redact(text: string): string;
  /** For Node's streams: bytes or text in, masked bytes out, at the latest 200 ms after a line has come. */
  transform(): Transform;
  /** For the web's streams. It gives pieces of 64 kB, and what is left at the end. */
  transformStream(): TransformStream<Uint8Array, Uint8Array>;
}

/** Loads everything that may be needed, so that nothing has to be waited for. @param key under which placeholders are made */
export async function openedRedactor(gate: Gate, key: string | undefined): Promise<LogRedactor> {
  await gate.load();
  const placeholders = new Placeholders(key);
  return {
    redact: (text) => atOnce(redactedBytes(Buffer.from(text), gate, placeholders)).toString("utf8"),
    transform: () => new RedactTransform(gate, placeholders),
    transformStream: () => redactTransformStream(gate, placeholders),
  };
}
