import { hmac } from "@noble/hashes/hmac.js";
import { sha256 } from "@noble/hashes/sha2.js";

/**
 * HMAC-SHA-256 of many short texts under one key, which is hashed once. Node's own makes an object outside of JavaScript for each of them, and
 * what the collector does with thousands of these costs more than the hash: a message of 4 kB has a thousand questions for a lock.
 */
export class KeyedHash {
  readonly #keyed;

  constructor(key: Uint8Array) {
    this.#keyed = hmac.create(sha256, key);
  }

  /**
   * The first bytes of the HMAC of a text in UTF-8.
   * @param size of 32 bytes at most
   */
  digest(text: string, size: number): Buffer {
    return Buffer.from(this.#keyed.clone().update(Buffer.from(text)).digest().buffer, 0, size);
  }
}
