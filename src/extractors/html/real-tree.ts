import { defaultTreeAdapter, type DefaultTreeAdapterTypes, html, parse, type Token } from "parse5";
import { countBefore, type Range } from "../../model/range.ts";
import { voids } from "./nesting.ts";

type Node = DefaultTreeAdapterTypes.Node;
type Element = DefaultTreeAdapterTypes.Element;

/** A page that is deeper or of more elements is not made into a tree: the work can grow as the square of its depth. */
const deepest = 1000;
const mostElements = 1_000_000;

/** Thrown while a tree is built. */
class TooLarge extends Error {}

/**
 * The tree that a browser makes of a page, as far as it tells where some places stand: of an element in which none of them does nothing is kept but
 * itself, which is counted among its neighbours. Undefined where it is too large.
 * @param text in Latin-1: a character is a byte
 * @param places in order
 */
export function realTree(text: string, places: readonly Pick<Range, "start">[]): Node | undefined {
  let depth = 0;
  let elements = 0;
  const treeAdapter: typeof defaultTreeAdapter = {
    ...defaultTreeAdapter,
    createElement: (...args) => {
      if (++elements > mostElements) throw new TooLarge();
      return defaultTreeAdapter.createElement(...args);
    },
    onItemPush: () => {
      if (++depth > deepest) throw new TooLarge();
    },
    onItemPop: (element) => {
      depth--;
      if (!kept.has(element.tagName) && !isNeeded(element, places)) empty(element);
    },
    setNodeSourceCodeLocation: (node, location) => {
      if (location === null || !isOver(node) || holds(places, location))
        defaultTreeAdapter.setNodeSourceCodeLocation(node, location);
    },
  };
  try {
    // The mark of UTF-8 would be text in Latin-1, and begin the body.
    return parse(text.replace(/^\u00EF\u00BB\u00BF/, "   "), { sourceCodeLocationInfo: true, treeAdapter });
  } catch (error) {
    if (error instanceof TooLarge) return undefined;
    throw error;
  }
}

/** What may stand in them behind their end tags too. */
const kept: ReadonlySet<string> = new Set(["html", "head", "body"]);

/** Whether nothing can stand in a node that does not do so yet: an element that is empty, a comment. A text may go on behind a tag. */
function isOver(node: Node): boolean {
  if ("tagName" in node) return node.namespaceURI === html.NS.HTML && voids.has(node.tagName);
  return node.nodeName === "#comment";
}

/** Of an element that the page ends in its children may tell alone how far it goes. */
function isNeeded(element: Element, places: readonly Pick<Range, "start">[]): boolean {
  const { sourceCodeLocation: location, childNodes } = element;
  if (location && holds(places, location)) return true;
  for (const children of [childNodes, contentOf(element)])
    for (const child of children) {
      const own = child.sourceCodeLocation;
      if (own && ("tagName" in child || holds(places, own))) return true;
    }
  return false;
}

/** What stands in a template. */
function contentOf(element: Element): DefaultTreeAdapterTypes.ChildNode[] {
  // No other element has it.
  return "content" in element ? (element as DefaultTreeAdapterTypes.Template).content.childNodes : [];
}

/** Whether one of some places stands in a node. */
function holds(places: readonly Pick<Range, "start">[], location: Token.Location | Token.ElementLocation): boolean {
  const startTag = "startTag" in location ? location.startTag : undefined;
  // An element that the page ends in may end before its own tag does.
  const end = Math.max(location.endOffset, startTag?.endOffset ?? 0);
  return areIn(places, location.startOffset, end);
}

/** Whether one of some places stands between two. */
export function areIn(places: readonly Pick<Range, "start">[], start: number, end: number): boolean {
  return (places[countBefore(places, start)]?.start ?? Infinity) < end;
}

function empty(element: Element): void {
  element.childNodes = [];
  element.attrs = [];
  delete element.sourceCodeLocation;
  contentOf(element).splice(0);
}
