/**
 * HMAC-SHA-256 (RFC 2104, FIPS 180-4) of many short texts under one key. Node's own makes an object outside of JavaScript for each of them, and what the
 * collector does with thousands of these costs more than the hash: a message of 4 kB has a thousand questions for a lock. Here the key is
 * hashed once, and a question is two blocks.
 */
export class KeyedHash {
  readonly #inner: Int32Array;
  readonly #outer: Int32Array;
  readonly #state: Int32Array = new Int32Array(8);
  /** The text behind the key's block, with its padding. It grows with the longest text. */
  #bytes: Buffer = Buffer.alloc(4 * blockSize);

  /** @param key of at most 64 bytes */
  constructor(key: Uint8Array) {
    this.#inner = this.#keyed(key, 0x36);
    this.#outer = this.#keyed(key, 0x5c);
  }

  /**
   * The first bytes of the HMAC of a text in UTF-8.
   * @param size of 32 bytes at most
   */
  digest(text: string, size: number): Buffer {
    const state = this.#state;
    const end = this.#pad(this.#write(text));
    const bytes = this.#bytes;
    state.set(this.#inner);
    for (let at = 0; at < end; at += blockSize) compress(state, bytes, at);
    writeState(state, bytes);
    this.#pad(hashSize);
    state.set(this.#outer);
    compress(state, bytes, 0);
    writeState(state, bytes);
    return Buffer.from(bytes.subarray(0, size));
  }

  /** What a hash comes to that begins with the key. */
  #keyed(key: Uint8Array, mask: number): Int32Array {
    this.#bytes.fill(0, 0, blockSize).set(key);
    for (let at = 0; at < blockSize; at++) this.#bytes[at] = (this.#bytes[at] ?? 0) ^ mask;
    this.#state.set(initial);
    compress(this.#state, this.#bytes, 0);
    return this.#state.slice();
  }

  /** @returns how many bytes it takes. */
  #write(text: string): number {
    const most = 3 * text.length + blockSize + 9;
    if (this.#bytes.length < most) this.#bytes = Buffer.alloc(2 * most);
    return this.#bytes.write(text, "utf8");
  }

  /** Behind a text a bit, zeros, and how many bits it has with the key's block: of half a gigabyte at most, as strings are. */
  #pad(length: number): number {
    const end = Math.ceil((length + 9) / blockSize) * blockSize;
    this.#bytes[length] = 0x80;
    this.#bytes.fill(0, length + 1, end);
    this.#bytes.writeUInt32BE((length + blockSize) * 8, end - 4);
    return end;
  }
}

function writeState(state: Int32Array, bytes: Buffer): void {
  for (let index = 0; index < 8; index++) {
    const word = state[index] ?? 0;
    bytes[4 * index] = word >>> 24;
    bytes[4 * index + 1] = word >>> 16;
    bytes[4 * index + 2] = word >>> 8;
    bytes[4 * index + 3] = word;
  }
}

const schedule = new Int32Array(64);

/** FIPS 180-4, section 6.2.2, over the block that begins at a place. Of an array that is long enough nothing is undefined. */
function compress(state: Int32Array, bytes: Buffer, start: number): void {
  for (let t = 0, at = start; t < 16; t++, at += 4)
    schedule[t] =
      ((bytes[at] ?? 0) << 24) | ((bytes[at + 1] ?? 0) << 16) | ((bytes[at + 2] ?? 0) << 8) | (bytes[at + 3] ?? 0);
  for (let t = 16; t < 64; t++) {
    const x = schedule[t - 15] ?? 0;
    const y = schedule[t - 2] ?? 0;
    const small = ((x >>> 7) | (x << 25)) ^ ((x >>> 18) | (x << 14)) ^ (x >>> 3);
    const large = ((y >>> 17) | (y << 15)) ^ ((y >>> 19) | (y << 13)) ^ (y >>> 10);
    schedule[t] = ((schedule[t - 16] ?? 0) + small + (schedule[t - 7] ?? 0) + large) | 0;
  }
  let a = state[0] ?? 0;
  let b = state[1] ?? 0;
  let c = state[2] ?? 0;
  let d = state[3] ?? 0;
  let e = state[4] ?? 0;
  let f = state[5] ?? 0;
  let g = state[6] ?? 0;
  let h = state[7] ?? 0;
  for (let t = 0; t < 64; t++) {
    const first = ((e >>> 6) | (e << 26)) ^ ((e >>> 11) | (e << 21)) ^ ((e >>> 25) | (e << 7));
    const one = (h + first + ((e & f) ^ (~e & g)) + (constants[t] ?? 0) + (schedule[t] ?? 0)) | 0;
    const second = ((a >>> 2) | (a << 30)) ^ ((a >>> 13) | (a << 19)) ^ ((a >>> 22) | (a << 10));
    const other = (second + ((a & b) ^ (a & c) ^ (b & c))) | 0;
    h = g;
    g = f;
    f = e;
    e = (d + one) | 0;
    d = c;
    c = b;
    b = a;
    a = (one + other) | 0;
  }
  state[0] = (state[0] ?? 0) + a;
  state[1] = (state[1] ?? 0) + b;
  state[2] = (state[2] ?? 0) + c;
  state[3] = (state[3] ?? 0) + d;
  state[4] = (state[4] ?? 0) + e;
  state[5] = (state[5] ?? 0) + f;
  state[6] = (state[6] ?? 0) + g;
  state[7] = (state[7] ?? 0) + h;
}

const blockSize = 64;
const hashSize = 32;

/** The first 32 bits of the fractional parts of the roots of the first primes: square roots of 8, cube roots of 64. */
const primes: readonly number[] = Array.from({ length: 312 }, (_, n) => n).filter(isPrime);
const initial: Int32Array = Int32Array.from(primes.slice(0, 8), (prime) => fraction(Math.sqrt(prime)));
const constants: Int32Array = Int32Array.from(primes, (prime) => fraction(Math.cbrt(prime)));

function isPrime(number: number): boolean {
  for (let divisor = 2; divisor * divisor <= number; divisor++) if (number % divisor === 0) return false;
  return number > 1;
}

function fraction(root: number): number {
  return ((root % 1) * 2 ** 32) | 0;
}
