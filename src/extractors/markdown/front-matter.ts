import { countBefore, type Range } from "../../model/range.ts";
import type { Place } from "../format.ts";
import type { Shown } from "../shown.ts";

/** What is longer is none, in bytes. */
const longest = 1 << 20;

/** The lines of YAML between two of `---`, or of TOML between two of `+++`, at the beginning of a text; and where that goes on. */
export function frontMatterAt(
  text: string,
  start: number,
): { readonly lines: readonly Range[]; readonly end: number } | undefined {
  const mark = /(?:---|\+\+\+)[ \t]*\r?\n/y;
  mark.lastIndex = start;
  const opened = mark.exec(text)?.[0];
  if (opened === undefined) return undefined;
  const from = start + opened.length;
  const close = new RegExp(`^${opened.startsWith("-") ? "---" : String.raw`\+\+\+`}[ \\t]*\\r?$`, "gm");
  close.lastIndex = from;
  const found = close.exec(text.slice(0, from + longest));
  if (found === null) return undefined;
  const lines: Range[] = [];
  for (let at = from; at < found.index;) {
    const end = text.indexOf("\n", at);
    lines.push({ start: at, end });
    at = end + 1;
  }
  return { lines, end: found.index + found[0].length + 1 };
}

/** YAML's `key:` and TOML's `key =`. */
const written = /^([ \t]*)(?:- +)?["']?([A-Za-z_][\w.-]{0,40})["']?[ \t]*[:=]/;

/** A key, and the one under which it stands. */
interface Key {
  readonly name: string;
  readonly range: Range;
  /** Where its value begins. */
  readonly behind: number;
  readonly indent: number;
  readonly outer: Key | undefined;
}

/** So many keys tell a place well enough, the nearest ones. */
const most = 8;

/** The keys of front matter, read once, however much is found in it. */
export class FrontMatter {
  readonly #lines: readonly Range[];
  /** Of each line the key that stands in it, or the last one before it. */
  readonly #keys: (Key | undefined)[] = [];

  constructor(text: string, lines: readonly Range[]) {
    this.#lines = lines;
    let last: Key | undefined;
    for (const { start, end } of lines) {
      last = keyIn(text.slice(start, end), start, last) ?? last;
      this.#keys.push(last);
    }
  }

  /** The keys under which a value stands: "front matter title", "front matter seo.description". */
  placeOf(start: number, isShown: Shown): Place {
    const line = Math.max(0, countBefore(this.#lines, start + 1) - 1);
    const key = this.#keys[line];
    if (key !== undefined && key.range.start >= (this.#lines[line]?.start ?? 0) && start < key.behind)
      return { surface: "front matter key" };
    const path: string[] = [];
    let one = key;
    for (; one !== undefined && path.length < most; one = one.outer) path.unshift(isShown(one.range) ? one.name : "*");
    if (one !== undefined) path.unshift("…");
    return { surface: path.length === 0 ? "front matter" : `front matter ${path.join(".")}` };
  }
}

function keyIn(line: string, start: number, last: Key | undefined): Key | undefined {
  const [matched, spaces = "", name = ""] = written.exec(line) ?? [];
  if (matched === undefined) return undefined;
  let outer = last;
  while (outer !== undefined && outer.indent >= spaces.length) ({ outer } = outer);
  const from = start + line.indexOf(name);
  const range = { start: from, end: from + name.length };
  return { name, range, behind: start + matched.length, indent: spaces.length, outer };
}
