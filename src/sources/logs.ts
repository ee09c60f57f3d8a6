import { closeSync, fstatSync, openSync, readFileSync, readSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import type { Bytes } from "../model/bytes.ts";
import type { Document, Unread } from "../model/document.ts";
import { codeOf } from "../model/system-error.ts";
import { FileBytes } from "./file-bytes.ts";
import { readPipe } from "./pipe.ts";
import { beginsFrame, inflatedFrames } from "./zstd-frames.ts";

/** More is not held in memory: of what is compressed, and of what comes through a pipe. */
const mostInMemory = 1 << 30;

type Wanted = Required<Pick<Document, "classes" | "hidden" | "places">>;

/**
 * A log as a document, as long as nobody asks for the next. Links are followed, as the log that is written now often is one.
 * @param file its name; stdin where it is missing
 * @param wanted what is looked for in it, and where
 */
export function* readLog(file: string | undefined, wanted: Wanted): Generator<Document | Unread> {
  const name = Buffer.from(file ?? "stdin");
  const nameLeaves = file !== undefined;
  let descriptor: number | undefined;
  try {
    descriptor = file === undefined ? 0 : openSync(file, "r");
    const bytes = bytesOf(descriptor);
    // A log that nothing was written to yet is there; a program that failed has written nothing.
    if (bytes.length > 0 || fstatSync(descriptor).isFile())
      yield { kind: "document", name, nameLeaves, bytes, ...wanted };
    else yield { kind: "failed", name, nameLeaves, reason: nothingCame };
  } catch (error) {
    const reason =
      error instanceof RangeError ? "it is too large to be held in memory" : `cannot be read: ${codeOf(error)}`;
    yield { kind: "failed", name, nameLeaves, reason };
  } finally {
    if (descriptor !== undefined && descriptor !== 0) closeSync(descriptor);
  }
}

const nothingCame = "nothing came from it: the program before may have failed";

/** @throws {RangeError} if it is too large; and what the system says. */
function bytesOf(file: number): Bytes {
  const status = fstatSync(file);
  if (!status.isFile()) return inflated(readPipe(file));
  const first = Buffer.alloc(4);
  readSync(file, first, 0, 4, 0);
  return isCompressed(first) ? inflated(readFileSync(file)) : new FileBytes(file);
}

function inflated(bytes: Buffer): Buffer {
  if (bytes.length > mostInMemory) throw new RangeError("too large");
  const options = { maxOutputLength: mostInMemory };
  if (!isCompressed(bytes)) return bytes;
  return bytes[0] === 0x1f ? gunzipSync(bytes, options) : inflatedFrames(bytes, mostInMemory);
}

/** gzip (RFC 1952) and zstd (RFC 8878). */
function isCompressed(bytes: Buffer): boolean {
  return bytes.toString("hex", 0, 3) === "1f8b08" || beginsFrame(bytes);
}
