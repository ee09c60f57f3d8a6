// Where things stand in the memory of the module that reads pages.

/** Records of 32 bytes, one for each element that is known; the first one stands for all others: see `elements.ts`. */
export const ELEMENTS: usize = 0x800;
export const MOST_ELEMENTS: u32 = 256;
/** u8 for each hash of a name: an element's number. */
export const BUCKETS: usize = ELEMENTS + <usize>MOST_ELEMENTS * 32;
/** u32 for each element: how many of it are open. */
export const OPEN: usize = BUCKETS + 0x400;
/** Numbers of elements, u8 each: see `foreign.ts`. */
export const FOREIGN: usize = OPEN + <usize>MOST_ELEMENTS * 4;
export const MOST_FOREIGN: u32 = 1000;
/** The beginning of a name: see `hidden.ts`. */
export const HIDING: usize = FOREIGN + 0x400;
export const LONGEST_HIDING: u32 = 0x100;
/** A token, u32 each: its kind, where it begins and ends, where its name does, its flags, how many attributes it has. */
export const TOKEN: usize = HIDING + LONGEST_HIDING;
/** What is told of texts, four u32 each: see `told.ts`. */
export const EVENTS: usize = TOKEN + 0x40;
export const ROOM: u32 = 8192;
/** Of each attribute of a tag four u32: where its name begins and ends, and its value. */
export const ATTRIBUTES: usize = EVENTS + <usize>ROOM * 16;
export const MOST_ATTRIBUTES: u32 = 10_000;
/** The slice, and behind it zeros, as many as a vector has bytes. */
export const SLICE: usize = ATTRIBUTES + <usize>MOST_ATTRIBUTES * 16;

/** Where the slice ends, and whether the document ends there. */
export let limit: usize = SLICE;
export let isLast: bool = false;

/** @param length of the slice, which stands in memory */
export function placeSlice(length: u32, last: bool): void {
  limit = SLICE + length;
  isLast = last;
  v128.store(limit, i8x16.splat(0));
}

/** How the document is read: XML has no elements of its own; bytes from 0x80 on are taken as they stand; every token is told. */
export let isXml: bool = false;
export let isUtf8: bool = true;
export let tellsAll: bool = false;

export function placeLanguage(xml: bool, utf8: bool, all: bool): void {
  isXml = xml;
  isUtf8 = utf8;
  tellsAll = all;
}
