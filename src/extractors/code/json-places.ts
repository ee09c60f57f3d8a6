import type { Bytes } from "../../model/bytes.ts";
import type { Range } from "../../model/range.ts";
import type { Place } from "../format.ts";
import { inOrder, isName, type Shown, shownOf } from "../shown.ts";
import { JsonTokens } from "./json.ts";
import { SourceNames, SourceReader } from "./source-map.ts";

/** What is longer, in bytes, is not read for its places. */
const longest = 1 << 26;

/**
 * Where in JSON some ranges of its bytes begin: in a value or a key, with its path (RFC 9535). In a source map, in which source, with
 * its line and column there.
 * @param ranges all that was found: no name in which one of them stands is shown
 */
export function placesInJson(bytes: Bytes, ranges: readonly Range[]): readonly (Place | undefined)[] {
  if (bytes.length > longest) return [];
  return placesInText(unguarded(bytes.subarray(0, bytes.length)), ranges);
}

/** A first line that begins with `)]}'` keeps pages from running what a server sends, and is left out by who reads it (ECMA-426, 11.1.4). */
function unguarded(bytes: Buffer): Buffer {
  if (bytes.toString("latin1", 0, 4) !== ")]}'") return bytes;
  return Buffer.from(bytes).fill(" ", 0, Math.max(0, bytes.indexOf("\n")));
}

/** The same of bytes in memory. */
export function placesInText(bytes: Buffer, ranges: readonly Range[]): (Place | undefined)[] {
  const shown = shownOf(ranges);
  const places: (Place | undefined)[] = ranges.map(() => undefined);
  const waiting = inOrder(ranges);
  const tokens = new JsonTokens(bytes);
  const sources = new SourceNames(bytes, shown);
  const inSources: { readonly index: number; readonly map: number; readonly source: number; readonly start: number }[] =
    [];
  let next = 0;
  while (tokens.next()) {
    sources.take(tokens);
    const { kind, start: begins, end } = tokens;
    for (; (waiting[next]?.start ?? Infinity) < end; next++) {
      const index = waiting[next]?.index ?? 0;
      const element = pathOf(tokens, shown);
      places[index] = { surface: surfaces[kind], ...(kind !== "comment" && { element }) };
      const around = tokens.outer(1);
      if (kind === "string" && around !== undefined && tokens.keyOf(around) === "sourcesContent")
        inSources.push({ index, map: around.id, source: tokens.outer()?.index ?? 0, start: begins });
    }
    if (next === waiting.length && inSources.length === 0) break;
  }
  let reader: SourceReader | undefined;
  for (const { index, map, source, start } of inSources) {
    const name = sources.nameOf(map, source);
    if (name === undefined) continue;
    if (reader?.start !== start) reader = new SourceReader(bytes, start);
    const { line, column } = reader.placeOf(ranges[index]?.start ?? start);
    places[index] = { ...places[index], surface: `source map: ${name}:${line}:${column}` };
  }
  return places;
}

const surfaces = { key: "JSON key", string: "JSON value", other: "JSON value", comment: "comment" } as const;

/** So many steps at the beginning of a path tell it well enough, and so many at its end. */
const most = 6;

function pathOf(tokens: JsonTokens, shown: Shown): string {
  const { open, kind } = tokens;
  const depth = kind === "key" ? open.length - 1 : open.length;
  let path = "$";
  for (let at = 0; at < depth; at++) {
    if (at === most && depth > 2 * most) {
      path += "…";
      at = depth - most;
    }
    const one = open[at];
    if (one === undefined) break;
    const key = tokens.keyOf(one);
    path += one.isArray
      ? `[${one.index}]`
      : isName(key) && shown({ start: one.keyStart, end: one.keyEnd })
        ? `.${key}`
        : ".*";
  }
  return path;
}
