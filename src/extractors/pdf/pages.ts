import type { PdfFile, PdfObject, Stream } from "./file.ts";
import { type Font, fontOf } from "./fonts.ts";
import { type Dictionary, isArray, isDictionary, isReference, isText, nameIn, type Value } from "./value.ts";

/** A stream of operators. */
export interface Content {
  /** The fonts by the names that it uses. */
  readonly fonts: Dictionary;
  /** Counted from 1; missing where it is drawn on some page or none. */
  readonly page?: number;
}

interface Page {
  readonly number: number;
  readonly dictionary: Dictionary;
}

const noFonts: Dictionary = new Map();

/** Says which streams show text, and with which fonts: ISO 32000-2, 7.7.3 and 7.8. */
export class Pages {
  readonly #file: PdfFile;
  readonly #pages: Page[] = [];
  readonly #roots: Value[] = [];
  readonly #allFonts: Dictionary[] = [];
  #contents: Map<number, Content> | undefined;
  #anyFonts: Dictionary | undefined;
  /** By their numbers, or by their dictionaries where they stand in another. */
  readonly #fonts = new Map<Value, Font>();
  /** Names of attached files by the number of the stream that they stand in. */
  readonly attachments: Map<number, Buffer> = new Map();
  /** Whether a stream could not be read. */
  isDamaged = false;
  /** Whether there is text of which nobody says what it is. */
  isUnreadable = false;

  constructor(file: PdfFile) {
    this.#file = file;
  }

  add({ number, value }: PdfObject): void {
    if (!isDictionary(value)) return;
    const type = nameIn(value, "Type");
    if (type === "Page") this.#pages.push({ number, dictionary: value });
    if (type === "Catalog") this.#roots.push(value.get("Pages") ?? null);
    const fonts = value.get("Font");
    if (isDictionary(fonts) && this.#allFonts.length < mostFontSets) this.#allFonts.push(fonts);
    const files = value.get("EF");
    const name = value.get("UF") ?? value.get("F");
    if (isDictionary(files) && isText(name))
      for (const file of files.values())
        if (isReference(file)) this.attachments.set(file.to, Buffer.from(name.text, "latin1"));
  }

  /** Undefined where nothing says that it is one. */
  contentOf({ number, dictionary }: Stream): Content | undefined {
    this.#contents ??= this.#find();
    const known = this.#contents.get(number);
    if (known !== undefined) return known;
    const isForm = nameIn(dictionary, "Subtype") === "Form" || dictionary.has("PatternType");
    if (!isForm) return undefined;
    const fonts = this.#fontsIn(dictionary);
    return { fonts: fonts ?? this.anyFonts() };
  }

  /** For what has no fonts of its own: the first of each name. */
  anyFonts(): Dictionary {
    if (this.#anyFonts !== undefined) return this.#anyFonts;
    const all = new Map<string, Value>();
    const sets = [
      ...this.#allFonts,
      ...[...(this.#contents?.values() ?? [])].slice(0, mostFontSets).map(({ fonts }) => fonts),
    ];
    for (const fonts of sets) for (const [name, font] of fonts) if (!all.has(name)) all.set(name, font);
    return (this.#anyFonts = all);
  }

  /** What nobody tells of is read as Latin text. */
  font(fonts: Dictionary, name: string): Font {
    const value = fonts.get(name) ?? null;
    const key = isReference(value) ? value.to : value;
    const kept = this.#fonts.get(key);
    if (kept !== undefined) return kept;
    if (this.#fonts.size > mostFonts) this.#fonts.clear();
    const font = fontOf(this.#file.dictionary(value) ?? noFonts, this.#file);
    this.#fonts.set(key, font);
    return font;
  }

  #find(): Map<number, Content> {
    const contents = new Map<number, Content>();
    const numbers = this.#pageNumbers();
    for (const { number, dictionary } of this.#pages) {
      const page = numbers.get(number);
      const content = { fonts: this.#fontsOf(dictionary), ...(page !== undefined && { page }) };
      const told = dictionary.get("Contents");
      const all = isReference(told) && this.#file.streamAt(told) !== undefined ? told : this.#file.resolve(told);
      for (const stream of isArray(all) ? all : [all])
        if (isReference(stream) && !contents.has(stream.to)) contents.set(stream.to, content);
    }
    return contents;
  }

  /** In the order in which a reader shows them. */
  #pageNumbers(): Map<number, number> {
    const numbers = new Map<number, number>();
    const seen = new Set<number>();
    const waiting: Value[] = this.#roots.slice(-1);
    for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
      if (!isReference(next) || seen.has(next.to)) continue;
      seen.add(next.to);
      const kids = this.#file.resolve(this.#file.dictionary(next)?.get("Kids"));
      if (isArray(kids)) for (const kid of kids.toReversed()) waiting.push(kid);
      else numbers.set(next.to, numbers.size + 1);
    }
    return numbers;
  }

  /** A page has the resources of what it stands below. */
  #fontsOf(page: Dictionary): Dictionary {
    let node: Dictionary | undefined = page;
    for (let steps = 0; node !== undefined && steps < mostSteps; steps++) {
      const fonts = this.#fontsIn(node);
      if (fonts !== undefined) return fonts;
      node = this.#file.dictionary(node.get("Parent"));
    }
    return noFonts;
  }

  #fontsIn(node: Dictionary): Dictionary | undefined {
    const resources = this.#file.dictionary(node.get("Resources"));
    return resources && (this.#file.dictionary(resources.get("Font")) ?? noFonts);
  }
}

const mostFontSets = 1000;
const mostFonts = 500;
const mostSteps = 32;
