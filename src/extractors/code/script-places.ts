import type { Bytes } from "../../model/bytes.ts";
import type { Range } from "../../model/range.ts";
import type { Place } from "../formats.ts";
import { placesInMap } from "./inline-map.ts";
import { type ScriptKind, ScriptTokens } from "./script.ts";
import { inOrder, isName, type Shown, shownOf } from "./shown.ts";

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
  const bytes = whole.subarray(0, whole.length);
  const shown = shownOf(ranges);
  const places: (Place | undefined)[] = ranges.map(() => undefined);
  const waiting = inOrder(ranges);
  const tokens = new ScriptTokens(bytes);
  const names = new Names(bytes, shown);
  for (let next = 0; next < waiting.length && tokens.next();) {
    const { kind, start, end } = tokens;
    const first = next;
    while ((waiting[next]?.start ?? Infinity) < end) next++;
    const indexes = waiting.slice(first, next).map(({ index }) => index);
    if (indexes.length > 0) {
      const inMap = kind === "comment" ? placesInMap(bytes, { start, end }, ranges) : undefined;
      for (const index of indexes) places[index] = inMap?.[index] ?? placeOf(kind, names.name);
    }
    names.take(tokens);
  }
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
  readonly #bytes: Buffer;
  readonly #shown: Shown;
  #last: Range | undefined;
  #named: Range | undefined;
  #assigned = false;

  constructor(bytes: Buffer, shown: Shown) {
    this.#bytes = bytes;
    this.#shown = shown;
  }

  take({ kind, start, end }: ScriptTokens): void {
    if (kind === "comment") return;
    if (kind === "word" || kind === "string") {
      this.#named = undefined;
      this.#last = kind === "word" ? { start, end } : { start: start + 1, end: end - 1 };
      return;
    }
    const byte = this.#bytes[start];
    const next = this.#bytes[start + 1];
    const isAssignment = byte === colon || (byte === equals && next !== equals && next !== newSign);
    this.#named = kind === "sign" && isAssignment && !this.#assigned ? this.#last : undefined;
    this.#assigned = kind === "sign" && byte === equals;
    this.#last = undefined;
  }

  get name(): string | undefined {
    if (this.#named === undefined || !this.#shown(this.#named)) return undefined;
    const name = this.#bytes.toString("latin1", this.#named.start, this.#named.end);
    return isName(name) || inlined.test(name) ? name : undefined;
  }
}
