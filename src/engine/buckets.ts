import { pairCost } from "../model/letter-pairs.ts";

/** Where the kernel begins to look for a literal, and its bucket in the table of pairs: see kernel/literals.ts. */
export interface Dealt {
  /** Where its window begins. */
  readonly window: number;
  readonly bucket: number;
}

/** What kernel/literals.ts has room for. The first is for literals of two bytes, and the next ones for those of three. */
const bucketCount = 16;
const shortBuckets = 5;
const windowLength = 5;
const farthestWindow = 10;

/**
 * Deals literals into buckets so that few places of a text become candidates. A place is one if a bucket knows the pair of bytes there and
 * the next one, both of windows that stand alike, so what counts is how often its first pairs stand in text, times how often its
 * second ones do. One after the other, the hardest first, literals get the window and the bucket that add the least.
 */
export function deal(literals: readonly { readonly text: string; readonly anyCase?: boolean }[]): readonly Dealt[] {
  const known = [new Known(), new Known()];
  const all = literals.map(({ text, anyCase = false }) => windowsOf(text, anyCase));
  const dealt = new Map<number, Dealt>();
  const hardness = all.map((windows) => Math.min(...windows.map(costAlone)));
  for (const index of [...all.keys()].toSorted((a, b) => (hardness[b] ?? 0) - (hardness[a] ?? 0))) {
    const length = literals[index]?.text.length ?? 0;
    if (length === 2) continue;
    const [from, to] = length === 3 ? [1, shortBuckets] : [shortBuckets, bucketCount];
    let best = { bucket: from, more: Infinity, window: all[index]?.[0] };
    for (const window of all[index] ?? []) {
      const more = new Float64Array(bucketCount);
      for (const [way, pairs] of window.ways.entries()) known[way]?.addCost(pairs, more);
      for (let bucket = from; bucket < to; bucket++)
        if ((more[bucket] ?? 0) < best.more) best = { bucket, more: more[bucket] ?? 0, window };
    }
    for (const [way, pairs] of best.window?.ways.entries() ?? []) known[way]?.add(pairs, best.bucket);
    dealt.set(index, { window: best.window?.start ?? 0, bucket: best.bucket });
  }
  return literals.map((_, index) => dealt.get(index) ?? { window: 0, bucket: 0 });
}

/** A part of a literal by which it is looked for. */
interface Window {
  readonly start: number;
  /** The pairs at an even place and behind it, for each of the two ways in which the window can stand there. */
  readonly ways: readonly Pairs[];
}

/** Pairs of bytes, as little-endian numbers. */
interface Pairs {
  readonly first: readonly number[];
  readonly second: readonly number[];
}

function windowsOf(text: string, anyCase: boolean): Window[] {
  const count = Math.min(Math.max(0, text.length - windowLength), farthestWindow) + 1;
  return Array.from({ length: count }, (_, start) => ({
    start,
    ways: waysOf(text.slice(start, start + windowLength), anyCase),
  }));
}

/** A long window begins at an even place or before it, a short one there or behind it. */
function waysOf(window: string, anyCase: boolean): readonly Pairs[] {
  const bytes = Array.from(window, (character) => casesOf(character.charCodeAt(0), anyCase));
  const [a = any, b = any, c = any, d = any, e = any] = bytes;
  return window.length <= 3
    ? [
        { first: pairsOf(a, b), second: pairsOf(c, any) },
        { first: pairsOf(any, a), second: pairsOf(b, c) },
      ]
    : [
        { first: pairsOf(a, b), second: pairsOf(c, d) },
        { first: pairsOf(b, c), second: pairsOf(d, e) },
      ];
}

function costAlone({ ways }: Window): number {
  return sum(ways.map(({ first, second }) => sum(first.map(shareOf)) * sum(second.map(shareOf))));
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, one) => total + one, 0);
}

/** The pairs that each bucket knows of windows that stand in one way. */
class Known {
  readonly #first = new Shares();
  readonly #second = new Shares();

  /** Adds for each bucket how many places more would be candidates, as a share of all. */
  addCost({ first, second }: Pairs, to: Float64Array): void {
    const [moreFirst, moreSecond] = [this.#first.moreBy(first), this.#second.moreBy(second)];
    for (let bucket = 0; bucket < bucketCount; bucket++) {
      const [a, b] = [this.#first.of(bucket), this.#second.of(bucket)];
      to[bucket] = (to[bucket] ?? 0) + (a + (moreFirst[bucket] ?? 0)) * (b + (moreSecond[bucket] ?? 0)) - a * b;
    }
  }

  add({ first, second }: Pairs, bucket: number): void {
    this.#first.add(first, bucket);
    this.#second.add(second, bucket);
  }
}

/** Which pairs each bucket knows, and how large a share of a text's pairs they are, all together. */
class Shares {
  readonly #buckets = new Uint16Array(0x10000);
  readonly #shares = new Float64Array(bucketCount);

  of(bucket: number): number {
    return this.#shares[bucket] ?? 0;
  }

  /** By how much the share of each bucket would grow. */
  moreBy(pairs: readonly number[]): Float64Array {
    const more = new Float64Array(bucketCount);
    for (const pair of pairs) {
      const share = shareOf(pair);
      const known = this.#buckets[pair] ?? 0;
      for (let bucket = 0; bucket < bucketCount; bucket++)
        if (((known >> bucket) & 1) === 0) more[bucket] = (more[bucket] ?? 0) + share;
    }
    return more;
  }

  add(pairs: readonly number[], bucket: number): void {
    this.#shares[bucket] = this.of(bucket) + (this.moreBy(pairs)[bucket] ?? 0);
    for (const pair of pairs) this.#buckets[pair] = (this.#buckets[pair] ?? 0) | (1 << bucket);
  }
}

const any: readonly number[] = Array.from({ length: 0x100 }, (_, byte) => byte);

function casesOf(byte: number, anyCase: boolean): readonly number[] {
  const upper = String.fromCharCode(byte).toUpperCase().charCodeAt(0);
  return anyCase && upper !== byte ? [byte, upper] : [byte];
}

function pairsOf(first: readonly number[], second: readonly number[]): number[] {
  return first.flatMap((one) => second.map((other) => one | (other << 8)));
}

const shares = new Float64Array(0x10000);

function shareOf(pair: number): number {
  return (shares[pair] ||= shareOfBytes(pair & 0xff, pair >> 8));
}

/** Letters follow each other as in words, everything else by chance; but for the A's, of which source maps are full. */
function shareOfBytes(first: number, second: number): number {
  if (first === 65 || second === 65)
    return first === second ? 2 ** -7 : 2 ** -(3 + costOf(first === 65 ? second : first));
  const bits = pairCost(first, second);
  const isChange = ((first ^ second) & 0x20) !== 0;
  return 2 ** -(costOf(first) + (Number.isNaN(bits) ? costOf(second) : bits + (isChange ? 3 : 0)));
}

/**
 * How rarely each character from the space to `~` stands in text: `a` is a fourth of it, and each letter on half of that. Counted
 * over some seven thousand source files and manuals.
 */
const costs = "aifjilhhffgidgeffefgggghhgffifiiiggghghiigjjhhhhgiggghiikjkhihjggdfeecefedhgeeddeiddcefggfifhfo";

function costOf(byte: number): number {
  const letter = costs.charCodeAt(byte - 32);
  return Number.isNaN(letter) ? 12 : letter - 95;
}
