import type { Nodes } from "mdast";
import remarkFrontmatter from "remark-frontmatter";
import remarkGfm from "remark-gfm";
import remarkParse from "remark-parse";
import { unified } from "unified";
import { wholeOf } from "../src/extractors/extract.ts";
import type { Format, Part, Place } from "../src/extractors/format.ts";
import { markdown, mdx } from "../src/extractors/markdown/markdown.ts";
import type { Range } from "../src/model/range.ts";

const parser = unified().use(remarkParse).use(remarkGfm).use(remarkFrontmatter, ["yaml", "toml"]);

export async function partsIn(bytes: Buffer, isMdx = false): Promise<Part[]> {
  const whole = wholeOf({ name: Buffer.from("a.md"), bytes });
  return [...(await formatOf(isMdx).texts(whole, { left: 0 }))].filter((text): text is Part => !("reason" in text));
}

export async function placesIn(
  bytes: Buffer,
  ranges: readonly Range[],
  isMdx = false,
): Promise<readonly (Place | undefined)[]> {
  return (await formatOf(isMdx).placesOf?.(bytes, ranges)) ?? [];
}

function formatOf(isMdx: boolean): Format {
  return isMdx ? mdx : markdown;
}

/** Words as a reader sees them, joined over marks as remark has it, that stand neither in the bytes nor in what the extractor gives. */
export async function missingIn(bytes: Buffer): Promise<string[]> {
  const text = bytes.toString();
  const seen = new Set(wordsIn(text));
  for (const part of await partsIn(bytes)) for (const word of wordsIn(textOfPart(part))) seen.add(word);
  return proseIn(parser.parse(text))
    .flatMap(wordsIn)
    .filter((word) => !seen.has(word));
}

function textOfPart({ bytes }: Part): string {
  return bytes.toString("utf8", 0, bytes.length);
}

/** What could be a name, an address, a path or a token. */
function wordsIn(text: string): string[] {
  const word = /[\p{L}\p{M}\p{N}]+(?:[_.@:/+=#%$-]{1,3}[\p{L}\p{M}\p{N}]+)*/gu;
  return text.replaceAll(/[\u00AD\u200B-\u200D\u2060\uFEFF]/gu, "").match(word) ?? [];
}

function proseIn(tree: Nodes): string[] {
  const prose: string[] = [];
  for (const node of nodesIn(tree)) {
    if (node.type === "paragraph" || node.type === "heading" || node.type === "tableCell") prose.push(textOf(node));
    else if (node.type === "image" || node.type === "imageReference") prose.push(node.alt ?? "");
    if ((node.type === "link" || node.type === "image" || node.type === "definition") && node.title)
      prose.push(node.title);
  }
  return prose;
}

function* nodesIn(tree: Nodes): Generator<Nodes> {
  const waiting: Nodes[] = [tree];
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    yield node;
    if ("children" in node) waiting.push(...node.children);
  }
}

const joining = /^<(?:!--|\/?(?:a|b|code|em|i|kbd|small|span|strong|sub|sup)\b)/i;

/** What stands between two tags that browsers do not set in a line is not joined. */
function textOf(node: Nodes): string {
  if (node.type === "text" || node.type === "inlineCode") return node.value;
  if (node.type === "break" || (node.type === "html" && !joining.test(node.value))) return "\n";
  return "children" in node ? node.children.map((child: Nodes) => textOf(child)).join("") : "";
}

/** Where a text does not lead back to the bytes that it stands for: its letters must be among them, in their order. */
export async function strayIn(bytes: Buffer, isMdx = false): Promise<string[]> {
  const stray: string[] = [];
  for (const part of await partsIn(bytes, isMdx)) {
    const text = part.bytes.toString("latin1", 0, part.bytes.length);
    for (const { 0: word, index } of text.matchAll(/[A-Za-z\d]+/g)) {
      const { start, end } = part.toDocument({ start: index, end: index + word.length });
      const source = bytes.toString("latin1", start, end);
      if (!leadsTo(source, word)) stray.push(`${word} from ${source}`);
    }
  }
  return stray;
}

function leadsTo(source: string, word: string): boolean {
  if (source.includes("&")) return true;
  let at = -1;
  return [...word].every((character) => (at = source.indexOf(character, at + 1)) !== -1);
}

/** What is called otherwise than remark's tree has it. */
export async function strangeIn(bytes: Buffer): Promise<string[]> {
  // One character for a byte, so that remark's places are ours.
  const expected = surfacesIn(parser.parse(bytes.toString("latin1")), /^visible text$/);
  const places = await placesIn(
    bytes,
    expected.map(({ at }) => ({ start: at, end: at + 1 })),
  );
  return expected.flatMap(({ at, surface }, index) => {
    const told = places[index]?.surface ?? "nothing";
    return surface.test(told) ? [] : [`${told} at ${at}, not ${surface.source}`];
  });
}

interface Expected {
  readonly at: number;
  readonly surface: RegExp;
}

/** @param ofText what text there is called */
function surfacesIn(node: Nodes, ofText: RegExp): Expected[] {
  const at = node.position?.start.offset;
  if ("children" in node) {
    const inner = containers[node.type] ?? ofText;
    return node.children.flatMap((child: Nodes) => surfacesIn(child, inner));
  }
  const surface = node.type === "text" ? ofText : leaves[node.type];
  if (at === undefined || surface === undefined) return [];
  const value = "value" in node ? node.value : "";
  if (node.type === "code") return value === "" ? [] : [{ at: (node.position?.end.offset ?? 1) - 5, surface }];
  if (node.type === "text" && /^\s/.test(value)) return [];
  if (node.type === "image" && (node.alt ?? "") === "") return [];
  const inside = { html: value.search(/\S/), image: 2, yaml: 4 }[node.type as string] ?? 0;
  return [{ at: at + inside, surface }];
}

const containers: Readonly<Record<string, RegExp>> = {
  heading: /^heading$/,
  tableCell: /^table cell$/,
  footnoteDefinition: /^footnote$/,
};

const leaves: Readonly<Record<string, RegExp>> = {
  inlineCode: /^inline code$/,
  html: /HTML|tag|text|attribute|doctype/,
  image: /^image alt text$/,
  yaml: /^front matter/,
  definition: /^link label$/,
};
