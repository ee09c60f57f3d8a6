import { AMP, SHY, isAccented, isGreater, isLess, separatesWords } from "./entity-names";
import { JOINS, JOINS_SOMEWHERE, NONE, SEPARATOR, foldOfWindows } from "./folds";
import { isInline } from "./inline";
import { any, means, meaningOfPoint } from "./points";
import { byteAt, digitsRead, endOfName, hexadecimal, isDigit, isLetter, isListed, placeNames } from "./written";

const DROPPED = memory.data(40);
placeNames(DROPPED, " zwj zwnj");

/** What an entity of HTML means to a word: see `marks.ts`. Without a semicolon only a number is one. */
export function meaningOfEntity(at: usize): u32 {
  const name = at + 1;
  if (byteAt(name) == 0x23) return meaningOfNumber(at);
  const end = endOfName(name);
  if (end < name + 2 || byteAt(end) != 0x3b || !isLetter(byteAt(name))) return NONE;
  const written = end + 1 - at;
  const four = load<u32>(name);
  if (four == AMP) return meaningOfPoint(0x26, at, written);
  if (isLess(name)) return meaningOfTag(at, written);
  if (separatesWords(name, end)) return means(SEPARATOR, written);
  if (four == SHY) return meaningOfPoint(0xad, at, written);
  if (isListed(DROPPED, name, end)) return means(0, written);
  if (isAccented(name, end) && !isOther(name)) return meaningOfPoint(byteAt(name), at, written);
  return any(written);
}

/** &xcirc; is a circle, and &gtilde; and &ltilde; are &gt; and &lt; to browsers. */
function isOther(name: usize): bool {
  const two = load<u16>(name);
  return two == 0x6378 || two == 0x7467 || two == 0x746c;
}

function meaningOfNumber(at: usize): u32 {
  let digits = at + 2;
  let point: u32 = 0;
  if ((byteAt(digits) | 0x20) == 0x78) {
    digits += byteAt(digits + 1) == 0x20 ? 2 : 1;
    point = hexadecimal(digits, 1, 6);
    if (point == NONE) return NONE;
    digits += digitsRead;
  } else {
    if (!isDigit(byteAt(digits))) return NONE;
    for (let count = 0; count < 7 && isDigit(byteAt(digits)); count++) point = point * 10 + (byteAt(digits++) & 15);
  }
  const written = digits - at + (byteAt(digits) == 0x3b ? 1 : 0);
  return point >= 0x80 && point < 0xa0 ? means(foldOfWindows(point), written) : meaningOfPoint(point, at, written);
}

/** What is farther away ends no tag that is looked at here. */
const TAG: usize = 200;

/** `&lt;` with all up to `&gt;`, where that is a tag that joins what it stands between. */
function meaningOfTag(at: usize, written: usize): u32 {
  const name = at + written;
  if (!isInline(name)) return means(SEPARATOR, written);
  for (let end = name; end < name + TAG; end++) {
    const byte = byteAt(end);
    // What else ends it may be written there as well.
    if (byte == 0x3c || byte == 0x3e || byte == 0x5c || byte == 0x25) break;
    if (byte != 0x26) continue;
    if (byteAt(end + 1) == 0x23) break;
    if (isGreater(end + 1)) return means(JOINS, end + 4 - at);
  }
  return means(JOINS_SOMEWHERE, written);
}
