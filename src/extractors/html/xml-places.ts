import type { Bytes } from "../../model/bytes.ts";
import type { Range } from "../../model/range.ts";
import type { Place } from "../format.ts";
import { inOrder, type Shown, shownOf } from "../shown.ts";
import { Tokens } from "./tokens.ts";

/** An element that is open. */
interface Open {
  readonly name: string;
  readonly step: string;
  /** How many of a name were in it so far. */
  readonly counts: Map<string, number>;
}

/** So many elements tell a place well enough, from the outermost. */
const most = 8;

/** More that stand in each other are not told apart. */
const deepest = 1000;

/**
 * Where in a document of XML some ranges of its bytes begin.
 * @param ranges all that was found: no name in which one of them stands is shown
 */
export function placesInXml(bytes: Bytes, ranges: readonly Range[]): readonly (Place | undefined)[] {
  const places: (Place | undefined)[] = ranges.map(() => undefined);
  const waiting = inOrder(ranges);
  const shown = shownOf(ranges);
  const tokens = new Tokens(bytes, true);
  const open: Open[] = [{ name: "", step: "", counts: new Map() }];
  let next = 0;
  while (next < waiting.length && tokens.next()) {
    const isTag = tokens.kind === "start" || tokens.kind === "end";
    if (tokens.kind === "start") enter(tokens, open, shown);
    const end = tokens.base + tokens.end;
    for (; (waiting[next]?.start ?? Infinity) < end; next++) {
      const { start, index } = waiting[next] ?? { start: 0, index: 0 };
      const surface = isTag ? tagSurface(tokens, start - tokens.base, shown) : surfaceOf(tokens, open);
      const element = open
        .slice(1, most + 1)
        .map(({ step }) => step)
        .join(" > ");
      places[index] = { surface, ...(element !== "" && { element }) };
    }
    if (tokens.kind === "end" || (tokens.kind === "start" && tokens.isSelfClosing)) leave(tokens, open);
  }
  tokens.close();
  return places;
}

function enter({ bytes, base, nameStart, nameEnd }: Tokens, open: Open[], shown: Shown): void {
  const name = bytes.toString("latin1", nameStart, nameEnd);
  const counts = open.at(-1)?.counts ?? new Map<string, number>();
  const number = (counts.get(name) ?? 0) + 1;
  counts.set(name, number);
  const isShown = isName(name) && shown({ start: base + nameStart, end: base + nameEnd });
  const written = isShown ? name.replace(":", "|") : "*";
  if (open.length < deepest)
    open.push({ name, step: number === 1 ? written : `${written}:nth-of-type(${number})`, counts: new Map() });
}

function leave({ bytes, nameStart, nameEnd }: Tokens, open: Open[]): void {
  const name = bytes.toString("latin1", nameStart, nameEnd);
  const at = open.findLastIndex((one) => one.name === name);
  if (at > 0) open.length = at;
}

function surfaceOf({ kind, bytes, start }: Tokens, open: readonly Open[]): string {
  if (kind === "comment") return bytes[start - 1] === 63 ? "processing instruction" : "comment";
  if (kind === "declaration") return "doctype";
  if (kind === "broken") return "tag";
  const root = open[1]?.name.replace(/^.*:/, "");
  if (root === "svg") return open.some(({ name }) => /^(?:.*:)?metadata$/.test(name)) ? "SVG metadata" : "SVG text";
  if (root === "html") return "visible text";
  const step =
    open
      .at(-1)
      ?.step.replace(/:nth.*/, "")
      .replace("|", ":") ?? "";
  return step === "" || step === "*" ? "text" : `text of ${step}`;
}

function tagSurface(tokens: Tokens, at: number, shown: Shown): string {
  const { attributes, attributeCount, bytes, base } = tokens;
  for (let index = 0; index < 4 * attributeCount; index += 4) {
    const nameStart = attributes[index] ?? 0;
    const nameEnd = attributes[index + 1] ?? 0;
    if (at < nameStart || at > (attributes[index + 3] ?? 0)) continue;
    if (at < nameEnd) return "attribute name";
    const name = bytes.toString("latin1", nameStart, nameEnd);
    const isShown = isName(name) && shown({ start: base + nameStart, end: base + nameEnd });
    return isShown ? `attribute ${name}` : "attribute";
  }
  return "tag";
}

function isName(name: string): boolean {
  return /^[A-Za-z_][\w:.-]{0,40}$/.test(name);
}
