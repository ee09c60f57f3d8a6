interface Literal {
  /** Lower case where `anyCase`. */
  readonly bytes: Uint8Array;
  readonly anyCase: boolean;
  readonly owners: number[];
}

/**
 * Finds many literals in one pass: the first two bytes of a position select, in a table of 65,536 entries, the few
 * literals that can begin there.
 */
export class LiteralFinder {
  readonly #heads = new Uint16Array(65_536);
  readonly #buckets: Literal[][] = [[]]; // bucket 0 is "none"
  readonly #literals = new Map<string, Literal>();

  /** `text` is ASCII and has two bytes at least: a shorter one would make every byte a candidate. */
  add(text: string, anyCase: boolean, owner: number): void {
    if (!/^[\x20-\x7e]{2,}$/.test(text)) throw new Error(`not a literal that can be searched: ${JSON.stringify(text)}`);
    const folded = anyCase ? text.toLowerCase() : text;
    const key = `${anyCase ? "any" : "exact"} ${folded}`;
    const known = this.#literals.get(key);
    if (known !== undefined) {
      if (!known.owners.includes(owner)) known.owners.push(owner);
      return;
    }
    const literal = { bytes: Buffer.from(folded, "latin1"), anyCase, owners: [owner] };
    this.#literals.set(key, literal);
    for (const head of headsOf(folded, anyCase)) this.#bucket(head).push(literal);
  }

  /** Calls `found` for each literal and each of its owners, in the order of their places. */
  find(bytes: Uint8Array, found: (owner: number, start: number, end: number) => void): void {
    const heads = this.#heads;
    const last = bytes.length - 1;
    let pair = bytes[0] ?? 0;
    for (let at = 0; at < last; at++) {
      pair = ((pair & 255) << 8) | (bytes[at + 1] ?? 0);
      const head = heads[pair] ?? 0;
      if (head === 0) continue;
      for (const literal of this.#buckets[head] ?? []) {
        if (!standsAt(literal, bytes, at)) continue;
        for (const owner of literal.owners) found(owner, at, at + literal.bytes.length);
      }
    }
  }

  #bucket(head: number): Literal[] {
    const known = this.#buckets[this.#heads[head] || -1];
    if (known !== undefined) return known;
    const fresh: Literal[] = [];
    this.#heads[head] = this.#buckets.push(fresh) - 1;
    return fresh;
  }
}

/** The pairs of bytes that a literal can begin with: one, or each mix of upper and lower case. */
function headsOf(text: string, anyCase: boolean): Set<number> {
  const [first, second] = [0, 1].map((index) => {
    const character = text.charAt(index);
    return anyCase ? [character, character.toUpperCase()] : [character];
  });
  const heads = new Set<number>();
  for (const a of first ?? []) for (const b of second ?? []) heads.add((a.charCodeAt(0) << 8) | b.charCodeAt(0));
  return heads;
}

function standsAt(literal: Literal, bytes: Uint8Array, at: number): boolean {
  const wanted = literal.bytes;
  if (at + wanted.length > bytes.length) return false;
  for (let index = 2; index < wanted.length; index++) {
    const byte = bytes[at + index] ?? 0;
    if (byte !== wanted[index] && !(literal.anyCase && lowerCase(byte) === wanted[index])) return false;
  }
  return true;
}

function lowerCase(byte: number): number {
  return byte >= 65 && byte <= 90 ? byte + 32 : byte;
}
