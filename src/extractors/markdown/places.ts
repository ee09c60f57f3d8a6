import type { Bytes } from "../../model/bytes.ts";
import type { Range } from "../../model/range.ts";
import type { Place } from "../format.ts";
import { inOrder, type Shown, shownOf } from "../shown.ts";
import type { Block, Dialect } from "./block.ts";
import { Blocks } from "./blocks.ts";
import { FrontMatter } from "./front-matter.ts";
import { inlineOf, type Setting } from "./inline.ts";
import { joinedPieces } from "./joined.ts";
import { labelsIn } from "./labels.ts";
import { definedAt } from "./resource.ts";

/**
 * Where in a text some ranges of its bytes begin, as a reader of the page that is made of it meets them.
 * @param ranges all that was found: nothing in which one of them stands is shown
 */
export async function placesIn(
  bytes: Bytes,
  ranges: readonly Range[],
  dialect: Dialect,
): Promise<readonly (Place | undefined)[]> {
  const text = bytes.toString("latin1", 0, bytes.length);
  const setting = { ...dialect, labels: labelsIn(text) };
  const waiting = inOrder(ranges);
  const isShown = shownOf(ranges);
  const places: (Place | undefined)[] = ranges.map(() => undefined);
  let next = 0;
  for (const block of new Blocks(text, dialect)) {
    const begin = block.info?.start ?? block.lines[0]?.start ?? 0;
    const end = Math.max(block.lines.at(-1)?.end ?? 0, block.info?.end ?? 0);
    const inBlock: (typeof waiting)[number][] = [];
    for (let one = waiting[next]; one !== undefined && one.start < end; one = waiting[++next])
      if (one.start >= begin) inBlock.push(one);
    if (inBlock.length > 0) {
      const found = await placesInBlock(
        text,
        block,
        inBlock.map(({ start }) => start),
        { ...setting, isShown },
      );
      for (const [number, { index }] of inBlock.entries()) places[index] = found[number];
    }
    if (next === waiting.length) break;
  }
  return places;
}

interface Telling extends Setting {
  readonly isShown: Shown;
}

type Told = readonly (Place | undefined)[];

/** Of a page's HTML, its parser tells where in it something stands. */
async function placesInBlock(text: string, block: Block, starts: readonly number[], telling: Telling): Promise<Told> {
  const { kind, lines, info } = block;
  const begin = info?.start ?? lines[0]?.start ?? 0;
  if (kind === "html") {
    return placesInHtml(
      text.slice(begin, lines.at(-1)?.end),
      starts.map((start) => start - begin),
      ({ start, end }) => telling.isShown({ start: begin + start, end: begin + end }),
    );
  }
  if (kind === "paragraph" || kind === "heading" || kind === "table cell")
    return placesInProse(text, block, starts, telling);
  if (kind === "front matter") {
    const keys = new FrontMatter(text, lines);
    return starts.map((start) => keys.placeOf(start, telling.isShown));
  }
  return starts.map((start) => {
    if (kind === "code") return placeInCode(text, block, start, telling);
    if (kind === "expression") return placeInExpression(text.slice(begin, lines.at(-1)?.end));
    return { surface: `MDX ${kind}`, isVisible: false };
  });
}

/** @param isShown of places in this HTML */
async function placesInHtml(html: string, starts: readonly number[], isShown: Shown): Promise<Told> {
  const parser = await import("../html/html-places.ts");
  const bytes = Buffer.from(html, "latin1");
  const ranges = starts.map((start) => ({ start, end: start + 1 }));
  return parser.placesInHtml(bytes, ranges, isShown).map((place) => {
    if (place === undefined) return { surface: "HTML" };
    const { surface, isVisible } = place;
    return { surface: surface === "comment" ? "HTML comment" : surface, ...(isVisible !== undefined && { isVisible }) };
  });
}

/** A language is named by what can be none of what was found, and by nothing long. */
const languageName = /^[ \t]*([A-Za-z][\w+#.-]{0,20})(?=[\s{]|$)/;

function placeInCode(text: string, { info }: Block, start: number, { isShown }: Telling): Place {
  if (info !== undefined && start < info.end) return { surface: "code block info", isVisible: false };
  const written = info && text.slice(info.start, info.end);
  const language = written === undefined ? undefined : languageName.exec(written)?.[1];
  const isTold = language !== undefined && info !== undefined && isShown(info);
  return { surface: isTold ? `code block ${language}` : "code block", isVisible: true };
}

function placeInExpression(code: string): Place {
  return { surface: /^\{\s*\/\*/.test(code) ? "MDX comment" : "MDX expression", isVisible: false };
}

async function placesInProse(text: string, block: Block, starts: readonly number[], telling: Telling): Promise<Told> {
  const places: (Place | undefined)[] = starts.map(() => undefined);
  let isFirst = true;
  for (const joined of joinedPieces(text, block.lines)) {
    const defined = isFirst && block.kind === "paragraph" ? definitionsIn(joined.text) : [];
    isFirst = false;
    const here = starts.map((start) => joined.fromSource(start));
    if (here.every((at) => at === undefined)) continue;
    const inline = [...defined, ...stretchesIn(joined.text, telling)];
    for (const [index, at] of here.entries()) {
      if (at === undefined || places[index] !== undefined) continue;
      const found = inline.find(({ start, end }) => start <= at && at < end);
      if (found?.isHtml)
        [places[index]] = await placesInHtml(
          joined.text.slice(found.start, found.end),
          [at - found.start],
          ({ start, end }) =>
            telling.isShown({
              start: joined.toSource(found.start + start),
              end: joined.toSource(found.start + end - 1) + 1,
            }),
        );
      else
        places[index] =
          found === undefined ? placeOfText(block) : { surface: found.surface, isVisible: found.isVisible };
    }
  }
  return places;
}

function placeOfText({ kind, isFootnote }: Block): Place {
  if (isFootnote && kind === "paragraph") return { surface: "footnote", isVisible: true };
  return { surface: kind === "paragraph" ? "visible text" : kind, isVisible: true };
}

/** A part of a block that is not just its text. */
interface Stretch extends Range {
  readonly surface: string;
  readonly isVisible: boolean;
  readonly isHtml?: true;
}

const definedLabel = /\[(?:[^[\]\\]|\\.){1,999}\]:/y;

/** The definitions of links that a paragraph begins with. */
function definitionsIn(text: string): Stretch[] {
  const stretches: Stretch[] = [];
  for (let at = 0; ;) {
    definedLabel.lastIndex = at;
    const label = definedLabel.exec(text)?.[0];
    const defined = label === undefined ? undefined : definedAt(text, at + label.length);
    if (label === undefined || defined === undefined) return stretches;
    stretches.push({ surface: "link label", isVisible: false, start: at, end: at + label.length });
    stretches.push({ surface: "link target", isVisible: false, ...defined.target });
    if (defined.title) stretches.push({ surface: "link title", isVisible: false, ...defined.title });
    at = defined.end + 1;
  }
}

/** What is inside of another comes first. */
function stretchesIn(text: string, setting: Setting): Stretch[] {
  const { resources, alternatives, spans, edits } = inlineOf(text, setting);
  const stretches: Stretch[] = [];
  for (const { target, title, isImage } of resources) {
    stretches.push({ ...target, surface: isImage ? "image source" : "link target", isVisible: false });
    if (title) stretches.push({ ...title, surface: isImage ? "image title" : "link title", isVisible: false });
  }
  for (const { start, end } of alternatives)
    stretches.push({ start, end, surface: "image alt text", isVisible: false });
  for (const { kind, start, end } of spans) {
    const isMdx = text.charAt(start) === "{";
    if (kind === "html") stretches.push({ start, end, surface: "tag", isVisible: false, isHtml: true });
    else if (kind === "comment")
      stretches.push({ start, end, surface: `${isMdx ? "MDX" : "HTML"} comment`, isVisible: false });
    else if (kind === "expression") stretches.push({ start, end, surface: "MDX expression", isVisible: false });
    else if (kind === "code") stretches.push({ start, end, surface: "inline code", isVisible: true });
    else stretches.push({ start, end, surface: kind === "image" ? "link label" : kind, isVisible: false });
  }
  for (const { start, end, isLong } of edits)
    if (isLong) stretches.push({ start, end, surface: "link label", isVisible: false });
  return stretches;
}
