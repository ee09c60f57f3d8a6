import type { Segment } from "../model/segment.ts";
import { encodedText, encodedWords } from "./encoded-words.ts";
import type { Part } from "./format.ts";
import { Written } from "./html/written.ts";
import { misread, readAgain } from "./misread.ts";

/**
 * What people or programs see in a text that is written otherwise than they see it: without characters that nobody sees, or marks of letters, in the midst of a word, with
 * plain letters in place of full-width, mathematical and encircled ones, in the order in which they are shown, with the words of a mail's header decoded and
 * UTF-8 read as such, and what characters that nobody sees spell by themselves. Undefined where nothing of the kind stands there.
 * @param whole in UTF-8, from a character's beginning on
 */
export function disguisedText(whole: Segment): (Part & Segment) | undefined {
  const text = whole.bytes.toString();
  const written = new Written();
  let isOther = false;
  let last = 0;
  let place = 0;
  for (const { 0: found, index, groups = {} } of text.matchAll(disguises)) {
    const between = Buffer.from(text.slice(last, index));
    written.copy(between, 0, between.length, place);
    const start = place + between.length;
    last = index + found.length;
    place = start + Buffer.byteLength(found);
    const meaning = meaningOf(found, groups);
    written.put(Buffer.from(meaning), start, place);
    const isBetween = isOfWord.test(text.charAt(index - 1)) && isOfWord.test(text.charAt(last));
    isOther ||= meaning === "" ? isBetween : meaning !== found;
  }
  if (!isOther) return undefined;
  const rest = Buffer.from(text.slice(last));
  written.copy(rest, 0, rest.length, place);
  return written.part(whole, `disguised ${whole.surface}`);
}

/** Any character of ASCII that is seen. */
const isOfWord = /^[!-~]$/;

/** More of what stands between letters, a space or a hyphen stands between words. */
const apart = String.raw`(?:\k<between>{1,7}(?:[-'\u2019.]\k<between>{1,3})?|[ \t\u00a0]{1,4}(?=[\p{L}\d_]\k<between>))`;

const disguises = new RegExp(
  [
    // Unicode's tags spell ASCII (Unicode 16, 23.9). Behind a flag they name a region.
    String.raw`(?<flag>\u{1f3f4}[\u{e0020}-\u{e007e}]{1,6}\u{e007f})|(?<tags>[\u{e0020}-\u{e007e}]{2,})`,
    // 256 selectors stand for 256 bytes: no letter has more than one or two.
    String.raw`(?<selectors>[\ufe00-\ufe0f\u{e0100}-\u{e01ef}]{8,})`,
    String.raw`\u202e(?<reversed>[^\u202c\r\n]{2,2000})\u202c?`,
    String.raw`[\p{Default_Ignorable_Code_Point}\u0300-\u036f\ufff9-\ufffb]+`,
    String.raw`(?<styled>[\uff01-\uff5e\u24b6-\u24e9\u{1d400}-\u{1d7ff}\u{1f130}-\u{1f149}]+)`,
    String.raw`(?<![\p{L}\p{N}])(?<spelled>[\p{L}\d_](?<between>[^\p{L}\p{N}_]{1,5})[\p{L}\d_](?:${apart}[\p{L}\d_]){3,255})(?![\p{L}\p{N}])`,
    `(?<encoded>${encodedWords})`,
    `(?<misread>${misread})`,
    String.raw`(?<![\w.])(?<codes>\d{2,3}(?:(?:, ?| |\n)\d{2,3}){11,1023}|[01]{8}(?:,? ?[01]{8}){11,1023})(?![\w.])`,
  ].join("|"),
  "gu",
);

/** What is spelled stands by itself: what is around it belongs to no word of it. */
function meaningOf(found: string, groups: Readonly<Record<string, string | undefined>>): string {
  const { flag, tags, selectors, reversed, styled, spelled, between, codes, encoded, misread: twice } = groups;
  if (flag !== undefined) return flag;
  if (tags !== undefined) return `\n${pointsOf(tags, 0xe0000)}\n`;
  if (selectors !== undefined) return `\n${bytesOf(selectors)}\n`;
  if (reversed !== undefined) return [...reversed].toReversed().join("");
  if (styled !== undefined) return styled.normalize("NFKC");
  if (encoded !== undefined) return encodedText(encoded) ?? found;
  if (twice !== undefined) return readAgain(twice) ?? found;
  if (codes !== undefined) return charactersOf(codes) ?? found;
  if (spelled === undefined || between === undefined) return "";
  return /\p{L}.*\p{L}.*\p{L}/su.test(spelled) ? joined(spelled, between) : found;
}

function pointsOf(characters: string, first: number): string {
  return Array.from(characters, (one) => String.fromCodePoint((one.codePointAt(0) ?? first) - first)).join("");
}

function bytesOf(selectors: string): string {
  const bytes = Array.from(selectors, (one) => {
    const point = one.codePointAt(0) ?? 0;
    return point < 0xe0100 ? point - 0xfe00 : point - 0xe0100 + 16;
  });
  return Buffer.from(bytes).toString();
}

/** Letters with the same between each: more of it stands between words. */
function joined(spelled: string, between: string): string {
  const hasSpace = /\s/.test(between);
  const words = spelled
    .split(between.repeat(2))
    .flatMap((word) => (hasSpace ? [word] : word.split(/\s+/)))
    .map((word) => word.replaceAll(between, ""));
  return words.filter((word) => word !== "").join(" ");
}

/** Characters of ASCII by their numbers, or by the bits of them; undefined where one of the numbers stands for none. */
function charactersOf(codes: string): string | undefined {
  const bits = codes.match(/[01]{8}/g);
  const numbers = bits === null ? codes.split(/\D+/).map(Number) : bits.map((one) => Number.parseInt(one, 2));
  return numbers.every((one) => (one >= 0x20 && one < 0x7f) || one === 0x0a)
    ? `\n${String.fromCharCode(...numbers)}\n`
    : undefined;
}
