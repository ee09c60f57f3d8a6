/** What the kernel knows of an element, by its name: kernel/page/elements.ts has the same bits. */
export interface KnownElement {
  /** In lower case, and no longer than 16 bytes. */
  readonly name: string;
  readonly flags: number;
}

const ofTables = "caption col colgroup tbody td tfoot th thead tr";

/**
 * Whether browsers set it on lines of its own, or beside an image or a field, so that the text before and after it does not join. Not
 * `html`, `head`, `body`, `frame`: where their tags are not ignored, there is no text before.
 */
const separating =
  "address annotation annotation-xml article aside audio blockquote br button canvas center dd details dialog dir div dl dt embed fieldset figcaption figure footer " +
  "form h1 h2 h3 h4 h5 h6 header hgroup hr iframe img input legend li listing main marquee math menu meter nav object ol optgroup option " +
  `p plaintext pre progress search section select summary svg table textarea title ul video xmp ${ofTables}`;

/** Elements of HTML that end `svg` and `math`. */
export const breakingOut: string =
  "b big blockquote body br center code dd div dl dt em embed h1 h2 h3 h4 h5 h6 head hr i img li listing menu meta nobr ol p pre ruby s " +
  "small span strong strike sub sup table tt u ul var";

/** What browsers set in a line: of HTML, and of SVG. */
const inline =
  "abbr acronym bdi bdo big cite code del dfn em font i ins kbd mark q s samp small strike strong sub sup textpath time tspan tt u var wbr";

/** Where no more is known of an element, text goes on in it, as in any that browsers do not know. */
const others = "a span code em strong i b font html head body link meta source annotation-xml";

const known: readonly (readonly [flag: number, names: string])[] = [
  [0, others],
  [1 << 0, separating],
  // It is ignored where no table is open.
  [1 << 1, ofTables],
  // It never has contents, whatever its tag looks like.
  [1 << 2, "area base basefont bgsound br col embed frame hr img input link meta param source track wbr"],
  // Where it stands in `svg` or `math`, it ends them.
  [1 << 3, breakingOut],
  // In it stands what a visitor does not see, as long as no program shows it.
  [1 << 4, "template datalist"],
  // How what is in it is read, where that is not as tags: see WHATWG HTML, 13.2.6.4 ("generic raw text element parsing").
  [1 << 5, "style xmp iframe noembed noframes noscript textarea title script plaintext"],
  [1 << 6, "script"],
  [1 << 7, "style"],
  [1 << 8, "textarea title plaintext"],
  [1 << 9, "textarea title"],
  [1 << 10, "plaintext"],
  // Where other rules hold, and of the elements in which those of HTML hold again, in which of the two they do so.
  [1 << 11, "svg math"],
  [1 << 12, "svg foreignobject desc title"],
  [1 << 13, "math mi mo mn ms mtext annotation-xml"],
  [1 << 14, "table"],
  [1 << 15, "form"],
  [1 << 16, "font"],
  [1 << 17, "p br"],
];

const isInline = 1 << 18;
const isOther = 1 << 19;

/** Every element that any rule names. */
export function knownElements(): KnownElement[] {
  const flags = new Map<string, number>();
  for (const [flag, names] of known)
    for (const name of names.split(" ")) flags.set(name, (flags.get(name) ?? 0) | flag);
  for (const name of inline.split(" ")) flags.set(name, (flags.get(name) ?? isOther) | isInline);
  return [...flags].map(([name, of]) => ({ name, flags: of }));
}
