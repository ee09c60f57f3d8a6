import { pairCost } from "../model/letter-pairs.ts";

/** Where the kernel begins to look for a literal, and its bucket in the table of pairs: see kernel/literals.ts. */
export interface Dealt {
  /** Where its window begins. */
  readonly window: number;
  readonly bucket: number;
}

/** What kernel/literals.ts has room for. The first is for literals of two bytes, and the next ones for those of three. */
const bucketCount = 16;
const shortBuckets = 8;
const windowLength = 5;
const farthestWindow = 10;

/**
 * Deals literals into buckets so that few places of a text become candidates. A place is one if two pairs of bytes in a row are
 * known to a bucket, so what counts is how often its first pairs stand in text, times how often its second ones do. Each literal
 * gets the window and the bucket that add the least, one after the other.
 */
export function deal(literals: readonly { readonly text: string; readonly anyCase?: boolean }[]): readonly Dealt[] {
  const firsts = new Pairs();
  const seconds = new Pairs();
  return literals.map(({ text, anyCase = false }) => {
    if (text.length === 2) return { window: 0, bucket: 0 };
    const [from, to] = text.length === 3 ? [1, shortBuckets] : [shortBuckets, bucketCount];
    let best = { window: 0, bucket: from, more: Infinity };
    for (let window = 0; window <= Math.min(Math.max(0, text.length - windowLength), farthestWindow); window++) {
      const [first, second] = waysOf(text.slice(window, window + windowLength), anyCase);
      const [moreFirst, moreSecond] = [firsts.moreBy(first), seconds.moreBy(second)];
      for (let bucket = from; bucket < to; bucket++) {
        const [a, b] = [firsts.share(bucket), seconds.share(bucket)];
        const more = (a + (moreFirst[bucket] ?? 0)) * (b + (moreSecond[bucket] ?? 0)) - a * b;
        if (more < best.more) best = { window, bucket, more };
      }
    }
    const { window, bucket } = best;
    const [first, second] = waysOf(text.slice(window, window + windowLength), anyCase);
    firsts.add(first, bucket);
    seconds.add(second, bucket);
    return { window, bucket };
  });
}

/** Pairs of bytes as little-endian numbers, for each bucket, and how large a share of a text's pairs they are, all together. */
class Pairs {
  readonly #buckets = new Uint16Array(0x10000);
  readonly #shares = new Float64Array(bucketCount);

  share(bucket: number): number {
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
    this.#shares[bucket] = this.share(bucket) + (this.moreBy(pairs)[bucket] ?? 0);
    for (const pair of pairs) this.#buckets[pair] = (this.#buckets[pair] ?? 0) | (1 << bucket);
  }
}

/** The first and the second pairs of a place near which a window begins. */
function waysOf(window: string, anyCase: boolean): readonly [first: readonly number[], second: readonly number[]] {
  const bytes = Array.from(window, (character) => casesOf(character.charCodeAt(0), anyCase));
  const [a = any, b = any, c = any, d = any, e = any] = bytes;
  return window.length === 3
    ? [
        [...pairsOf(a, b), ...pairsOf(any, a)],
        [...pairsOf(c, any), ...pairsOf(b, c)],
      ]
    : [
        [...pairsOf(a, b), ...pairsOf(b, c)],
        [...pairsOf(c, d), ...pairsOf(d, e)],
      ];
}

const any: readonly number[] = Array.from({ length: 0x100 }, (_, byte) => byte);

function casesOf(byte: number, anyCase: boolean): readonly number[] {
  const upper = String.fromCharCode(byte).toUpperCase().charCodeAt(0);
  return anyCase && upper !== byte ? [byte, upper] : [byte];
}

function pairsOf(first: readonly number[], second: readonly number[]): number[] {
  return first.flatMap((one) => second.map((other) => one | (other << 8)));
}

/** Letters follow each other as in words, everything else by chance; but for the A's, of which source maps are full. */
function shareOf(pair: number): number {
  const [first, second] = [pair & 0xff, pair >> 8];
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
