/**
 * HMAC-SHA-256 of short texts under one key, which a lock is asked thousands of times for each page. `createHmac` takes 1.5 to 2 µs for
 * each, nearly all of it the way into the native code and back; this takes 0.6, because it starts from the states behind the key.
 * https://www.rfc-editor.org/rfc/rfc2104, https://csrc.nist.gov/pubs/fips/180-4/upd1/final
 */
export class Hmac {
  readonly #inner: Int32Array;
  readonly #outer: Int32Array;
  readonly #state: Int32Array = new Int32Array(8);
  #bytes: Buffer = Buffer.alloc(512);

  /** @param key of 64 bytes at most. */
  constructor(key: Uint8Array) {
    this.#inner = stateBehind(key, 0x36);
    this.#outer = stateBehind(key, 0x5c);
  }

  /** The code of a text in UTF-8, as eight words with the first byte highest; the next call writes over them. */
  of(text: string): Int32Array {
    const length = this.#write(text);
    const state = this.#state;
    state.set(this.#inner);
    finish(state, this.#bytes, length);
    block.set(state);
    block.fill(0, 8, 16);
    block[8] = -0x80000000;
    block[15] = (64 + 32) * 8;
    state.set(this.#outer);
    compress(state);
    return state;
  }

  /** Nearly all forms are ASCII, and shorter than what a call of Buffer costs. */
  #write(text: string): number {
    if (this.#bytes.length < text.length * 3 + 72) this.#bytes = Buffer.alloc(text.length * 3 + 72);
    for (let at = 0; at < text.length; at++) {
      const code = text.charCodeAt(at);
      if (code >= 0x80) return this.#bytes.write(text, "utf8");
      this.#bytes[at] = code;
    }
    return text.length;
  }
}

function stateBehind(key: Uint8Array, pad: number): Int32Array {
  const padded = new Uint8Array(64).fill(pad);
  for (const [at, byte] of key.entries()) padded[at] = byte ^ pad;
  const state = Int32Array.from(start);
  load(padded, 0);
  compress(state);
  return state;
}

/** Takes in a text and what marks its end; 64 bytes went before it. Writes behind the text. */
function finish(state: Int32Array, bytes: Buffer, length: number): void {
  const end = length + 8 - ((length + 8) % 64) + 64;
  bytes.fill(0, length, end);
  bytes[length] = 0x80;
  bytes.writeUInt32BE((64 + length) * 8, end - 4);
  for (let at = 0; at < end; at += 64) {
    load(bytes, at);
    compress(state);
  }
}

/** The block that is taken in, and what is made of it. */
const block: Int32Array = new Int32Array(64);

function load(bytes: Uint8Array, from: number): void {
  for (let n = 0; n < 16; n++) {
    const at = from + n * 4;
    block[n] =
      (byteAt(bytes, at) << 24) | (byteAt(bytes, at + 1) << 16) | (byteAt(bytes, at + 2) << 8) | byteAt(bytes, at + 3);
  }
}

function byteAt(bytes: Uint8Array, at: number): number {
  return bytes[at] ?? 0;
}

function wordAt(words: Int32Array, at: number): number {
  return words[at] ?? 0;
}

function compress(state: Int32Array): void {
  for (let n = 16; n < 64; n++) {
    const x = wordAt(block, n - 15);
    const y = wordAt(block, n - 2);
    const s0 = ((x >>> 7) | (x << 25)) ^ ((x >>> 18) | (x << 14)) ^ (x >>> 3);
    const s1 = ((y >>> 17) | (y << 15)) ^ ((y >>> 19) | (y << 13)) ^ (y >>> 10);
    block[n] = (wordAt(block, n - 16) + s0 + wordAt(block, n - 7) + s1) | 0;
  }
  let a = wordAt(state, 0);
  let b = wordAt(state, 1);
  let c = wordAt(state, 2);
  let d = wordAt(state, 3);
  let e = wordAt(state, 4);
  let f = wordAt(state, 5);
  let g = wordAt(state, 6);
  let h = wordAt(state, 7);
  for (let n = 0; n < 64; n++) {
    const s1 = ((e >>> 6) | (e << 26)) ^ ((e >>> 11) | (e << 21)) ^ ((e >>> 25) | (e << 7));
    const t1 = (h + s1 + ((e & f) ^ (~e & g)) + wordAt(round, n) + wordAt(block, n)) | 0;
    const s0 = ((a >>> 2) | (a << 30)) ^ ((a >>> 13) | (a << 19)) ^ ((a >>> 22) | (a << 10));
    h = g;
    g = f;
    f = e;
    e = (d + t1) | 0;
    const t2 = (s0 + ((a & b) ^ (a & c) ^ (b & c))) | 0;
    d = c;
    c = b;
    b = a;
    a = (t1 + t2) | 0;
  }
  state[0] = (wordAt(state, 0) + a) | 0;
  state[1] = (wordAt(state, 1) + b) | 0;
  state[2] = (wordAt(state, 2) + c) | 0;
  state[3] = (wordAt(state, 3) + d) | 0;
  state[4] = (wordAt(state, 4) + e) | 0;
  state[5] = (wordAt(state, 5) + f) | 0;
  state[6] = (wordAt(state, 6) + g) | 0;
  state[7] = (wordAt(state, 7) + h) | 0;
}

/** The first 32 bits behind the point of the square roots of the first primes, and of their cube roots. */
const primes: readonly number[] = firstPrimes(64);
const start: Int32Array = Int32Array.from(primes.slice(0, 8), (prime) => fraction(prime, 2n));
const round: Int32Array = Int32Array.from(primes, (prime) => fraction(prime, 3n));

function firstPrimes(count: number): number[] {
  const found: number[] = [];
  for (let n = 2; found.length < count; n++) if (found.every((prime) => n % prime !== 0)) found.push(n);
  return found;
}

/** Of the root of that degree, by whole numbers: a double has too few digits for the last bit. */
function fraction(prime: number, degree: bigint): number {
  const scaled = BigInt(prime) << (32n * degree);
  let root = 0n;
  for (let bit = 1n << 36n; bit > 0n; bit >>= 1n) if ((root + bit) ** degree <= scaled) root += bit;
  return Number(BigInt.asIntN(32, root));
}
