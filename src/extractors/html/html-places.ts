import type { DefaultTreeAdapterTypes, Token } from "parse5";
import type { Bytes } from "../../model/bytes.ts";
import { countBefore, type Range } from "../../model/range.ts";
import type { Place } from "../format.ts";
import { inOrder, type Shown, shownOf } from "../shown.ts";
import { placeOf } from "./html-surfaces.ts";
import { placesInMaps } from "./inline-maps.ts";
import { plainTree } from "./plain-tree.ts";
import { realTree } from "./real-tree.ts";
import { setHost } from "./selector.ts";

type Node = DefaultTreeAdapterTypes.Node;

/** A page that is longer, in bytes, is not made into a tree. */
const longest = 1 << 24;

/**
 * Where on a page some ranges of its bytes begin, as a browser's tree has it; none where no tree is made.
 * @param ranges all that was found: nothing in which one of them stands is shown, unless it is told what may be
 */
export function placesInHtml(
  bytes: Bytes,
  ranges: readonly Range[],
  shown: Shown = shownOf(ranges),
): readonly (Place | undefined)[] {
  if (bytes.length > longest) return [];
  const places = inOrder(ranges);
  const tree = plainTree(bytes, places) ?? realTree(bytes.toString("latin1", 0, bytes.length), places);
  if (tree === undefined) return [];
  const nodes = nodesAt(tree, ranges);
  const inMaps = placesInMaps(bytes, nodes, ranges);
  return nodes.map((node, index) => inMaps.get(index) ?? (node && placeOf(node, ranges[index]?.start ?? 0, shown)));
}

/** For each range the smallest node in which it begins. */
function nodesAt(tree: Node, ranges: readonly Range[]): (Node | undefined)[] {
  const sorted = inOrder(ranges);
  const found = new Map<number, { readonly node: Node; readonly length: number }>();
  for (const node of nodesIn(tree)) {
    const location = "sourceCodeLocation" in node ? node.sourceCodeLocation : undefined;
    if (!location) continue;
    const { startOffset } = location;
    // An element that the page ends in may end before its own tag does.
    const endOffset = Math.max(location.endOffset ?? 0, startTagOf(location)?.endOffset ?? 0);
    const length = endOffset - startOffset;
    for (let at = countBefore(sorted, startOffset); at < sorted.length; at++) {
      const { start, index } = sorted[at] ?? { start: endOffset, index: 0 };
      if (start >= endOffset) break;
      if ((found.get(index)?.length ?? Infinity) >= length) found.set(index, { node, length });
    }
  }
  return ranges.map((_, index) => found.get(index)?.node);
}

function startTagOf(location: Token.Location | Token.ElementLocation): Token.Location | undefined {
  return "startTag" in location ? location.startTag : undefined;
}

function* nodesIn(tree: Node): Generator<Node> {
  const waiting: Node[] = [tree];
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    yield node;
    if ("content" in node) {
      setHost(node.content, node);
      waiting.push(node.content);
    }
    if ("childNodes" in node) for (const child of node.childNodes) waiting.push(child);
  }
}
