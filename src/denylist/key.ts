import { randomBytes } from "node:crypto";
import { GateError } from "../model/error.ts";
import { readPrivateFile, secretMode, writePrivateFile } from "./private-file.ts";

/** Where a key can come from. */
export interface KeyPlaces {
  /** The value of OUTGATE_KEY. */
  readonly variable: string | undefined;
  /** The key's file, which need not be there. */
  readonly file: string;
}

const size = 32;

/**
 * The key of locks: OUTGATE_KEY, else the key's file; undefined where there is neither.
 * @throws {GateError} if what is there is no key of 32 bytes in hex or base64, or if others could read the file.
 */
export function readKey({ variable, file }: KeyPlaces): Buffer | undefined {
  if (variable !== undefined && variable.trim() !== "") return keyIn(variable, "OUTGATE_KEY");
  const found = readPrivateFile(file, "the key");
  if (found === undefined) return undefined;
  if (found.exposure !== undefined)
    throw new GateError(
      `the key ${file} ${found.exposure}`,
      `\`chmod 600\` and \`chown\` it. If somebody may have read it, make a new one: \`outgate deny rotate\`.`,
    );
  return keyIn(found.bytes.toString("latin1"), `the key ${file}`);
}

function keyIn(text: string, name: string): Buffer {
  const trimmed = text.trim();
  const isHex = /^[0-9a-f]{64}$/i.test(trimmed);
  const isBase64 = /^[\w+/-]{43}=?$/.test(trimmed);
  const key = Buffer.from(trimmed, isHex ? "hex" : "base64");
  if ((isHex || isBase64) && key.length === size && isRandom(key)) return key;
  throw new GateError(
    `${name} is not ${size} random bytes in hex or base64`,
    "Give the key that made the lock: what the key's file of its maker holds. `openssl rand -hex 32` makes a new one.",
  );
}

/** Of 32 random bytes 30 differ; fewer than 16 do once in 10^17 keys. A key that was typed by hand can be guessed. */
function isRandom(key: Buffer): boolean {
  return new Set(key).size >= size / 2;
}

/** A new key, which is kept nowhere yet. */
export function newKey(): Buffer {
  return randomBytes(size);
}

/**
 * Writes the key in hex, as OUTGATE_KEY takes it.
 * @param isNew whether a key that is there is an error: another process may have made one in this moment.
 */
export function writeKey(file: string, key: Buffer, isNew: boolean): void {
  writePrivateFile(file, `${key.toString("hex")}\n`, { mode: secretMode, isNew });
}
