import type { Bytes } from "../../model/bytes.ts";
import { type Markup, openMarkup } from "./markup.ts";

/**
 * `raw`: what is in an element that has no tags in it, such as a script. `broken`: a tag that the document ends in, or that is longer
 * than any that is read. Long texts, comments and raw texts come in several pieces, one behind the other.
 */
export type TokenKind = "text" | "start" | "end" | "comment" | "raw" | "cdata" | "declaration" | "broken";

const kinds: readonly TokenKind[] = ["text", "start", "end", "comment", "raw", "cdata", "declaration", "broken"];

/** The tokens of a document, one by one: `next` reads one, and its fields say what it is. */
export class Tokens {
  kind: TokenKind = "text";
  /** Of the contents: of a text itself, between the marks of a comment, of a tag with its brackets. Counted in `bytes`. */
  start = 0;
  end = 0;
  /** Of a tag. */
  nameStart = 0;
  nameEnd = 0;
  isSelfClosing = false;
  /** Of a start tag how many it has. */
  attributeCount = 0;

  readonly #markup: Markup;

  constructor(source: Bytes, isXml: boolean) {
    this.#markup = openMarkup();
    this.#markup.begin(source, { isXml, isUtf8: true, tellsAll: true }, 0, source.length);
  }

  /** Four for each: where its name begins and ends, and its value. */
  get attributes(): Uint32Array {
    return this.#markup.attributes;
  }

  /** A slice of the document, and where in the document it begins. */
  get bytes(): Buffer {
    return this.#markup.bytes;
  }

  get base(): number {
    return this.#markup.base;
  }

  /** @returns false behind the last token */
  next(): boolean {
    for (;;) {
      const step = this.#markup.step();
      if (step === "done") return false;
      if (step === "slice") this.#markup.goOn();
      else if (step === "token") break;
    }
    const { token } = this.#markup;
    this.kind = kinds[token[0] ?? 0] ?? "text";
    this.start = token[1] ?? 0;
    this.end = token[2] ?? 0;
    this.nameStart = token[3] ?? 0;
    this.nameEnd = token[4] ?? 0;
    this.isSelfClosing = ((token[5] ?? 0) & 4) !== 0;
    this.attributeCount = token[6] ?? 0;
    return true;
  }

  close(): void {
    this.#markup.close();
  }
}
