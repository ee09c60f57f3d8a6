import { NONE, SEPARATOR, foldOfPoint } from "./folds";
import { isInline } from "./inline";
import { beginsListed, byteAt, digitsRead, endOfName, hexadecimal, isDigit, isListed, placeNames } from "./written";

/** Those that stand between words on most pages. */
const SEPARATING = memory.data(200);
placeNames(
  SEPARATING,
  " nbsp apos mdash ndash hellip copy reg rarr larr raquo laquo rsquo lsquo rdquo ldquo middot bull times",
);
/** With a letter before them, which is what their character is folded to. */
const ACCENTS = memory.data(100);
placeNames(ACCENTS, " uml acute grave circ tilde ring cedil slash caron");
/** What else is part of a word and is read without a semicolon too; what is written in another is among them. */
const OF_WORDS = memory.data(200);
placeNames(OF_WORDS, " amp AMP lt LT shy szlig AElig aelig eth ETH thorn THORN micro ordf ordm sup1 sup2 sup3");

// The frequent ones: amp; lt; gt; quot shy;
export const AMP: u32 = 0x3b706d61;
const LT: u32 = 0x3b746c;
const GT: u32 = 0x3b7467;
const QUOT: u32 = 0x746f7571;
export const SHY: u32 = 0x3b796873;

export function isLess(name: usize): bool {
  return (load<u32>(name) & 0xffffff) == LT;
}

export function isGreater(name: usize): bool {
  return (load<u32>(name) & 0xffffff) == GT;
}

/** Whether an entity, which ends with a semicolon, stands between words. */
export function separatesWords(name: usize, end: usize): bool {
  return isGreater(name) || load<u32>(name) == QUOT || isListed(SEPARATING, name, end);
}

export function isAccented(name: usize, end: usize): bool {
  return isListed(ACCENTS, name + 1, end);
}

/**
 * Whether what stands behind an ampersand that is written there itself, as in `&amp;nbsp;` and `?a=1&amp;b=2`, could be anything in a word when it is
 * read once more.
 */
export function mayHideAgain(name: usize): bool {
  if (byteAt(name) == 0x23) return !isSeparatingNumber(name + 1);
  const end = endOfName(name);
  if (byteAt(end) != 0x3b) return beginsListed(OF_WORDS, name) || beginsListed(ACCENTS, name + 1);
  if (load<u32>(name) == AMP) return mayHideAgain(name + 4);
  return isLess(name) ? isInline(name + 3) : !separatesWords(name, end);
}

/** Whether a number is that of a character between words with which no mark begins: ' and ". */
function isSeparatingNumber(at: usize): bool {
  let point: u32 = 0;
  if ((byteAt(at) | 0x20) == 0x78) {
    point = hexadecimal(at + 1, 1, 6);
    return point != NONE && byteAt(at + 1 + digitsRead) == 0x3b && isQuote(point);
  }
  for (let count = 0; count < 7 && isDigit(byteAt(at)); count++) point = point * 10 + (byteAt(at++) & 15);
  return byteAt(at) == 0x3b && isQuote(point);
}

function isQuote(point: u32): bool {
  return (point == 0x22 || point == 0x27 || point == 0xa0) && foldOfPoint(point) == SEPARATOR;
}
