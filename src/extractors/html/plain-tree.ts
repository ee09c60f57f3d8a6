import { type DefaultTreeAdapterTypes, defaultTreeAdapter as nodes, foreignContent, html, type Token } from "parse5";
import type { Bytes } from "../../model/bytes.ts";
import { breakingOut } from "./elements.ts";
import { holdsText, ofHead, staysInPlace, voids } from "./nesting.ts";
import { Tokens } from "./tokens.ts";

type Document = DefaultTreeAdapterTypes.Document;
type Element = DefaultTreeAdapterTypes.Element;

/** More are left to parse5, which has a bound of its own. */
const deepest = 500;

/**
 * The tree that parse5 makes of a page, where its tags tell it: each element is closed by its own end tag, and none is there that a browser
 * would move, close by itself or add. Undefined of any other page. It takes a tenth of the time.
 * @param places that are asked for: tags in which none of them stands have only those attributes that tell what an element is; all have
 *   all of them where it is missing
 */
export function plainTree(source: Bytes, places?: readonly number[]): Document | undefined {
  const tokens = new Tokens(source, false);
  try {
    const tree = new PlainTree(places);
    while (tokens.next()) if (!tree.take(tokens)) return undefined;
    return tree.isWhole ? tree.document : undefined;
  } finally {
    tokens.close();
  }
}

class PlainTree {
  readonly document: Document = nodes.createDocument();
  readonly #open: Element[] = [];
  readonly #names: string[] = [];
  readonly #places: readonly number[] | undefined;
  #stage: "start" | "html" | "head" | "behind head" | "body" | "behind body" | "end" = "start";

  constructor(places: readonly number[] | undefined) {
    this.#places = places?.toSorted((a, b) => a - b);
  }

  get isWhole(): boolean {
    return this.#stage === "end";
  }

  /** @returns false where the tags do not tell the tree */
  take(tokens: Tokens): boolean {
    switch (tokens.kind) {
      case "start":
        return this.#start(tokens);
      case "end":
        return this.#end(tokens);
      case "text":
        return this.#text(tokens);
      case "raw":
        this.#addText(tokens);
        return true;
      case "comment":
        return this.#comment(tokens);
      case "declaration":
        return this.#doctype(tokens);
      case "cdata":
      case "broken":
        return false;
    }
  }

  #start(tokens: Tokens): boolean {
    const name = nameOf(tokens);
    const parent = this.#open.at(-1);
    if (name.includes("\0") || this.#open.length > deepest) return false;
    if (this.#stage !== "body") return this.#startAround(tokens, name, parent);
    const isIn = parent?.namespaceURI === html.NS.SVG;
    if (isIn ? !staysInSvg(name, parent.tagName) : !staysInPlace(name, this.#names)) return false;
    return this.#add(tokens, name, parent, isIn || name === "svg" ? html.NS.SVG : html.NS.HTML);
  }

  /** What stands around a body must be written out, and in its order. */
  #startAround(tokens: Tokens, name: string, parent: Element | undefined): boolean {
    if (this.#stage === "head") return ofHead.has(name) && this.#add(tokens, name, parent, html.NS.HTML);
    if (this.#stage === "start" && name === "html") this.#stage = "html";
    else if (this.#stage === "html" && name === "head") this.#stage = "head";
    else if (this.#stage === "behind head" && name === "body") this.#stage = "body";
    else return false;
    return this.#add(tokens, name, parent, html.NS.HTML);
  }

  #add(tokens: Tokens, name: string, parent: Element | undefined, space: html.NS): boolean {
    const attributes = attributesOf(tokens, this.#isAskedFor(tokens));
    if (attributes === undefined) return false;
    const element = nodes.createElement(name, space, attributes.attrs);
    const { startOffset, endOffset } = locationOf(tokens);
    const startTag = { ...nowhere, startOffset, endOffset };
    element.sourceCodeLocation = { ...startTag, startTag, attrs: attributes.places };
    nodes.appendChild(parent ?? this.document, element);
    if (space === html.NS.HTML ? voids.has(name) : tokens.isSelfClosing) return true;
    this.#open.push(element);
    this.#names.push(name);
    return true;
  }

  /** Whether a place stands in the tag. */
  #isAskedFor({ base, start, end }: Tokens): boolean {
    const places = this.#places;
    if (places === undefined) return true;
    return (places.find((place) => place >= base + start) ?? Infinity) < base + end;
  }

  #end(tokens: Tokens): boolean {
    const element = this.#open.pop();
    const name = nameOf(tokens);
    if (element?.tagName !== name) return false;
    this.#names.pop();
    if (element.sourceCodeLocation) element.sourceCodeLocation.endOffset = tokens.base + tokens.end;
    if (this.#names.length < 2) {
      if (name === "head") this.#stage = "behind head";
      if (name === "body") this.#stage = "behind body";
      if (name === "html") this.#stage = this.#stage === "behind body" ? "end" : "start";
    }
    return this.#open.length > 0 || this.#stage === "end";
  }

  #text(tokens: Tokens): boolean {
    if (isBlank(tokens)) {
      if (this.#stage !== "start" && this.#stage !== "behind body" && this.#stage !== "end") this.#addText(tokens);
      return true;
    }
    if (this.#stage !== "body" || !holdsText(this.#names.at(-1) ?? "")) return false;
    this.#addText(tokens);
    return true;
  }

  /** Of a script so much is kept as tells what it is. */
  #addText(tokens: Tokens): void {
    const parent = this.#open.at(-1);
    if (parent === undefined) return;
    const { bytes, start, end } = tokens;
    const isScript = parent.tagName === "script" && parent.childNodes.length === 0;
    const value = isScript ? bytes.toString("latin1", start, Math.min(end, start + 400)).replaceAll("\r\n", "\n") : "";
    const text = nodes.createTextNode(value);
    text.sourceCodeLocation = locationOf(tokens);
    nodes.appendChild(parent, text);
  }

  #comment(tokens: Tokens): boolean {
    if (this.#stage === "behind body" || this.#stage === "end") return false;
    const comment = nodes.createCommentNode("");
    comment.sourceCodeLocation = locationOf(tokens);
    nodes.appendChild(this.#open.at(-1) ?? this.document, comment);
    return true;
  }

  #doctype(tokens: Tokens): boolean {
    if (this.#stage !== "start") return this.#stage === "body";
    nodes.setDocumentType(this.document, "html", "", "");
    const doctype = this.document.childNodes.find(({ nodeName }) => nodeName === "#documentType");
    if (doctype) doctype.sourceCodeLocation = locationOf(tokens);
    return true;
  }
}

/** In `svg` text goes on as it stands; only names that are written in capitals too are read as others. */
function staysInSvg(name: string, parent: string): boolean {
  if (foreignContent.SVG_TAG_NAMES_ADJUSTMENT_MAP.has(name) || breaking.has(name)) return false;
  return parent !== "title" && parent !== "desc";
}

const breaking: ReadonlySet<string> = new Set(`${breakingOut} font script style`.split(" "));

/** Where the lines and columns of a place are not asked for. */
const nowhere = { startLine: 0, startCol: 0, endLine: 0, endCol: 0 };

function locationOf({ base, start, end }: Tokens): Token.Location {
  return { ...nowhere, startOffset: base + start, endOffset: base + end };
}

function nameOf({ bytes, nameStart, nameEnd }: Tokens): string {
  return bytes.toString("latin1", nameStart, nameEnd).toLowerCase();
}

/** A mark of UTF-8 at the beginning is none of the text. */
function isBlank({ bytes, base, start, end }: Tokens): boolean {
  const isMarked =
    base + start === 0 && bytes[start] === 0xef && bytes[start + 1] === 0xbb && bytes[start + 2] === 0xbf;
  for (let at = isMarked ? start + 3 : start; at < end; at++) {
    const byte = bytes[at] ?? 0;
    if (byte !== 32 && byte !== 10 && byte !== 9 && byte !== 13 && byte !== 12) return false;
  }
  return true;
}

interface Attributes {
  readonly attrs: Token.Attribute[];
  readonly places: Record<string, Token.Location>;
}

/** Those in which it counts what references stand for. */
const read = /^(?:id|type|style|name|property|http-equiv|itemprop)$/;

/** How long these names are, and `hidden`. */
const lengths: ReadonlySet<number> = new Set([2, 4, 5, 6, 8, 10]);

/**
 * Undefined where there are more than the tokenizer tells, and where references would have to be read.
 * @param all or those whose names are as long as one that is read
 */
function attributesOf({ attributes, attributeCount, bytes, base }: Tokens, all: boolean): Attributes | undefined {
  const attrs: Token.Attribute[] = [];
  const places: Record<string, Token.Location> = {};
  if (attributeCount >= 1000) return undefined;
  for (let index = 0; index < 4 * attributeCount; index += 4) {
    const nameStart = attributes[index] ?? 0;
    const valueStart = attributes[index + 2] ?? 0;
    const valueEnd = attributes[index + 3] ?? 0;
    const nameEnd = attributes[index + 1] ?? 0;
    if (!all && !lengths.has(nameEnd - nameStart)) continue;
    const name = bytes.toString("latin1", nameStart, nameEnd).toLowerCase();
    if (name in places) continue;
    const isRead = read.test(name);
    const value = isRead ? bytes.toString("latin1", valueStart, valueEnd) : "";
    if (value.includes("&")) return undefined;
    attrs.push({ name, value });
    // A name without a value can end with a quotation mark.
    const before = valueStart > nameEnd ? bytes[valueStart - 1] : 0;
    const isQuoted = before === 34 || before === 39;
    const endOffset = base + (isQuoted ? valueEnd + 1 : valueEnd);
    places[name] = { ...nowhere, startOffset: base + nameStart, endOffset };
  }
  return { attrs, places };
}
