import type { Range } from "../../model/range.ts";
import type { Place } from "../formats.ts";
import type { Block } from "./blocks.ts";

/** YAML's `key:` and TOML's `key =`. */
const key = /^([ \t]*)(?:- +)?["']?([A-Za-z_][\w.-]{0,40})["']?[ \t]*[:=]/;

/** The keys under which a value stands: "front matter title", "front matter seo.description". */
export function frontMatterPlace(
  text: string,
  { lines }: Block,
  start: number,
  isShown: (range: Range) => boolean,
): Place | undefined {
  const at = lines.findIndex((line) => start <= line.end);
  if (at === -1) return undefined;
  const path: string[] = [];
  let indent = Infinity;
  for (let index = at; index >= 0; index--) {
    const line = lines[index] ?? { start: 0, end: 0 };
    const written = text.slice(line.start, line.end);
    const [matched, spaces = "", name = ""] = key.exec(written) ?? [];
    if (matched === undefined || spaces.length >= indent) continue;
    if (index === at && start < line.start + matched.length) return { surface: "front matter key" };
    const from = line.start + written.indexOf(name);
    path.unshift(isShown({ start: from, end: from + name.length }) ? name : "*");
    indent = spaces.length;
    if (indent === 0) break;
  }
  return told(path);
}

function told(path: readonly string[]): Place {
  return { surface: path.length === 0 ? "front matter" : `front matter ${path.join(".")}` };
}
