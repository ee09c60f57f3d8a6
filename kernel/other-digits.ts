import { isDigit } from "./bytes";

/**
 * Tells what stands in every line of most logs and is no phone number, whatever stands beside it: a date with the year first, and what is too short
 * for a number behind it; an IPv4 address. src/detectors/person/phone.ts takes neither.
 */

/** A date has so many digits, and a phone number so many at least. */
const OF_DATE: u32 = 8;
const LEAST: u32 = 7;

const LONGEST_ADDRESS: usize = 15;

/** @param count of the digits @param bits which bytes are digits, the first one lowest; of up to 64 bytes */
export function isOther(start: usize, end: usize, count: u32, bits: u64): bool {
  if (count < OF_DATE + LEAST && isDate(start, end)) return true;
  return <usize>(end - start) <= LONGEST_ADDRESS && isAddress(start, <u64>(end - start), bits);
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
function isAddress(start: usize, length: u64, digits: u64): bool {
  let gaps = ~digits & ((1 << length) - 1);
  if (popcnt(gaps) != 3) return false;
  const first = ctz(gaps);
  gaps &= gaps - 1;
  const second = ctz(gaps);
  const third = ctz(gaps & (gaps - 1));
  if (load<u8>(start + <usize>first) != 0x2e) return false;
  if (load<u8>(start + <usize>second) != 0x2e || load<u8>(start + <usize>third) != 0x2e) return false;
  if (first == 2 && second == 5 && third == 8 && length == 11) return load<u16>(start) == 0x3031; // 10
  return (
    isOctet(start, first) &&
    isOctet(start + <usize>first + 1, second - first - 1) &&
    isOctet(start + <usize>second + 1, third - second - 1) &&
    isOctet(start + <usize>third + 1, length - third - 1)
  );
}

function isOctet(at: usize, length: u64): bool {
  if (length == 1) return true;
  const first = load<u8>(at);
  if (length == 2) return first != 0x30;
  if (length != 3 || first > 0x32) return false;
  if (first != 0x32) return first == 0x31;
  const second = load<u8>(at, 1);
  return second < 0x35 || (second == 0x35 && load<u8>(at, 2) <= 0x35);
}
