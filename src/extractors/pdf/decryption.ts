import { createCipheriv, createDecipheriv, createHash } from "node:crypto";
import { type Dictionary, isArray, isDictionary, isText, nameIn, numberIn, type Value } from "./value.ts";

/** What an object is known by: its key is made of it. */
export interface ObjectId {
  readonly number: number;
  readonly generation: number;
}

/** Reads what stands encrypted in a PDF that opens without a password. */
export interface Decryption {
  readonly stream: (bytes: Buffer, id: ObjectId) => Buffer;
  readonly string: (bytes: Buffer, id: ObjectId) => Buffer;
  readonly hasPlainMetadata: boolean;
}

/**
 * Most encrypted PDFs open for everybody, and only forbid to print or to copy: the standard security handler with the empty password, in all of its
 * revisions: ISO 32000-2, 7.6.
 * @param encrypt the dictionary that the trailer names
 * @param id the first of the two strings by which the file is known
 * @returns undefined where a password is needed, or where another handler has encrypted it.
 */
export function decryptionOf(encrypt: Dictionary, id: Buffer): Decryption | undefined {
  if (nameIn(encrypt, "Filter") !== "Standard") return undefined;
  const version = numberIn(encrypt, "V") ?? 0;
  const hasPlainMetadata = encrypt.get("EncryptMetadata") === false;
  const key = version === 5 ? keyOfFive(encrypt) : keyOfFour(encrypt, version, id, hasPlainMetadata);
  if (key === undefined) return undefined;
  const [stream, string] = [methodOf(encrypt, version, "StmF"), methodOf(encrypt, version, "StrF")];
  if (stream === undefined || string === undefined) return undefined;
  return {
    stream: (bytes, object) => stream(bytes, key, object),
    string: (bytes, object) => string(bytes, key, object),
    hasPlainMetadata,
  };
}

type Method = (bytes: Buffer, key: Buffer, id: ObjectId) => Buffer;

const methods: Readonly<Record<string, Method>> = {
  None: (bytes) => bytes,
  V2: (bytes, key, id) => rc4(bytes, keyOfObject(key, id, "")),
  AESV2: (bytes, key, id) => decipher(bytes, keyOfObject(key, id, "sAlT")),
  AESV3: (bytes, key) => decipher(bytes, key),
};

/** @param of which of the filters that the dictionary names */
function methodOf(encrypt: Dictionary, version: number, of: "StmF" | "StrF"): Method | undefined {
  if (version < 4) return methods["V2"];
  const name = nameIn(encrypt, of) ?? "Identity";
  if (name === "Identity") return methods["None"];
  const filters = encrypt.get("CF");
  const filter = isDictionary(filters) ? filters.get(name) : undefined;
  return methods[(isDictionary(filter) && nameIn(filter, "CFM")) || "None"];
}

function bytesIn(dictionary: Dictionary, name: string): Buffer {
  return bytesOf(dictionary.get(name));
}

function bytesOf(value: Value | undefined): Buffer {
  return Buffer.from(isText(value) ? value.text : "", "latin1");
}

/** The string that a trailer knows the file by. */
export function idOf(trailer: Dictionary): Buffer {
  const ids = trailer.get("ID");
  return bytesOf(isArray(ids) ? ids[0] : undefined);
}

/** What a password of fewer than 32 bytes is filled up with; the empty one is all of it. */
const padding = Buffer.from("28bf4e5e4e758a4164004e56fffa01082e2e00b6d0683e802f0ca9fe6453697a", "hex");

/** Algorithm 2, and 6 to see whether it opens. */
function keyOfFour(encrypt: Dictionary, version: number, id: Buffer, isPlain: boolean): Buffer | undefined {
  const revision = numberIn(encrypt, "R") ?? 2;
  const bits = version === 1 ? 40 : (numberIn(encrypt, "Length") ?? (version === 4 ? 128 : 40));
  const length = Math.min(16, Math.max(5, bits >> 3));
  const permissions = Buffer.alloc(4);
  permissions.writeInt32LE((numberIn(encrypt, "P") ?? 0) | 0);
  const open = revision >= 4 && isPlain ? Buffer.alloc(4, 0xff) : none;
  let key = md5(padding, bytesIn(encrypt, "O").subarray(0, 32), permissions, id, open);
  if (revision >= 3) for (let round = 0; round < 50; round++) key = md5(key.subarray(0, length));
  key = key.subarray(0, length);
  const user = bytesIn(encrypt, "U");
  if (revision < 3) return rc4(padding, key).equals(user.subarray(0, 32)) ? key : undefined;
  let checked = md5(padding, id);
  for (let round = 0; round < 20; round++)
    checked = rc4(
      checked,
      key.map((byte) => byte ^ round),
    );
  return checked.equals(user.subarray(0, 16)) ? key : undefined;
}

const none = Buffer.alloc(0);

/** Algorithm 2.A: the hash, what it was salted with, and what the key is salted with. */
function keyOfFive(encrypt: Dictionary): Buffer | undefined {
  const hash = numberIn(encrypt, "R") === 5 ? (salt: Buffer): Buffer => digest("sha256", salt) : hardened;
  const user = bytesIn(encrypt, "U");
  const wrapped = bytesIn(encrypt, "UE");
  if (user.length < 48 || wrapped.length < 32 || !hash(user.subarray(32, 40)).equals(user.subarray(0, 32)))
    return undefined;
  const unwrap = createDecipheriv("aes-256-cbc", hash(user.subarray(40, 48)), Buffer.alloc(16)).setAutoPadding(false);
  return unwrap.update(wrapped.subarray(0, 32));
}

/** Algorithm 2.B, of the empty password. */
function hardened(salt: Buffer): Buffer {
  let key = digest("sha256", salt);
  let last = 0;
  for (let round = 0; round < 64 || last > round - 32; round++) {
    const cipher = createCipheriv("aes-128-cbc", key.subarray(0, 16), key.subarray(16, 32)).setAutoPadding(false);
    const encrypted = cipher.update(Buffer.concat(Array.from({ length: 64 }, () => key)));
    const sum = encrypted.subarray(0, 16).reduce((total, byte) => total + byte, 0);
    key = digest(["sha256", "sha384", "sha512"][sum % 3] ?? "", encrypted);
    last = encrypted.at(-1) ?? 0;
  }
  return key.subarray(0, 32);
}

/** Algorithm 1. */
function keyOfObject(key: Buffer, { number, generation }: ObjectId, salt: string): Buffer {
  const numbers = Buffer.alloc(5);
  numbers.writeUIntLE(number % 2 ** 24, 0, 3);
  numbers.writeUInt16LE(generation % 2 ** 16, 3);
  return md5(key, numbers, Buffer.from(salt)).subarray(0, Math.min(16, key.length + 5));
}

/** AES in CBC behind what it begins with; its last byte tells how many it was filled up with. */
function decipher(bytes: Buffer, key: Buffer): Buffer {
  const length = bytes.length - (bytes.length % 16);
  if (length < 32 || (key.length !== 16 && key.length !== 32)) return none;
  const method = createDecipheriv(`aes-${8 * key.length}-cbc`, key, bytes.subarray(0, 16)).setAutoPadding(false);
  const plain = method.update(bytes.subarray(16, length));
  const filled = plain.at(-1) ?? 0;
  return filled > 16 ? plain : plain.subarray(0, plain.length - filled);
}

function md5(...parts: readonly Buffer[]): Buffer {
  return digest("md5", ...parts);
}

function digest(algorithm: string, ...parts: readonly Buffer[]): Buffer {
  return createHash(algorithm).update(Buffer.concat(parts)).digest();
}

/** The cipher that OpenSSL has no more. */
function rc4(bytes: Uint8Array, key: Uint8Array): Buffer {
  const state = Uint8Array.from({ length: 256 }, (_, index) => index);
  const swap = (one: number, other: number): void => {
    [state[one], state[other]] = [state[other] ?? 0, state[one] ?? 0];
  };
  for (let at = 0, other = 0; at < 256; at++) {
    other = (other + (state[at] ?? 0) + (key[at % key.length] ?? 0)) & 255;
    swap(at, other);
  }
  let [one, other] = [0, 0];
  const written = Buffer.from(bytes);
  for (let at = 0; at < written.length; at++) {
    one = (one + 1) & 255;
    other = (other + (state[one] ?? 0)) & 255;
    swap(one, other);
    written[at] = (written[at] ?? 0) ^ (state[((state[one] ?? 0) + (state[other] ?? 0)) & 255] ?? 0);
  }
  return written;
}
