interface Literal {
  /** Lower case where `anyCase`. */
  readonly bytes: Uint8Array;
  readonly anyCase: boolean;
  readonly owner: number;
}

/**
 * Finds many literals in one pass: the first two bytes of a position select, in a table of 65,536 entries, the few
 * literals that can begin there.
 */
export class LiteralFinder {
  /** For each pair of bytes the first of its entries; 0 is none. */
  readonly #heads = new Uint16Array(65_536);
  /** For each entry its literal, and the next entry of the same pair. */
  readonly #literals: (Literal | undefined)[] = [undefined];
  readonly #next: number[] = [0];

  /** `text` is ASCII and has two bytes at least: a shorter one would make every byte a candidate. */
  add(text: string, anyCase: boolean, owner: number): void {
    const folded = anyCase ? text.toLowerCase() : text;
    const bytes = Buffer.from(folded, "latin1");
    const [first = 0, second = 0] = bytes;
    if (bytes.length < 2) throw new Error(`too short a literal: ${JSON.stringify(text)}`);
    const literal = { bytes, anyCase, owner };
    this.#enter(first, second, literal);
    if (!anyCase) return;
    const [upperFirst, upperSecond] = [upperCase(first), upperCase(second)];
    if (upperFirst !== first) this.#enter(upperFirst, second, literal);
    if (upperSecond !== second) this.#enter(first, upperSecond, literal);
    if (upperFirst !== first && upperSecond !== second) this.#enter(upperFirst, upperSecond, literal);
  }

  /** Calls `found` for each literal, in the order of their places. */
  find(bytes: Uint8Array, found: (owner: number, start: number, end: number) => void): void {
    const heads = this.#heads;
    let pair = bytes[0] ?? 0;
    for (let at = 1; at < bytes.length; at++) {
      // Both indices are in bounds; a default for "undefined" would cost as much as the look-up.
      pair = ((pair & 255) << 8) | (bytes[at] as number);
      if (heads[pair] !== 0) this.#verify(bytes, at - 1, pair, found);
    }
  }

  #verify(
    bytes: Uint8Array,
    at: number,
    pair: number,
    found: (owner: number, start: number, end: number) => void,
  ): void {
    for (let entry = this.#heads[pair] ?? 0; entry !== 0; entry = this.#next[entry] ?? 0) {
      const literal = this.#literals[entry];
      if (literal !== undefined && standsAt(literal, bytes, at)) found(literal.owner, at, at + literal.bytes.length);
    }
  }

  #enter(first: number, second: number, literal: Literal): void {
    const pair = (first << 8) | second;
    this.#next.push(this.#heads[pair] ?? 0);
    this.#heads[pair] = this.#literals.push(literal) - 1;
  }
}

/** The first two bytes are known to fit. */
function standsAt({ bytes: wanted, anyCase }: Literal, bytes: Uint8Array, at: number): boolean {
  if (at + wanted.length > bytes.length) return false;
  for (let index = 2; index < wanted.length; index++) {
    const byte = bytes[at + index] ?? 0;
    if (byte !== wanted[index] && !(anyCase && lowerCase(byte) === wanted[index])) return false;
  }
  return true;
}

function lowerCase(byte: number): number {
  return byte >= 65 && byte <= 90 ? byte + 32 : byte;
}

function upperCase(byte: number): number {
  return byte >= 97 && byte <= 122 ? byte - 32 : byte;
}
