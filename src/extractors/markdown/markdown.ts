import { noClues } from "../../model/clues.ts";
import { type Format, type Part, Unparsed } from "../format.ts";
import { copied } from "../slice.ts";
import { isWide, wideText } from "../wide-text.ts";
import type { Dialect } from "./block.ts";
import { Signs } from "./sign.ts";

/** CommonMark, with what GitHub has besides. */
export const markdown: Format = formatOf({ isMdx: false });

/** Markdown with JSX and programs in it. */
export const mdx: Format = formatOf({ isMdx: true });

/** So much of a document is read as marks, in bytes. */
const longest = 1 << 26;

function formatOf(dialect: Dialect): Format {
  return {
    texts: (whole) => texts(whole, dialect),
    placesOf: async (bytes, ranges) =>
      bytes.length > longest ? [] : (await import("./places.ts")).placesIn(bytes, ranges, dialect),
  };
}

async function texts(whole: Part, dialect: Dialect): Promise<Iterable<Part>> {
  const { bytes, ...rest } = whole;
  const read = copied(bytes, 0, longest);
  const parts = isWide(read) ? [...wideText({ ...rest, bytes: read }, noClues)] : [{ ...rest, bytes: read }];
  const wanted = parts.flatMap((part) => {
    const text = part.bytes.toString("latin1");
    const signs = new Signs(text, dialect);
    return signs.next === Infinity ? [] : { part, text, signs };
  });
  if (wanted.length === 0 && bytes.length <= longest) return [];
  const { proseOf } = await import("./prose.ts");
  return (function* () {
    for (const { part, text, signs } of wanted) yield* proseOf(part, text, signs, dialect);
    if (bytes.length > longest) throw new Unparsed("marks in it were not read behind its first 64 MB");
  })();
}
