import { isUtf8 } from "node:buffer";
import { domainToUnicode } from "node:url";
import { decodeHTML } from "entities";
import { controlSequence, meaningOfSequence, writtenEscape } from "../model/control-sequence.ts";
import { type Piece, type Reading, rewritten } from "./reading.ts";

/** As deep as one is written in another by accident: `&amp;szlig;`, `%26szlig%3B`, `\\u00df`. */
const deepest = 3;

/** The text with characters in place of what is written for them; undefined where there is nothing of the kind. */
export function unescaped(reading: Reading): Reading | undefined {
  let result: Reading | undefined;
  for (let depth = 0; depth < deepest; depth++) {
    const next = rewritten(result ?? reading, escapes, meaningOf);
    if (next === undefined) break;
    result = next;
  }
  return result;
}

/**
 * Entities of HTML, percent-encoding (RFC 3986), quoted-printable (RFC 2045), escapes of JavaScript, JSON, C, shells and git's quoted
 * paths, of CSS, accents of TeX, labels of IDNA (RFC 3492), control sequences of a terminal.
 */
const escapes = new RegExp(
  [
    String.raw`(?<sequence>(?:\x1b|\\${writtenEscape})${controlSequence})`,
    String.raw`&(?:#[xX] ?[\da-fA-F]{1,6}|#\d{1,7}|[a-zA-Z][a-zA-Z\d]{1,30});?`,
    String.raw`(?:%[\da-fA-F]{2})+|%u[\da-fA-F]{4}`,
    String.raw`(?:=[\dA-F]{2})+|=\r?\n`,
    String.raw`\\u\{[\da-fA-F]{1,6}\}|\\U[\da-fA-F]{8}|(?:\\u[\da-fA-F]{4})+|(?:\\x[\da-fA-F]{2})+|(?:\\[23][0-7]{2}){2,}`,
    String.raw`\\[\da-fA-F]{2,6} ?`,
    String.raw`\{?\\(?:ss|[oOlLi]|ae|AE|oe|OE|aa|AA)(?![a-zA-Z])(?:\{\}| )?\}?`,
    String.raw`\{?\\["'${"`"}^~=.]\{\\[ij]\}\}?`,
    String.raw`\{?\\(?:["'${"`"}^~=.]|[cvHukr](?=\{))\{?[a-zA-Z]\}{0,2}`,
    String.raw`\\[^\n]`,
    String.raw`\b[xX][nN]--[a-zA-Z\d-]{1,59}`,
  ].join("|"),
  "g",
);

function meaningOf({ 0: written, groups }: RegExpExecArray): readonly Piece[] | undefined {
  const text = (meaning: string): readonly Piece[] | undefined =>
    meaning === written ? undefined : [{ text: meaning, length: written.length }];
  if (groups?.["sequence"] !== undefined) return text(meaningOfSequence(written));
  switch (written[0]) {
    case "&":
      return text(decodeHTML(written.replace(" ", "")));
    case "%":
      return written[1] === "u" ? text(characterOf(written.slice(2))) : ofBytes(written, 3, 16);
    case "=":
      return /^=[\dA-F]/.test(written) ? ofBytes(written, 3, 16) : text("");
    case "x":
    case "X":
      return text(domainToUnicode(written) || written);
  }
  return ofBackslash(written, text);
}

function ofBackslash(
  written: string,
  text: (meaning: string) => readonly Piece[] | undefined,
): readonly Piece[] | undefined {
  if (/^\\u[\da-f]/i.test(written) && written[1] === "u") return ofUnits(written);
  if (/^\\x[\da-f]{2}/i.test(written)) return ofBytes(written, 4, 16);
  if (/^(?:\\[23][0-7]{2}){2,}$/.test(written)) return ofBytes(written, 4, 8);
  if (/^\\(?:u\{|U)/.test(written)) return text(characterOf(written.replaceAll(/[\\uU{}]/g, "")));
  if (/^\\[\da-f]{2,}/i.test(written)) return text(characterOf(written.slice(1)));
  if (/\\[ij]\}/.test(written)) return text(written.includes("i") ? "i" : "j");
  const tex = /^\{?\\(?:(?<letter>ss|[oOlLi]|ae|AE|oe|OE|aa|AA)|.\{?(?<accented>[a-zA-Z]))(?:\{\}|[ }]*)$/.exec(
    written,
  );
  if (tex?.groups?.["letter"] !== undefined) return text(texLetters[tex.groups["letter"]] ?? tex.groups["letter"]);
  if (tex?.groups?.["accented"] !== undefined) return text(tex.groups["accented"]);
  return text(/[nrtfv0]/.test(written.slice(1)) ? " " : written.slice(1));
}

const texLetters: Readonly<Record<string, string>> = { o: "ø", O: "Ø", l: "ł", L: "Ł", aa: "å", AA: "Å", i: "i" };

function characterOf(digits: string): string {
  const point = Number.parseInt(digits, 16);
  return point > 0 && point <= 0x10ffff ? String.fromCodePoint(point) : " ";
}

/** Bytes in UTF-8 or Windows-1252, each written with so many characters, the last ones digits. */
function ofBytes(written: string, width: number, radix: number): readonly Piece[] {
  const bytes = Buffer.alloc(written.length / width);
  for (let index = 0; index < bytes.length; index++)
    bytes[index] = Number.parseInt(
      written.slice(index * width + (radix === 8 ? 1 : width - 2), (index + 1) * width),
      radix,
    );
  const text = isUtf8(bytes) ? bytes.toString() : new TextDecoder("windows-1252").decode(bytes);
  const length = (character: string): number => (isUtf8(bytes) ? Buffer.byteLength(character) : 1);
  return [...text].map((character) => ({ text: character, length: width * length(character) }));
}

function ofUnits(written: string): readonly Piece[] {
  const units = written.match(/[\da-fA-F]{4}/g) ?? [];
  const text = String.fromCharCode(...units.map((unit) => Number.parseInt(unit, 16)));
  return [...text].map((character) => ({ text: character, length: 6 * character.length }));
}
