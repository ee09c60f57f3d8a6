/** Elements that never have contents. */
export const voids: ReadonlySet<string> = words(
  "area base basefont bgsound br col embed hr img input link meta param source track wbr",
);

/** What stands in a head. */
export const ofHead: ReadonlySet<string> = words("base link meta title style script noscript");

/** Where a browser moves or renames them, or reads what is in them in ways of its own. */
const others = words("html head body frame frameset image isindex template plaintext math keygen rb rtc");

/** They end a paragraph. */
const closingParagraph = words(
  "address article aside blockquote center details dialog dir div dl fieldset figcaption figure footer header hgroup main menu nav ol p " +
    "search section summary ul h1 h2 h3 h4 h5 h6 pre listing form li dd dt table hr xmp",
);

const headings = words("h1 h2 h3 h4 h5 h6");

/** What an element has as its only children, where a browser moves all others or closes it before them. */
const children: ReadonlyMap<string, ReadonlySet<string>> = new Map([
  ["table", words("caption colgroup thead tbody tfoot")],
  ["colgroup", words("col")],
  ["thead", words("tr")],
  ["tbody", words("tr")],
  ["tfoot", words("tr")],
  ["tr", words("td th")],
  ["select", words("option optgroup")],
  ["optgroup", words("option")],
  ["option", words("")],
]);

/** They stand in nothing but these. */
const parents: ReadonlyMap<string, ReadonlySet<string>> = new Map([
  ...["caption", "colgroup", "thead", "tbody", "tfoot"].map((name) => [name, words("table")] as const),
  ["col", words("colgroup")],
  ["tr", words("thead tbody tfoot")],
  ["td", words("tr")],
  ["th", words("tr")],
  ["optgroup", words("select")],
  ["option", words("select optgroup datalist")],
  ["rt", words("ruby")],
  ["rp", words("ruby")],
]);

/** A browser closes the one before it begins another, unless one of the elements on the right stands between them. */
const alone: ReadonlyMap<string, readonly [same: ReadonlySet<string>, between: ReadonlySet<string>]> = new Map([
  ["li", [words("li"), words("ul ol")]],
  ["dd", [words("dd dt"), words("dl")]],
  ["dt", [words("dd dt"), words("dl")]],
  ["a", [words("a"), words("")]],
  ["nobr", [words("nobr"), words("")]],
  ["button", [words("button"), words("")]],
  ["form", [words("form"), words("")]],
]);

/** Whether text that is not blank stays where it stands in an element. */
export function holdsText(name: string): boolean {
  return name === "option" || !children.has(name);
}

/**
 * Whether a browser puts an element of HTML right where its tag stands, and closes nothing for it (WHATWG HTML, 13.2.6.4.7 and what
 * follows). False too where that is only not known.
 * @param open the names of the elements in a body that are open, the innermost last
 */
export function staysInPlace(name: string, open: readonly string[]): boolean {
  const parent = open.at(-1) ?? "";
  if (others.has(name) || children.get(parent)?.has(name) === false || parents.get(name)?.has(parent) === false)
    return false;
  if (headings.has(name) && headings.has(parent)) return false;
  if (closingParagraph.has(name) && open.includes("p")) return false;
  const [same, between] = alone.get(name) ?? [];
  const nearest = same && open.findLast((one) => same.has(one) || between?.has(one));
  return nearest === undefined || !same?.has(nearest);
}

function words(text: string): ReadonlySet<string> {
  return new Set(text.split(" "));
}
