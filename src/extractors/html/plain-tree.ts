import { type DefaultTreeAdapterTypes, defaultTreeAdapter as nodes, foreignContent, html, type Token } from "parse5";
import type { Bytes } from "../../model/bytes.ts";
import type { Range } from "../../model/range.ts";
import { breakingOut } from "./elements.ts";
import { holdsText, ofHead, staysInPlace, voids } from "./nesting.ts";
import { attributesOf, nowhere } from "./plain-attributes.ts";
import { areIn } from "./real-tree.ts";
import { Tokens } from "./tokens.ts";

type Document = DefaultTreeAdapterTypes.Document;
type Element = DefaultTreeAdapterTypes.Element;

/** More are left to parse5, which has a bound of its own. */
const deepest = 500;

/**
 * The tree that parse5 makes of a page, where its tags tell it: each element is closed by its own end tag, and none is there that a browser
 * would move, close by itself or add. Undefined of any other page. It takes a tenth of the time.
 * @param places that are asked for, in order: of an element in which none of them stands nothing is kept but its name, and tags in which none does
 *   have only those attributes that tell what an element is. All is kept where it is missing
 */
export function plainTree(source: Bytes, places?: readonly Pick<Range, "start">[]): Document | undefined {
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
  readonly #places: readonly Pick<Range, "start">[] | undefined;
  #stage: "start" | "html" | "head" | "behind head" | "body" | "behind body" | "end" = "start";

  constructor(places: readonly Pick<Range, "start">[] | undefined) {
    this.#places = places;
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
    const isAskedFor = this.#isAskedFor(tokens);
    const attributes = attributesOf(tokens, isAskedFor);
    if (attributes === undefined) return false;
    const isEmpty = space === html.NS.HTML ? voids.has(name) : tokens.isSelfClosing;
    if (isEmpty && !isAskedFor) {
      (parent ?? this.document).childNodes.push(shellOf(name));
      return true;
    }
    const element = nodes.createElement(name, space, attributes.attrs);
    const startTag = locationOf(tokens);
    element.sourceCodeLocation = { ...startTag, startTag, attrs: attributes.places };
    nodes.appendChild(parent ?? this.document, element);
    if (isEmpty) return true;
    this.#open.push(element);
    this.#names.push(name);
    return true;
  }

  /** Whether a place that is asked for stands in what was read. */
  #isAskedFor({ base, start, end }: Pick<Tokens, "base" | "start" | "end">): boolean {
    return this.#places === undefined || areIn(this.#places, base + start, base + end);
  }

  #end(tokens: Tokens): boolean {
    const element = this.#open.pop();
    const name = nameOf(tokens);
    if (element?.tagName !== name) return false;
    this.#names.pop();
    if (element.sourceCodeLocation) {
      const end = tokens.base + tokens.end;
      element.sourceCodeLocation.endOffset = end;
      if (!this.#isAskedFor({ base: 0, start: element.sourceCodeLocation.startOffset, end })) this.#forget(element);
    }
    if (this.#names.length < 2) {
      if (name === "head") this.#stage = "behind head";
      if (name === "body") this.#stage = "behind body";
      if (name === "html") this.#stage = this.#stage === "behind body" ? "end" : "start";
    }
    return this.#open.length > 0 || this.#stage === "end";
  }

  /** Of an element that is closed its name is kept, as it is counted. */
  #forget({ parentNode, tagName }: Element): void {
    parentNode?.childNodes.splice(-1, 1, shellOf(tagName));
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
    if (!isScript && !this.#isAskedFor(tokens)) return;
    const value = isScript ? bytes.toString("latin1", start, Math.min(end, start + 400)).replaceAll("\r\n", "\n") : "";
    const text = nodes.createTextNode(value);
    text.sourceCodeLocation = locationOf(tokens);
    nodes.appendChild(parent, text);
  }

  #comment(tokens: Tokens): boolean {
    if (this.#stage === "behind body" || this.#stage === "end") return false;
    if (!this.#isAskedFor(tokens)) return true;
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

const shells = new Map<string, Element>();
const mostShells = 1000;

/** What stands for elements of a name of which nothing else is asked. */
function shellOf(name: string): Element {
  const shell = shells.get(name) ?? nodes.createElement(name, html.NS.HTML, []);
  if (shells.size < mostShells) shells.set(name, shell);
  return shell;
}

/** In `svg` text goes on as it stands; only names that are written in capitals too are read as others. */
function staysInSvg(name: string, parent: string): boolean {
  if (foreignContent.SVG_TAG_NAMES_ADJUSTMENT_MAP.has(name) || breaking.has(name)) return false;
  return parent !== "title" && parent !== "desc";
}

const breaking: ReadonlySet<string> = new Set(`${breakingOut} font script style`.split(" "));

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
