import type { Bytes } from "../../model/bytes.ts";
import type { Range } from "../../model/range.ts";
import type { Place } from "../formats.ts";
import { inOrder, isName, type Shown, shownOf } from "../shown.ts";
import { placesInMap } from "./inline-map.ts";
import { type ScriptKind, ScriptTokens } from "./script.ts";

/** What is longer, in bytes, is not read for its places. */
const longest = 1 << 26;

/** What generators of sites and bundlers write into a script of the environment in which it is built: see their documentation of variables. */
const inlined =
  /^(?:NEXT_PUBLIC|VITE|PUBLIC|REACT_APP|GATSBY|NUXT_PUBLIC|EXPO_PUBLIC|VUE_APP|NG_APP|STORYBOOK|NX_PUBLIC|SNOWPACK_PUBLIC|RAZZLE|PREACT_APP|REDWOOD_ENV|RSBUILD|DOCUSAURUS)_[A-Z\d_]{1,60}$/;

const [newSign, equals, colon] = [0x3e, 0x3d, 0x3a];

/**
 * Where in a script some ranges of its bytes begin: in a string, a comment, a value of the environment in which it was built, a source map at its end.
 * @param ranges all that was found: no name in which one of them stands is shown
 */
export function placesInScript(whole: Bytes, ranges: readonly Range[]): readonly (Place | undefined)[] {
  if (whole.length > longest) return [];
  const shown = shownOf(ranges);
  const places: (Place | undefined)[] = ranges.map(() => undefined);
  const waiting = inOrder(ranges);
  const tokens = new ScriptTokens(whole);
  const names = new Names(whole, shown);
  for (let next = 0; next < waiting.length && tokens.next();) {
    if (tokens.end > (waiting[next]?.start ?? Infinity)) {
      const { kind, start, end } = tokens;
      const first = next;
      while ((waiting[next]?.start ?? Infinity) < end) next++;
      const inMap = kind === "comment" ? placesInMap(whole.subarray(start, end), start, ranges) : undefined;
      for (const { index } of waiting.slice(first, next))
        places[index] = inMap?.get(index) ?? placeOf(kind, names.name);
    }
    names.take(tokens);
  }
  tokens.close();
  return places;
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

/** What the value that comes next is called: by its key, its variable or its property. */
class Names {
  readonly #whole: Bytes;
  readonly #shown: Shown;
  // Where the last token stands that can be a name, and where the one does that is; they end at 0 where there is none.
  #lastStart = 0;
  #lastEnd = 0;
  #start = 0;
  #end = 0;
  #assigned = false;

  constructor(whole: Bytes, shown: Shown) {
    this.#whole = whole;
    this.#shown = shown;
  }

  take(tokens: ScriptTokens): void {
    const { kind } = tokens;
    if (kind === "comment") return;
    if (kind === "word" || kind === "string") {
      const mark = kind === "word" ? 0 : 1;
      this.#end = 0;
      this.#lastStart = tokens.start + mark;
      this.#lastEnd = tokens.end - mark;
      return;
    }
    this.#end = 0;
    if (kind === "sign") {
      const byte = tokens.byteAt(0);
      if (this.#lastEnd > 0 && !this.#assigned && (byte === colon || byte === equals)) this.#name(tokens, byte);
      this.#assigned = byte === equals;
    } else this.#assigned = false;
    this.#lastEnd = 0;
  }

  #name(tokens: ScriptTokens, byte: number): void {
    const next = tokens.byteAt(1);
    if (byte === equals && (next === equals || next === newSign)) return;
    this.#start = this.#lastStart;
    this.#end = this.#lastEnd;
  }

  get name(): string | undefined {
    const named = { start: this.#start, end: this.#end };
    if (named.end === 0 || !this.#shown(named)) return undefined;
    const name = this.#whole.toString("latin1", named.start, named.end);
    return isName(name) || inlined.test(name) ? name : undefined;
  }
}
