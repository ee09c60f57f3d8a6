/** Of the kernel: kernel/filter.ts has the same. */
export const mixers = [0x9e3779b1, 0x85ebca6b, 0xc2b2ae35, 0x27d4eb2f, 0x165667b1] as const;

/**
 * The hash of a word, 32 bits and never 0, as the kernel emits it. Of a script without spaces it is that of the first two
 * characters.
 */
export function hashOf(word: string): number {
  return hashOfBytes(bytesOfWord(word));
}

/** A character for each byte. */
export function bytesOfWord(word: string): string {
  return /[^\0-\x7f]/.test(word) ? keyOf(word).toString("latin1") : word;
}

export function hashOfBytes(bytes: string): number {
  let hash = 0;
  for (let lane = 0; lane < Math.min(bytes.length, keyLength); lane += 4) {
    let value = 0;
    for (let at = lane; at < Math.min(bytes.length, lane + 4); at++) value |= bytes.charCodeAt(at) << (8 * (at - lane));
    const once = Math.imul(value, mixers[0]);
    hash ^= Math.imul(once ^ (once >>> 15), mixers[lane / 4 + 1] ?? 0);
  }
  hash = Math.imul(hash ^ (hash >>> 16), mixers[1]);
  hash = (hash ^ (hash >>> 13)) >>> 0;
  return hash === 0 ? 1 : hash;
}

/** In bytes. */
const keyLength = 16;

function keyOf(word: string): Buffer {
  const [first = "", second = ""] = word;
  const pair = isUnspaced(second) ? first + second : first;
  return Buffer.from(isUnspaced(first) ? pair : word).subarray(0, keyLength);
}

/** Scripts that are written without spaces; Korean, as its words have endings. */
const unspaced =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}ー]/u;

export function isUnspaced(character: string): boolean {
  return unspaced.test(character);
}
