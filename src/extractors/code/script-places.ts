import type { Bytes } from "../../model/bytes.ts";
import type { Range } from "../../model/range.ts";
import type { Place } from "../format.ts";
import { inOrder, isName, type Shown, shownOf } from "../shown.ts";
import { mapPlacer } from "./inline-map.ts";
import { type ScriptKind, ScriptTokens } from "./script.ts";

/** What is longer, in bytes, is not read for its places. */
const longest = 1 << 26;

/** What generators of sites and bundlers write into a script of the environment in which it is built: see their documentation of variables. */
const inlined =
  /^(?:NEXT_PUBLIC|VITE|PUBLIC|REACT_APP|GATSBY|NUXT_PUBLIC|EXPO_PUBLIC|VUE_APP|NG_APP|STORYBOOK|NX_PUBLIC|SNOWPACK_PUBLIC|RAZZLE|PREACT_APP|REDWOOD_ENV|RSBUILD|DOCUSAURUS)_[A-Z\d_]{1,60}$/;

/**
 * Where in a script some ranges of its bytes begin: in a string, a comment, a value of the environment in which it was built, a source map at its end.
 * @param ranges all that was found: no name in which one of them stands is shown
 */
export function placesInScript(whole: Bytes, ranges: readonly Range[]): readonly (Place | undefined)[] {
  if (whole.length > longest) return [];
  const shown = shownOf(ranges);
  const places: (Place | undefined)[] = ranges.map(() => undefined);
  const waiting = inOrder(ranges);
  const placesInMap = mapPlacer(ranges);
  const tokens = new ScriptTokens(whole);
  for (let next = 0; next < waiting.length && tokens.next(waiting[next]?.start);) {
    const { kind, start, end } = tokens;
    const first = next;
    while ((waiting[next]?.start ?? Infinity) < end) next++;
    if (next === first) continue;
    const inMap = kind === "comment" ? placesInMap(whole.subarray(start, end), start) : undefined;
    const place = placeOf(kind, nameOf(tokens, whole, shown));
    for (const { index } of waiting.slice(first, next)) places[index] = inMap?.get(index) ?? place;
  }
  tokens.close();
  return places;
}

/** The comments of a script. */
export function* commentsInScript(script: Bytes): Generator<Range> {
  const tokens = new ScriptTokens(script);
  while (tokens.next()) if (tokens.kind === "comment") yield { start: tokens.start, end: tokens.end };
  tokens.close();
}

function placeOf(kind: ScriptKind, name: string | undefined): Place {
  if (kind !== "string" && kind !== "template") return { surface: surfaces[kind] };
  if (name === undefined) return { surface: surfaces[kind] };
  return { surface: inlined.test(name) ? "inlined environment value" : surfaces[kind], element: name };
}

const surfaces = {
  string: "string literal",
  template: "template literal",
  comment: "comment",
  pattern: "regular expression",
  word: "code",
  sign: "code",
} as const satisfies Record<ScriptKind, string>;

/** What a value is called, where that is a name and may be shown. */
function nameOf({ nameStart, nameEnd }: ScriptTokens, whole: Bytes, shown: Shown): string | undefined {
  if (nameEnd === 0 || !shown({ start: nameStart, end: nameEnd })) return undefined;
  const name = whole.toString("latin1", nameStart, nameEnd);
  return isName(name) || inlined.test(name) ? name : undefined;
}
