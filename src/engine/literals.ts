/** A literal to be found, and the number of who asked for it. */
export interface Literal {
  /** ASCII, two bytes at least: a shorter one would make every byte a candidate. */
  readonly text: string;
  readonly anyCase: boolean;
  readonly owner: number;
}

/** What the finder looks things up in: numbers only, so that a build can make it beforehand. */
export interface LiteralTable {
  /** The bytes of all literals, one behind the other; lower case where any case counts. */
  readonly bytes: Uint8Array;
  /** For each literal where its bytes begin, and where the last one's end. */
  readonly starts: Uint16Array;
  readonly owners: Uint16Array;
  readonly anyCase: Uint8Array;
  /** Entries in the order of their pairs: the first two bytes of a literal, in one of their cases, and which literal. */
  readonly pairs: Uint16Array;
  readonly literals: Uint16Array;
}

export function literalTable(literals: readonly Literal[]): LiteralTable {
  const texts = literals.map(({ text, anyCase }) => (anyCase ? text.toLowerCase() : text));
  const short = texts.find((text) => text.length < 2);
  if (short !== undefined) throw new Error(`too short a literal: ${JSON.stringify(short)}`);
  const starts = [0];
  for (const text of texts) starts.push((starts.at(-1) ?? 0) + text.length);
  const entries = literals
    .flatMap(({ anyCase }, literal) => pairsOf(texts[literal] ?? "", anyCase).map((pair) => ({ pair, literal })))
    .toSorted((a, b) => a.pair - b.pair);
  return {
    bytes: Buffer.from(texts.join(""), "latin1"),
    starts: Uint16Array.from(starts),
    owners: Uint16Array.from(literals, ({ owner }) => owner),
    anyCase: Uint8Array.from(literals, ({ anyCase }) => (anyCase ? 1 : 0)),
    pairs: Uint16Array.from(entries, ({ pair }) => pair),
    literals: Uint16Array.from(entries, ({ literal }) => literal),
  };
}

/** The pairs of bytes that a literal can begin with: one, or each mix of upper and lower case. */
function pairsOf(text: string, anyCase: boolean): number[] {
  const [first, second] = [text.charAt(0), text.charAt(1)].map((character) =>
    anyCase ? [...new Set([character, character.toUpperCase()])] : [character],
  );
  return (first ?? []).flatMap((a) => (second ?? []).map((b) => (a.charCodeAt(0) << 8) | b.charCodeAt(0)));
}

/**
 * Finds many literals in one pass. The first two bytes of a position select, in a table of 65,536 entries, the few literals
 * that can begin there, and a bit for each third byte tells whether any of them goes on like this.
 */
export class LiteralFinder {
  readonly #table: LiteralTable;
  /** For each pair of bytes the number of its first entry plus one; 0 is none. */
  readonly #heads = new Uint16Array(65_536);
  /** For each first entry plus one 256 bits, one for each byte that can follow its pair. */
  readonly #thirds: Uint8Array;

  constructor(table: LiteralTable) {
    this.#table = table;
    const { pairs, literals, starts, bytes, anyCase } = table;
    this.#thirds = new Uint8Array((pairs.length + 1) << 5);
    let head = 0;
    for (let entry = 0; entry < pairs.length; entry++) {
      const pair = pairs[entry] ?? 0;
      if (pair !== pairs[entry - 1]) this.#heads[pair] = head = entry + 1;
      const literal = literals[entry] ?? 0;
      const third = (starts[literal] ?? 0) + 2;
      if (third === starts[literal + 1]) this.#thirds.fill(255, head << 5, (head + 1) << 5);
      else this.#allow(head, bytes[third] ?? 0, anyCase[literal] === 1);
    }
  }

  #allow(head: number, third: number, anyCase: boolean): void {
    const bits = this.#thirds;
    bits[(head << 5) | (third >> 3)] = (bits[(head << 5) | (third >> 3)] ?? 0) | (1 << (third & 7));
    if (anyCase && third >= 97 && third <= 122) this.#allow(head, third - 32, false);
  }

  /** Calls `found` for each literal, in the order of their places. */
  find(bytes: Uint8Array, found: (owner: number, start: number, end: number) => void): void {
    const heads = this.#heads;
    const thirds = this.#thirds;
    let pair = bytes[0] ?? 0;
    for (let at = 1; at < bytes.length; at++) {
      // Both are in bounds, and this runs for every byte: a default for "undefined" would cost as much as the look-up.
      pair = ((pair & 255) << 8) | (bytes[at] as number);
      const head = heads[pair] as number;
      if (head === 0) continue;
      const third = bytes[at + 1] ?? 0;
      if (((thirds[(head << 5) | (third >> 3)] ?? 0) & (1 << (third & 7))) !== 0)
        this.#verify(bytes, at - 1, head, found);
    }
  }

  #verify(
    bytes: Uint8Array,
    at: number,
    head: number,
    found: (owner: number, start: number, end: number) => void,
  ): void {
    const { pairs, literals, starts, owners } = this.#table;
    const pair = pairs[head - 1];
    for (let entry = head - 1; pairs[entry] === pair; entry++) {
      const literal = literals[entry] ?? 0;
      const length = (starts[literal + 1] ?? 0) - (starts[literal] ?? 0);
      if (this.#standsAt(literal, length, bytes, at)) found(owners[literal] ?? 0, at, at + length);
    }
  }

  /** The first two bytes are known to fit. */
  #standsAt(literal: number, length: number, bytes: Uint8Array, at: number): boolean {
    if (at + length > bytes.length) return false;
    const start = this.#table.starts[literal] ?? 0;
    const anyCase = this.#table.anyCase[literal] === 1;
    for (let index = 2; index < length; index++) {
      const byte = bytes[at + index] ?? 0;
      const wanted = this.#table.bytes[start + index];
      if (byte !== wanted && !(anyCase && lowerCase(byte) === wanted)) return false;
    }
    return true;
  }
}

function lowerCase(byte: number): number {
  return byte >= 65 && byte <= 90 ? byte + 32 : byte;
}
