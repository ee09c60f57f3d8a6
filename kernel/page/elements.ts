import { endsTagName, endsOfTagName, isAt, loweredAll } from "./bytes";
import { BUCKETS, ELEMENTS, limit } from "./memory";

/** In a record: the name, with zeros behind it, its length, and flags; src/extractors/html/elements.ts writes them. */
const LENGTH: usize = 16;
const FLAGS: usize = 20;

// Flags, as src/extractors/html/elements.ts tells them.
export const SEPARATES: u32 = 1;
export const IS_OF_TABLE: u32 = 2;
export const IS_VOID: u32 = 4;
export const BREAKS_OUT: u32 = 8;
export const IS_HIDDEN: u32 = 0x10;
/** In it stands no markup; and what there is in its place. */
export const IS_RAW: u32 = 0x20;
export const IS_SCRIPT: u32 = 0x40;
export const IS_STYLE: u32 = 0x80;
/** Text, with references to characters or without. */
export const IS_TEXT: u32 = 0x100;
export const IS_ESCAPABLE: u32 = 0x200;
/** All that follows is in it. */
export const IS_PLAIN: u32 = 0x400;
/** `svg` and `math`, in which other rules hold; elements in them in which those of HTML hold again. */
export const IS_ROOT: u32 = 0x800;
export const IS_OF_SVG: u32 = 0x1000;
export const IS_OF_MATH: u32 = 0x2000;
/** The rules of which these elements change. */
export const IS_TABLE: u32 = 0x4000;
export const IS_FORM: u32 = 0x8000;
export const IS_FONT: u32 = 0x10000;
/** An end of it stands for the whole. */
export const IS_BREAK: u32 = 0x20000;
/** In XML text goes on in it, where nothing else is known of it or it has a prefix; and nothing else is known of it. */
export const IS_INLINE: u32 = 0x40000;
export const IS_OTHER: u32 = 0x80000;

/** Sixteen bytes of ones and as many zeros, which cut a name off. */
const CUT = memory.data<u64>([-1, -1, 0, 0]);

/** All elements whose names are not known. */
export const UNKNOWN: u32 = 0;

/** Puts an element among those that are known, whose record is written. */
export function addElement(element: u32): void {
  const name = v128.load(ELEMENTS + ((<usize>element) << 5));
  let bucket = bucketOf(name);
  while (load<u8>(BUCKETS + bucket) != 0) bucket = (bucket + 1) & 0x3ff;
  store<u8>(BUCKETS + bucket, <u8>element);
}

function bucketOf(name: v128): usize {
  const mixed = i64x2.extract_lane(name, 0) ^ (i64x2.extract_lane(name, 1) * 0x9e3779b97f4a7c15);
  return <usize>(<u64>(mixed * 0x2545f4914f6cdd1d) >> 54);
}

/** Where the name ended that was read last. */
export let nameEnd: usize = 0;

/** The element whose tag's name begins there. */
export function readName(start: usize): u32 {
  const bytes = v128.load(start);
  const ends = endsOfTagName(bytes);
  const length: usize = ends == 0 ? 16 : ctz(ends);
  let end = start + length;
  if (end >= limit) {
    nameEnd = limit;
    return UNKNOWN;
  }
  if (ends == 0) {
    while (end < limit && !endsTagName(load<u8>(end))) end++;
    nameEnd = end;
    return end == start + 16 ? elementOf(bytes, 16) : UNKNOWN;
  }
  nameEnd = end;
  return elementOf(bytes, length);
}

function elementOf(bytes: v128, length: usize): u32 {
  const name = v128.and(loweredAll(bytes), v128.load(CUT + 16 - length));
  let bucket = bucketOf(name);
  while (true) {
    const element: u32 = load<u8>(BUCKETS + bucket);
    if (element == 0) return UNKNOWN;
    const record = ELEMENTS + ((<usize>element) << 5);
    // A NUL in a name looks like what stands behind it in the record.
    const isIt = i8x16.all_true(i8x16.eq(v128.load(record), name)) && load<u32>(record, LENGTH) == <u32>length;
    if (isIt) return element;
    bucket = (bucket + 1) & 0x3ff;
  }
}

/** The element of a name that stands between two places. */
export function elementBetween(start: usize, end: usize): u32 {
  return end - start > 16 || end == start ? UNKNOWN : elementOf(v128.load(start), end - start);
}

export function flagsOf(element: u32): u32 {
  return load<u32>(ELEMENTS + ((<usize>element) << 5), FLAGS);
}

/** Whether a name stands there, and is over. @param at so that the longest name and one byte more stand behind it */
export function isTagOf(at: usize, element: u32): bool {
  const record = ELEMENTS + ((<usize>element) << 5);
  const length = load<u32>(record, LENGTH);
  return at + length < limit && isAt(at, record, length) && endsTagName(load<u8>(at + length));
}
