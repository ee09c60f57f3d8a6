import { type Reading, rewritten } from "./reading.ts";

/**
 * The text as who looks at the page reads it: tags inside of a line join what they stand between, others separate it; Markdown's links
 * and emphasis, and hyphens at the ends of lines, are taken away. Undefined where there is nothing of the kind.
 */
export function rendered(reading: Reading): Reading | undefined {
  return rewritten(reading, marks, ({ 0: mark, groups }) => {
    const tag = groups?.["tag"]?.toLowerCase();
    return [{ text: tag === undefined ? "" : standsFor(tag), length: mark.length }];
  });
}

/** Items of a list stand apart, and what stands in cells and lines may be one name, but is not written as one. */
function standsFor(tag: string): string {
  if (tag === "li") return "\n\n";
  return inline.has(tag) ? "" : "  ";
}

const marks = new RegExp(
  [
    String.raw`<!--(?:[^-]|-(?!->)){0,2000}-->`,
    String.raw`(?<!\\)</?(?<tag>[a-zA-Z][\w:.-]{0,60})(?:[\s/][^<>]{0,2000})?>`,
    String.raw`\[(?=[^[\]]{1,200}\][([])|\](?:\([^()\s]{0,500}(?:\s"[^"]{0,100}")?\)|\[[^[\]]{0,100}\])`,
    String.raw`(?<=[\p{L}\p{N}])(?:\*{1,3}|~~|${"`"}|__)(?=[\p{L}\p{N}])`,
    String.raw`(?<=\p{L})[-\u2010\u00ad][ \t]{0,4}\r?\n[ \t]*(?:(?:[*#|;%]|//|--)[ \t]*|(?:>[ \t]*){1,8})?(?=\p{L})`,
  ].join("|"),
  "gu",
);

/** Phrasing content of HTML that browsers set inside of a line, and what SVG and older pages have. */
const inline: ReadonlySet<string> = new Set(
  (
    "a abbr acronym b bdi bdo big blink cite code data del dfn em font i ins kbd label mark nobr q ruby s samp small span strike " +
    "strong sub sup time tspan tt u var wbr"
  ).split(" "),
);
