import { noClues } from "../../model/clues.ts";
import { type Format, type Part, Unparsed } from "../format.ts";
import { isWide, wideText } from "../wide-text.ts";
import { charsetOf } from "./charset.ts";
import { textsOf } from "./texts.ts";

/** HTML as browsers read it. */
export const html: Format = {
  texts: (whole) => texts(whole, false),
  placesOf: async (bytes, ranges) => (await import("./html-places.ts")).placesInHtml(bytes, ranges),
};

/** XML and what is written in it: XHTML, SVG, RSS, Atom, sitemaps. */
export const xml: Format = {
  texts: (whole) => texts(whole, true),
  placesOf: async (bytes, ranges) => (await import("./xml-places.ts")).placesInXml(bytes, ranges),
};

/** Of a document of two or four bytes a character so much is read as markup. */
const mostWide = 1 << 26;

function* texts(whole: Part, isXml: boolean): Generator<Part> {
  const { bytes } = whole;
  const beginning = Buffer.from(bytes.subarray(0, Math.min(bytes.length, 1024)));
  if (isWide(beginning)) {
    const segment = { ...whole, bytes: Buffer.from(bytes.subarray(0, Math.min(bytes.length, mostWide))) };
    for (const inner of wideText(segment, noClues)) yield* textsOf(inner, { isXml, charset: {} });
    if (bytes.length > mostWide) throw new Unparsed("markup in it was not read behind its first 64 MB");
    return;
  }
  const charset = charsetOf(beginning);
  yield* textsOf(whole, { isXml, charset });
  if (charset.undecoded !== undefined)
    throw new Unparsed(`its characters are not decoded, because they are in ${charset.undecoded}`);
}
