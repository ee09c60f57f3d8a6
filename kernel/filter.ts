import { emit, slice } from "./memory";

/*
 * Tells in three steps whether a word is one of thousands, each of which ends it for nearly all that come so far: a bit for its first four
 * bytes, three bits of a Bloom filter for its hash, and the hash itself in a table. What is emitted is looked up in JavaScript.
 */

/** The length of a word's key, in bytes: see `words.ts`. */
export const KEY: u32 = 16;

let filter: usize = 0;
let shift: u32 = 0;

/** Where the Bloom filter stands, of 2 ** (32 - shift) u64: src/engine/words.ts makes it. */
export function placeFilter(start: usize, filterShift: u32): void {
  filter = start;
  shift = filterShift;
}

let beginnings: usize = 0;
let beginningsShift: u32 = 0;
let pairs: usize = 0;

/** Where the bits stand of the first four bytes of words, 2 ** (32 - shift) of them, and behind them 1024 of pairs. */
export function placeBeginnings(start: usize, shift: u32): void {
  beginnings = start;
  beginningsShift = shift;
  pairs = start + ((<usize>1) << (29 - shift));
}

/** Whether a word of ASCII may begin so: most do not, whatever the list. src/engine/words.ts has the same. */
export function canBegin(start: usize): bool {
  const four = load<u32>(start) | 0x20202020;
  const bit = (four * 0x9e3779b1) >>> beginningsShift;
  const pair = (four & 31) | ((four >>> 3) & 0x3e0);
  const ofFour = <u32>load<u8>(beginnings + (bit >>> 3)) >>> (bit & 7);
  return ((ofFour | (<u32>load<u8>(pairs + (pair >>> 3)) >>> (pair & 7))) & 1) != 0;
}

let hashes: usize = 0;
let places: u32 = 0;

/** Where the hashes themselves stand, each at the first free place from that of its lowest bits on; 0 where there is none. */
export function placeHashes(start: usize, count: u32): void {
  hashes = start;
  places = count;
}

/** Looks up a word of ASCII where it stands; of a longer one its first sixteen bytes are the key. */
export function lookUpAscii(start: usize, length: u32): void {
  const places = i8x16(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15);
  const small = v128.or(v128.load(start), i8x16.splat(0x20));
  lookUp(start, mix(v128.and(small, i8x16.lt_u(places, i8x16.splat(<i8>length)))));
}

/** Looks up a word by a key that is filled up with NUL. */
export function lookUpKey(start: usize, key: usize): void {
  lookUp(start, mix(v128.load(key)));
}

/** The hash of a key; src/engine/words.ts has the same. Never 0. */
function mix(bytes: v128): u32 {
  let lanes = i32x4.mul(bytes, i32x4.splat(0x9e3779b1));
  lanes = v128.xor(lanes, i32x4.shr_u(lanes, 15));
  lanes = i32x4.mul(lanes, i32x4(0x85ebca6b, 0xc2b2ae35, 0x27d4eb2f, 0x165667b1));
  const half = i64x2.extract_lane(lanes, 0) ^ i64x2.extract_lane(lanes, 1);
  let hash = <u32>half ^ <u32>(half >>> 32);
  hash = (hash ^ (hash >>> 16)) * 0x85ebca6b;
  hash ^= hash >>> 13;
  return hash == 0 ? 1 : hash;
}

/** Three bits of one u64 are set for each word. */
function lookUp(start: usize, hash: u32): void {
  const bits = load<u64>(filter + ((<usize>(hash >>> shift)) << 3));
  const other: u64 = hash * 0x9e3779b1;
  if ((bits >>> (other >>> 26)) & (bits >>> ((other >>> 20) & 63)) & (bits >>> ((other >>> 14) & 63)) & 1)
    lookCloser(start, hash);
}

/** The filter lets others through, which in a text may be frequent. */
function lookCloser(start: usize, hash: u32): void {
  for (let at = hash & (places - 1); ; at = (at + 1) & (places - 1)) {
    const other = load<u32>(hashes + ((<usize>at) << 2));
    if (other == hash) return emit(<u32>(start - slice), hash);
    if (other == 0) return;
  }
}
