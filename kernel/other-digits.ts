import { isDigit } from "./bytes";

/**
 * Tells what stands in every line of most logs and is no phone number, whatever stands beside it: a date with the year first, and what is too short
 * for a number behind it; an IPv4 address. src/detectors/person/phone.ts takes neither.
 */

/** A date has so many digits, and a phone number so many at least. */
const OF_DATE: u32 = 8;
const LEAST: u32 = 7;

const LONGEST_ADDRESS: usize = 15;

/** @param count of the digits */
export function isOther(start: usize, end: usize, count: u32): bool {
  if (count < OF_DATE + LEAST && isDate(start, end)) return true;
  return <usize>(end - start) <= LONGEST_ADDRESS && isAddress(start, end);
}

/** 2026-11-20, with a hyphen, a dot or a slash. */
function isDate(start: usize, end: usize): bool {
  if (end - start < 10) return false;
  const mark = load<u8>(start, 4);
  if (mark < 0x2d || mark > 0x2f || load<u8>(start, 7) != mark) return false;
  const century = load<u16>(start);
  if (century != 0x3032 && century != 0x3931) return false; // 20, 19
  return (
    isDigit(load<u8>(start, 2)) &&
    isDigit(load<u8>(start, 3)) &&
    load<u8>(start, 5) <= 0x31 &&
    isDigit(load<u8>(start, 6)) &&
    load<u8>(start, 8) <= 0x33 &&
    isDigit(load<u8>(start, 9))
  );
}

/** Four numbers up to 255 without zeros in front, not each of two digits: but for nets of 10 that could be a number of France. */
function isAddress(start: usize, end: usize): bool {
  let at = start;
  let hasOther = load<u16>(start) == 0x3031; // 10
  for (let part = 0; part < 4; part++) {
    const first = at;
    let number: u32 = 0;
    for (; at < end && isDigit(load<u8>(at)); at++) number = number * 10 + load<u8>(at) - 0x30;
    const length = at - first;
    if (length == 0 || length > 3 || number > 255 || (length > 1 && load<u8>(first) == 0x30)) return false;
    if (length != 2) hasOther = true;
    if (part < 3 && (at >= end || load<u8>(at++) != 0x2e)) return false;
  }
  return hasOther && at == end;
}
