import { createHmac, hash, randomBytes } from "node:crypto";
import type { RuleId } from "../model/class.ts";
import { placeholderName } from "../model/placeholder.ts";

/** What is hashed stands behind the key in one memory, as long as it fits, in bytes. */
const longest = 4096;

/**
 * Names what was masked. Under one key the same text has the same four digits, so that lines can be compared; without the key nobody can try
 * texts until the digits fit.
 */
export class Placeholders {
  readonly #key: Buffer;
  readonly #hashed: Buffer;

  /** @param key such as OUTGATE_KEY; one at random where there is none */
  constructor(key: string | undefined) {
    // What else is made under that key has nothing in common with these digits.
    this.#key = key === undefined ? randomBytes(32) : createHmac("sha256", "outgate log").update(key).digest();
    this.#hashed = Buffer.concat([this.#key, Buffer.alloc(longest)]);
  }

  of(rule: RuleId, text: Buffer): string {
    return `${beginningOf(rule)}${this.#digits(text)}]`;
  }

  /**
   * The first digits of SHA-256 of key and text. What HMAC adds to that protects whole hashes from being continued; of sixteen bits nothing
   * can be, and it would take three times as long. To remember texts would take as long as their hashes.
   */
  #digits(text: Buffer): string {
    if (text.length > longest) return hash("sha256", Buffer.concat([this.#key, text]), "hex").slice(0, 4);
    text.copy(this.#hashed, this.#key.length);
    return hash("sha256", this.#hashed.subarray(0, this.#key.length + text.length), "hex").slice(0, 4);
  }
}

const beginnings = new Map<RuleId, string>();

function beginningOf(rule: RuleId): string {
  const known = beginnings.get(rule);
  if (known !== undefined) return known;
  const beginning = `[${placeholderName(rule)}:`;
  beginnings.set(rule, beginning);
  return beginning;
}
