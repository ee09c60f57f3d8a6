import type { DefaultTreeAdapterTypes } from "parse5";
import type { Bytes } from "../../model/bytes.ts";
import type { Range } from "../../model/range.ts";
import { mapPlacer, mapSign } from "../code/inline-map.ts";
import { commentsInScript } from "../code/script-places.ts";
import { commentsInStyle } from "../code/style-places.ts";
import type { Place } from "../format.ts";
import { parentOf } from "./selector.ts";

type Node = DefaultTreeAdapterTypes.Node;

/**
 * Where in the source maps that stand in comments of a page's scripts and style sheets some ranges begin, by their numbers.
 * @param nodes in which the ranges begin
 * @param ranges all that was found
 */
export function placesInMaps(
  bytes: Bytes,
  nodes: readonly (Node | undefined)[],
  ranges: readonly Range[],
): ReadonlyMap<number, Place> {
  const places = new Map<number, Place>();
  const placesInMap = mapPlacer(ranges);
  for (const node of new Set(nodes)) {
    const commentsIn = commentsOf(node);
    const location = node?.sourceCodeLocation;
    if (commentsIn === undefined || !location) continue;
    const code = Buffer.from(bytes.subarray(location.startOffset, location.endOffset));
    if (!code.includes(mapSign)) continue;
    for (const { start, end } of commentsIn(code))
      for (const [index, place] of placesInMap(code.subarray(start, end), location.startOffset + start) ?? [])
        places.set(index, { ...place, isVisible: false });
  }
  return places;
}

function commentsOf(node: Node | undefined): ((code: Buffer) => Iterable<Range>) | undefined {
  if (node?.nodeName !== "#text" || !("value" in node)) return undefined;
  const name = parentOf(node)?.tagName;
  return name === "script" ? commentsInScript : name === "style" ? commentsInStyle : undefined;
}
