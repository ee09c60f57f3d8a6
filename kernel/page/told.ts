import { EVENTS, ROOM, SLICE } from "./memory";

// What is told of a page's texts: src/extractors/html/page.ts reads it.
export const TEXT: u32 = 1;
/** Space behind a text that was told. */
export const SPACE: u32 = 2;
/** Here a line ends of which something was told. */
export const END: u32 = 3;
export const COMMENT: u32 = 4;
export const SCRIPT: u32 = 5;
export const STYLE: u32 = 6;
export const RAW: u32 = 7;
export const DECLARATION: u32 = 8;

// Of a text, in the upper bits: it stands there as it is read; it has no references to characters; it is not visible.
export const IS_PLAIN: u32 = 0x100;
export const IS_LITERAL: u32 = 0x200;
export const IS_HIDDEN: u32 = 0x400;

/** How many there are. */
let count: u32 = 0;

export function clearEvents(): void {
  count = 0;
}

export function countEvents(): u32 {
  return count;
}

/** Whether there is room for all that one token can tell. */
export function hasRoom(): bool {
  return count < ROOM - 16;
}

export function tell(what: u32, start: usize, end: usize): void {
  const event = EVENTS + ((<usize>count) << 4);
  store<u32>(event, what);
  store<u32>(event, start - SLICE, 4);
  store<u32>(event, end - SLICE, 8);
  count++;
}
