import { GateError } from "../model/error.ts";
import type { LockKeys } from "./lock-keys.ts";
import { recordSize } from "./lock-keys.ts";

/** What a lock says. Nothing in it can be told without its key, but how many buckets it has. */
export interface LockFile {
  /** Of what makes forms: see `normalForm` in lock.ts. */
  readonly normalForm: number;
  /** The tag of a form that every list has, in hex. */
  readonly canary: string;
  readonly sizes: Sizes;
  /** Sorted, each `recordSize` bytes. */
  readonly records: Buffer;
  /** Of each record the hash of the word that a text is searched for, 0 where there is none; missing in locks of version 1. */
  readonly words: Uint32Array | undefined;
}

/** Masked in the file, because a number of terms, or that one has five words, tells something as well. */
interface Sizes {
  readonly terms: number;
  readonly values: number;
  /** The most words that a form has. */
  readonly longest: number;
}

/** The version that is written; the one before, whose records have no words, is read. */
const version = 2;

/** Bytes of the hash of a word. */
const wordSize = 4;

/** In hex, with the line break. */
const lineLengths: Readonly<Record<string, number>> = { 1: 2 * recordSize + 1, 2: 2 * (recordSize + wordSize) + 1 };

const comment =
  "# Keyed tags of what the owner has denied: nothing can be read from them. Made by `outgate deny lock`.";

export function printLock(keys: LockKeys, lock: LockFile & { readonly words: Uint32Array }): string {
  const { normalForm, canary, sizes, records } = lock;
  const lines = Array.from(keys.maskWords(lock.words, records), (word, n) => {
    const record = records.toString("hex", n * recordSize, (n + 1) * recordSize);
    return record + word.toString(16).padStart(8, "0");
  });
  const head = [
    `outgate-lock ${version}`,
    comment,
    `normal-form ${normalForm}`,
    `key ${keys.id}`,
    `canary ${canary}`,
    `sizes ${masked(sizesToBytes(sizes), keys.maskOf(records)).toString("hex")}`,
    `tags ${lines.length}`,
  ];
  const text = `${[...head, ...lines].join("\n")}\n`;
  return `${text}end ${keys.seal(text)}\n`;
}

/** Whether a file begins as a lock does. */
export function isLock(text: string): boolean {
  return /^outgate-lock\b/.test(text);
}

/** A lock is whole as far as it can be told, and the key is that of others. */
export class OtherKeyError extends GateError {}

/**
 * Reads a lock, and believes it only where its key vouches for every byte.
 * @throws {GateError} if it is no lock, cut off, changed, of a newer version, or made with another key.
 */
export function readLock(text: string, name: string, keys: LockKeys): LockFile {
  // Git on Windows may have made CRLF of the breaks.
  const plain = text.replaceAll("\r\n", "\n");
  if (plain === "") throw wrong(name, "is empty");
  const [, made] = /^outgate-lock (\d{1,9})\n/.exec(plain) ?? [];
  if (made === undefined) throw wrong(name, "does not begin as a lock does");
  if (Number(made) > version) throw newer(name);
  if (/^(?:<{7}|={7}|>{7})/m.test(plain)) throw wrong(name, "has the conflicts of a merge in it");
  const [head = "", normalForm, id, canary, sizes, count] = shape.exec(plain) ?? [];
  const lineLength = lineLengths[made] ?? 0;
  const recordsEnd = head.length + Number(count) * lineLength;
  const [, end] = /^end ([0-9a-f]{64})\n$/.exec(plain.slice(recordsEnd)) ?? [];
  if (end === undefined) throw wrong(name, "is cut off or damaged");
  if (id !== keys.id)
    throw new OtherKeyError(
      `the lock ${name} was made with another key`,
      "Give the key that made it, in OUTGATE_KEY or the key's file; or make the lock anew from the list: `outgate deny lock`.",
    );
  if (keys.seal(plain.slice(0, recordsEnd)) !== end) throw wrong(name, "was changed or damaged");
  if (Number(count) === 0) throw wrong(name, "holds nothing");
  const bytes = Buffer.from(plain.slice(head.length, recordsEnd).replaceAll("\n", ""), "hex");
  const { records, words } = made === "1" ? { records: bytes, words: undefined } : parted(bytes);
  const unmasked = masked(Buffer.from(sizes ?? "", "hex"), keys.maskOf(records));
  return {
    normalForm: Number(normalForm),
    canary: canary ?? "",
    sizes: sizesFromBytes(unmasked),
    records,
    words: words && keys.maskWords(words, records),
  };
}

/** Records, and the four bytes behind each. */
function parted(bytes: Buffer): { readonly records: Buffer; readonly words: Uint32Array } {
  const words = new Uint32Array(bytes.length / (recordSize + wordSize));
  const records = Buffer.alloc(words.length * recordSize);
  for (let n = 0; n < words.length; n++) {
    const start = n * (recordSize + wordSize);
    for (let at = 0; at < recordSize; at++) records[n * recordSize + at] = bytes[start + at] ?? 0;
    words[n] = bytes.readUInt32BE(start + recordSize);
  }
  return { records, words };
}

/** All in front of the records. */
const shape =
  /^outgate-lock [12]\n#[^\n]*\nnormal-form (\d{1,9})\nkey ([0-9a-f]{16})\ncanary ([0-9a-f]{20})\nsizes ([0-9a-f]{18})\ntags (\d{1,9})\n/;

function sizesToBytes({ terms, values, longest }: Sizes): Buffer {
  const bytes = Buffer.alloc(9);
  bytes.writeUInt32BE(terms, 0);
  bytes.writeUInt32BE(values, 4);
  bytes.writeUInt8(longest, 8);
  return bytes;
}

function sizesFromBytes(bytes: Buffer): Sizes {
  return { terms: bytes.readUInt32BE(0), values: bytes.readUInt32BE(4), longest: bytes.readUInt8(8) };
}

function masked(bytes: Buffer, mask: Buffer): Buffer {
  return bytes.map((byte, index) => byte ^ (mask[index] ?? 0)) as Buffer; // map of a Buffer gives one
}

/** Of the file, or of what makes forms. */
export function newer(name: string): GateError {
  return new GateError(
    `the lock ${name} was made by a newer version of outgate`,
    "Update outgate. Until then nothing can be checked against this lock.",
  );
}

function wrong(name: string, what: string): GateError {
  return new GateError(
    `the lock ${name} ${what}`,
    "Restore it from git, or make it anew from the list: `outgate deny lock`. Locks are not merged by hand.",
  );
}
