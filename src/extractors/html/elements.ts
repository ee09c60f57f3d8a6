/** What the tokenizer and the reader must know of an element, by its name. */
export interface Element {
  /** In lower case. */
  readonly name: string;
  /** Whether browsers set it on lines of its own, or beside an image or a field, so that the text before and after it does not join. */
  readonly separates: boolean;
  /** Whether it is ignored where no table is open. */
  readonly isOfTable: boolean;
  /** How what is in it is read, where that is not as tags: see WHATWG HTML, 13.2.6.4 ("generic raw text element parsing"). */
  readonly content: "markup" | "raw" | "escapable" | "script" | "plain";
  /** It never has contents, whatever its tag looks like. */
  readonly isVoid: boolean;
  /** `svg` and `math`, where other rules hold, and of the elements in which those of HTML hold again, in which of the two they do so. */
  readonly foreign: "root" | "svg" | "math" | undefined;
  /** Where it stands in `svg` or `math`, it ends them. */
  readonly breaksOut: boolean;
  /** In it stands what a visitor does not see, as long as no program shows it. */
  readonly isHidden: boolean;
}

const ofTables = "caption col colgroup tbody td tfoot th thead tr";

/** Not `html`, `head`, `body`, `frame`: where their tags are not ignored, there is no text before. */
const separating =
  "address article aside audio blockquote br button canvas center dd details dialog dir div dl dt embed fieldset figcaption figure footer " +
  "form h1 h2 h3 h4 h5 h6 header hgroup hr iframe img input legend li listing main marquee math menu meter nav object ol optgroup option " +
  `p plaintext pre progress search section select summary svg table textarea title ul video xmp ${ofTables}`;

const voids = "area base basefont bgsound br col embed frame hr img input link meta param source track wbr";

const breakingOut =
  "b big blockquote body br center code dd div dl dt em embed h1 h2 h3 h4 h5 h6 head hr i img li listing menu meta nobr ol p pre ruby s " +
  "small span strong strike sub sup table tt u ul var";

const contents = {
  raw: "style xmp iframe noembed noframes noscript",
  escapable: "textarea title",
  script: "script",
  plain: "plaintext",
} as const;

const roots = "svg math";
const integrating = { svg: "foreignobject desc title", math: "mi mo mn ms mtext annotation-xml" };
const hiding = "template datalist";
const others = "a span code em strong i b font html head body link meta source";

/** What stands for every other name: text goes on in it, as in any element that browsers do not know. */
export const unknown: Element = elementOf("");

/** The hash of no bytes; every byte of a name goes into it by `hashed`. */
export const noHash = 5381;

export function hashed(hash: number, byte: number): number {
  return (Math.imul(hash, 33) ^ byte) | 0;
}

const byHash: ReadonlyMap<number, Element> = new Map(
  [separating, voids, breakingOut, ...Object.values(contents), roots, ...Object.values(integrating), hiding, others]
    .flatMap((names) => names.split(" "))
    .map((name) => [[...Buffer.from(name)].reduce(hashed, noHash), elementOf(name)]),
);

/** Without one its parts are ignored. */
export const tableElement: Element = byHash.get([...Buffer.from("table")].reduce(hashed, noHash)) ?? unknown;

/** The element with the name that stands at a place, in whatever case. @param hash of its bytes in lower case */
export function elementAt(bytes: Buffer, start: number, end: number, hash: number): Element {
  const element = byHash.get(hash);
  if (element?.name.length !== end - start) return unknown;
  for (let index = 0; index < element.name.length; index++)
    if (lowered(bytes[start + index] ?? 0) !== element.name.charCodeAt(index)) return unknown;
  return element;
}

/** A letter of ASCII in lower case. */
export function lowered(byte: number): number {
  return byte >= 65 && byte <= 90 ? byte + 32 : byte;
}

function elementOf(name: string): Element {
  const content = (Object.keys(contents) as (keyof typeof contents)[]) // the keys of the table, which has no others
    .find((kind) => has(contents[kind], name));
  return {
    name,
    separates: has(separating, name),
    isOfTable: has(ofTables, name),
    content: content ?? "markup",
    isVoid: has(voids, name),
    foreign: foreignOf(name),
    breaksOut: has(breakingOut, name),
    isHidden: has(hiding, name),
  };
}

function foreignOf(name: string): Element["foreign"] {
  if (has(roots, name)) return "root";
  if (has(integrating.svg, name)) return "svg";
  return has(integrating.math, name) ? "math" : undefined;
}

function has(names: string, name: string): boolean {
  return names.split(" ").includes(name);
}
