import { isAt, lowered } from "./bytes";
import { endLine, chooseLine } from "./lines";
import { HIDING, LONGEST_HIDING } from "./memory";
import { IS_HIDDEN } from "./told";

/** The length of the name of the element in which all is hidden, how many of its name are open, and a hash of what HIDING has no room for. */
let length: u32 = 0;
let depth: u32 = 0;
let rest: u32 = 0;

export function leaveHidden(): void {
  depth = 0;
}

/** A start tag of what is not empty. */
export function enterHidden(start: usize, end: usize, isHidden: bool): void {
  if (depth > 0) {
    if (isHiding(start, end)) depth++;
    return;
  }
  if (!isHidden) return;
  length = <u32>(end - start);
  for (let index: u32 = 0; index < min(length, LONGEST_HIDING); index++)
    store<u8>(HIDING + index, lowered(load<u8>(start + index)));
  rest = restOf(start);
  depth = 1;
  chooseLine(IS_HIDDEN);
}

/** An end tag. */
export function endHidden(start: usize, end: usize, place: usize): void {
  if (depth == 0 || !isHiding(start, end) || --depth > 0) return;
  endLine(place, IS_HIDDEN);
  chooseLine(0);
}

function isHiding(start: usize, end: usize): bool {
  return <u32>(end - start) == length && isAt(start, HIDING, min(length, LONGEST_HIDING)) && restOf(start) == rest;
}

function restOf(start: usize): u32 {
  let hash: u32 = 5381;
  for (let index = LONGEST_HIDING; index < length; index++) hash = (hash * 33) ^ lowered(load<u8>(start + index));
  return hash;
}

const DISPLAY = memory.data<u8>([0x64, 0x69, 0x73, 0x70, 0x6c, 0x61, 0x79]);
const NONE = memory.data<u8>([0x6e, 0x6f, 0x6e, 0x65]);
const VISIBILITY = memory.data<u8>([0x76, 0x69, 0x73, 0x69, 0x62, 0x69, 0x6c, 0x69, 0x74, 0x79]);
const HIDDEN = memory.data<u8>([0x68, 0x69, 0x64, 0x64, 0x65, 0x6e]);

/** Whether a style has `display: none` or `visibility: hidden` in it. */
export function hides(at: usize, end: usize): bool {
  for (; at < end; at++) {
    const byte = load<u8>(at) | 0x20;
    if (byte == 0x64 && isSetTo(at, end, DISPLAY, 7, NONE, 4)) return true;
    if (byte == 0x76 && isSetTo(at, end, VISIBILITY, 10, HIDDEN, 6)) return true;
  }
  return false;
}

function isSetTo(at: usize, end: usize, name: usize, nameLength: u32, value: usize, valueLength: u32): bool {
  if (at + nameLength > end || !isAt(at, name, nameLength)) return false;
  at = behindSpace(at + nameLength, end);
  if (at >= end || load<u8>(at) != 0x3a) return false;
  at = behindSpace(at + 1, end);
  return at + valueLength <= end && isAt(at, value, valueLength);
}

/** Of any kind that Latin-1 has. */
function behindSpace(at: usize, end: usize): usize {
  for (; at < end; at++) {
    const byte = load<u8>(at);
    if (byte != 0x20 && byte != 0xa0 && !(byte >= 9 && byte <= 13)) break;
  }
  return at;
}
