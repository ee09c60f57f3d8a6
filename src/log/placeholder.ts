import { createHmac, hash, randomBytes } from "node:crypto";
import { classOf, type RuleId } from "../model/class.ts";

/** How many texts are remembered. */
const most = 4096;

/** No longer text is remembered. */
const longest = 200;

/**
 * Names what was masked. Under one key the same text has the same four digits, so that lines can be compared; without the key nobody can try
 * texts until the digits fit.
 */
export class Placeholders {
  readonly #key: Buffer;
  readonly #known = new Map<string, string>();

  /** @param key such as OUTGATE_KEY; one at random where there is none */
  constructor(key: string | undefined) {
    // What else is made under that key has nothing in common with these digits.
    this.#key = key === undefined ? randomBytes(32) : createHmac("sha256", "outgate log").update(key).digest();
  }

  of(rule: RuleId, text: Buffer): string {
    if (text.length > longest) return nameOf(rule, this.#digits(text));
    const known = `${rule} ${text.toString("latin1")}`;
    const before = this.#known.get(known);
    if (before !== undefined) return before;
    const name = nameOf(rule, this.#digits(text));
    if (this.#known.size === most) this.#known.clear();
    this.#known.set(known, name);
    return name;
  }

  /**
   * The first digits of SHA-256 of key and text. What HMAC adds to that protects whole hashes from being continued; of sixteen bits nothing
   * can be, and it would take three times as long.
   */
  #digits(text: Buffer): string {
    return hash("sha256", Buffer.concat([this.#key, text]), "hex").slice(0, 4);
  }
}

/** A secret is named with its class, so that it is found by it. The kind of a term would tell what was denied. */
function nameOf(rule: RuleId, digits: string): string {
  const of = classOf(rule);
  if (of === "term") return `[term:${digits}]`;
  const name = rule.slice(of.length + 1);
  return of === "secret" ? `[secret:${name}:${digits}]` : `[${shortNames[name] ?? name}:${digits}]`;
}

/** Of rules whose names are longer than what they find. */
const shortNames: Readonly<Record<string, string>> = {
  "private-address": "ip",
  "public-address": "ip",
  "ip-address": "ip",
};
