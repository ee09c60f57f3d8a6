// Where things stand in the kernel's memory.

/** u64 for each pair of bytes, by the pair as a little-endian number: see `literals.ts`. Before it stand constants. */
export const PAIRS: usize = 0x800;
/** u32 for each hash of four bytes: a chain, see `literal-table.ts`. */
export const CHAINS: usize = PAIRS + 0x80000;
/** The same for the literals of two and three bytes, by the hash of two. */
export const SHORT_CHAINS: usize = CHAINS + 0x10000;
/** And for those that are only looked for in names of files. */
export const NAME_CHAINS: usize = SHORT_CHAINS + 0x1000;
/** Pairs of u32. There is room for whatever `encodings.ts` can find in a slice: three things in eighteen bytes at most. */
export const RESULTS: usize = NAME_CHAINS + 0x1000;
export const ROOM: u32 = 12_288;
/** What `literals.ts` notes, u32 each: blocks with candidates, the candidates, places where it compares. */
export const BLOCKS: usize = RESULTS + ROOM * 8;
export const CANDIDATES: usize = BLOCKS + 0x280;
export const PLACES: usize = CANDIDATES + 0x880;
/** u8 for each byte, and i8 for each pair of kinds of bytes, a row of 64 for each first one: see `value.ts`. */
export const KINDS: usize = PLACES + 0x2200;
export const EXCESS: usize = KINDS + 0x100;
/** u8 for each byte: what it stands for in base64. */
export const SIX_BITS: usize = EXCESS + 0x1000;
/** Where `base64.ts` joins lines. */
export const JOINED: usize = SIX_BITS + 0x100;
/** Bits for how words begin: see `beside.ts`. */
export const BEGINNINGS: usize = JOINED + 0x80;
export const LONG_WORDS: usize = BEGINNINGS + 0x900;
export const FOURS: usize = LONG_WORDS + 0x900;
/** u8 for each byte: a bit for every class that it belongs to. */
export const CLASSES: usize = FOURS + 0x400;
/** u8 for each pair of letters, a row of 26 for each first one: how many bits the second costs behind it. */
export const COSTS: usize = CLASSES + 0x100;
/** The literals: records, and behind the last one their texts. */
export const RECORDS: usize = COSTS + 26 * 26;

/** Where the slice begins, behind the records. */
export let slice: usize = 0;

export function place(start: usize): void {
  slice = start;
}

/** How many results there are. */
export let results: u32 = 0;

export function clear(): void {
  results = 0;
}

/** Puts a pair of numbers among the results. Where there is no room the check fails, rather than losing one. */
export function emit(first: u32, second: u32): void {
  if (results == ROOM) unreachable();
  const at = RESULTS + ((<usize>results) << 3);
  store<u32>(at, first);
  store<u32>(at, second, 4);
  results++;
}

// What `encodings.ts` found, in the upper bits of a result's second number, where nothing is a run of base64.
export const WIDE: u32 = 0x40000000;
export const ESCAPE: u32 = 0x80000000;
export const HEXADECIMAL_DIGITS: u32 = 0xc0000000;

// Bits of CLASSES; src/engine/classes.ts has their characters.
export const BASE64: u8 = 1;
/** What can be the first of four characters of base64, of which the first byte is readable. */
export const FIRST_OF_FOUR: u8 = 2;
export const TOKEN: u8 = 4;
export const HEXADECIMAL: u8 = 8;
/** What of decoded base64 can be read. */
export const READABLE: u8 = 32;
/** What stands in values: see `value.ts`. */
export const VALUE: u8 = 64;

export function is(byte: u8, wanted: u8): bool {
  return (load<u8>(CLASSES + byte) & wanted) != 0;
}
