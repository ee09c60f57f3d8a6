import { emit, slice } from "./memory";

/** The length of a word's key, in bytes: see `words.ts`. */
export const KEY: u32 = 16;

let filter: usize = 0;
let shift: u32 = 0;

/** Where the Bloom filter stands, of 2 ** (32 - shift) u64: src/engine/words.ts makes it. */
export function placeFilter(start: usize, filterShift: u32): void {
  filter = start;
  shift = filterShift;
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
    emit(<u32>(start - slice), hash);
}
