import { createCipheriv, createHmac, createSecretKey, type KeyObject } from "node:crypto";
import { KeyedHash } from "./keyed-hash.ts";

/** Bytes of a tag: 80 bits. That one of 10^9 windows of a text meets one of 64,000 tags by accident has a chance of 10^-10. */
export const tagSize = 10;

/** Bytes of a record: a tag, and beside it a masked byte that tells the kind. */
export const recordSize = 11;

/** Of AES, in bytes. */
const blockSize = 16;

/** What a key of 32 bytes is used for, each by a key of its own, which is an HMAC-SHA256 of its purpose under that key. */
export class LockKeys {
  /** Tells keys apart, and nothing of them. */
  readonly id: string;
  readonly #tags: KeyedHash;
  readonly #words: Buffer;
  readonly #padding: KeyObject;
  readonly #sizes: KeyObject;
  readonly #file: KeyObject;

  constructor(key: Buffer) {
    const derived = (purpose: string): Buffer => createHmac("sha256", key).update(`outgate lock 1 ${purpose}`).digest();
    this.id = derived("id").toString("hex", 0, 8);
    this.#tags = new KeyedHash(derived("tags"));
    this.#words = derived("words");
    this.#padding = createSecretKey(derived("padding"));
    this.#sizes = createSecretKey(derived("sizes"));
    this.#file = createSecretKey(derived("file"));
  }

  /** A form's tag, and behind it the byte that masks its kind. Only who has both key and form can make either. */
  tagOf(form: string): Buffer {
    return this.#tags.digest(form, recordSize);
  }

  /** A record that stands for nothing, always the same one for the same owner and number. */
  padding(owner: string, number: number): Buffer {
    return createHmac("sha256", this.#padding).update(`${number} ${owner}`).digest().subarray(0, recordSize);
  }

  /**
   * The hashes of words that stand behind records, masked or unmasked: each by four bytes of a block of AES-256 that is made of the
   * record's tag under a key for nothing else. Of a thousand terms these are 64,000, for which an HMAC each would take too long.
   */
  maskWords(words: Uint32Array, records: Buffer): Uint32Array {
    const blocks = Buffer.alloc(words.length * blockSize);
    for (let n = 0; n < words.length; n++)
      for (let at = 0; at < tagSize; at++) blocks[n * blockSize + at] = records[n * recordSize + at] ?? 0;
    const cipher = createCipheriv("aes-256-ecb", this.#words, null).setAutoPadding(false);
    const masks = Buffer.concat([cipher.update(blocks), cipher.final()]);
    return words.map((word, n) => word ^ masks.readUInt32BE(n * blockSize));
  }

  /** Masks the sizes: another mask for other records. */
  maskOf(records: Buffer): Buffer {
    return createHmac("sha256", this.#sizes).update(records).digest();
  }

  /** What shows that no byte of the file was changed by anybody without the key. */
  seal(text: string): string {
    return createHmac("sha256", this.#file).update(text).digest("hex");
  }
}
