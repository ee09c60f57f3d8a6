import type { Range } from "../../model/range.ts";
import { displayed, type Shown } from "../shown.ts";
import type { JsonTokens } from "./json.ts";

/** What source maps (ECMA-426) call their sources, also those in the sections of an index map. Names are shown, and nothing they name is opened. */
export class SourceNames {
  /** Of each map, by the number of its object. */
  readonly #sources = new Map<number, (Range | undefined)[]>();
  readonly #roots = new Map<number, Range>();
  readonly #bytes: Buffer;
  readonly #shown: Shown;

  constructor(bytes: Buffer, shown: Shown) {
    this.#bytes = bytes;
    this.#shown = shown;
  }

  take(tokens: JsonTokens): void {
    if (tokens.kind !== "string") return;
    const { start, end } = tokens;
    const inner = tokens.outer();
    if (inner === undefined) return;
    if (!inner.isArray) {
      if (inner.keyEnd - inner.keyStart === sourceRoot.length && tokens.keyOf(inner) === sourceRoot)
        this.#roots.set(inner.id, { start, end });
      return;
    }
    const map = tokens.outer(1);
    if (map?.isArray !== false || map.keyEnd - map.keyStart !== sources.length || tokens.keyOf(map) !== sources) return;
    const known = this.#sources.get(map.id) ?? [];
    if (known.length === 0) this.#sources.set(map.id, known);
    while (known.length < inner.index && known.length < mostSources) known.push(undefined);
    if (known.length < mostSources) known.push({ start, end });
  }

  /** The name of a source, or what stands for one that may not be shown. */
  nameOf(map: number, source: number): string | undefined {
    const range = this.#sources.get(map)?.[source];
    if (range === undefined) return undefined;
    const root = this.#roots.get(map);
    if (!this.#shown(range) || (root !== undefined && !this.#shown(root))) return `[source ${source + 1}]`;
    const before = root === undefined ? "" : this.#text(root);
    return displayed(`${before}${before === "" || before.endsWith("/") ? "" : "/"}${this.#text(range)}`);
  }

  #text({ start, end }: Range): string {
    const written = this.#bytes.toString("utf8", start, end);
    try {
      return String(JSON.parse(`"${written}"`));
    } catch {
      return written;
    }
  }
}

const sourceRoot = "sourceRoot";
const sources = "sources";

const mostSources = 1_000_000;

const [backslash, newline] = [0x5c, 0x0a];

/** Tells lines and columns, from 1, in a source that stands in a string of JSON. Places are asked for in order. */
export class SourceReader {
  /** Where the string begins. */
  readonly start: number;
  readonly #bytes: Buffer;
  #at: number;
  #line = 1;
  #column = 1;

  constructor(bytes: Buffer, start: number) {
    this.#bytes = bytes;
    this.start = start;
    this.#at = start;
  }

  placeOf(place: number): { readonly line: number; readonly column: number } {
    const bytes = this.#bytes;
    for (; this.#at < place; this.#at++) {
      const byte = bytes[this.#at] ?? 0;
      let isBreak = byte === newline;
      let isMore = byte >= 0x80 && byte < 0xc0;
      if (byte === backslash) {
        const isCode = bytes[this.#at + 1] === 0x75;
        const code = isCode ? bytes.toString("latin1", this.#at + 2, this.#at + 6).toLowerCase() : "";
        isBreak = bytes[this.#at + 1] === 0x6e || code === "000a";
        isMore = /^d[c-f]/.test(code);
        this.#at += isCode ? 5 : 1;
      }
      if (isBreak) {
        this.#line++;
        this.#column = 1;
      } else if (!isMore) this.#column++;
    }
    return { line: this.#line, column: this.#column };
  }
}
