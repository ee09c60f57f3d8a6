import { defaultTreeAdapter, type DefaultTreeAdapterTypes, html as names, parse, parseFragment } from "parse5";
import { wholeOf } from "../src/extractors/extract.ts";
import { html } from "../src/extractors/html/html.ts";
import { plainTree } from "../src/extractors/html/plain-tree.ts";
import type { Part } from "../src/extractors/format.ts";

/**
 * Texts and values of a page as parse5 sees them that stand neither in its bytes nor in what the extractor gives.
 * @param tree what parse5 makes of it, if that is not a whole document
 */
export async function missingIn(page: string, tree: DefaultTreeAdapterTypes.Node = parse(page)): Promise<string[]> {
  const bytes = Buffer.from(page);
  const texts = [page];
  for (const part of await partsIn(bytes)) texts.push(part.bytes.toString("utf8", 0, part.bytes.length));
  const seen = texts.map(read).join("\n");
  return [...new Set(valuesIn(tree).map(read))].filter((value) => !seen.includes(value));
}

/** What parse5 makes of a page that is written into an element, as `innerHTML` does. @param ns the element's namespace, HTML's unless told */
export function fragmentIn({ name, ns }: Context, page: string): DefaultTreeAdapterTypes.Node {
  const namespace = Object.values(names.NS).find((known) => known === ns) ?? names.NS.HTML;
  return parseFragment(defaultTreeAdapter.createElement(name, namespace, []), page, {});
}

export interface Context {
  readonly name: string;
  readonly ns?: string;
}

export async function partsIn(bytes: Buffer): Promise<Part[]> {
  const texts = await html.texts(wholeOf({ name: Buffer.from("page.html"), bytes }), { left: 0 });
  return [...texts].filter((text): text is Part => !("reason" in text));
}

/** Where a text does not lead back to the bytes that it stands for: what is plain in it must be among them. */
export async function strayIn(page: string): Promise<string[]> {
  const bytes = Buffer.from(page);
  const stray: string[] = [];
  for (const part of await partsIn(bytes)) {
    const text = part.bytes.toString("utf8", 0, part.bytes.length);
    for (const { 0: word, index } of text.matchAll(/[A-Za-z0-9]{3,}/g)) {
      const start = Buffer.byteLength(text.slice(0, index));
      const { start: from, end: to } = part.toDocument({ start, end: start + word.length });
      const source = bytes.toString("utf8", from, to);
      if (!leadsTo(source, word)) stray.push(`${word} from ${source}`);
    }
  }
  return stray;
}

/** Whether the characters of a word stand in its source in their order, as they are or referred to; or all of it in base64. */
function leadsTo(source: string, word: string): boolean {
  if (Buffer.from(source, "base64").includes(word)) return true;
  if (source.length < word.length) return false;
  let at = 0;
  for (const character of word) {
    const plain = source.indexOf(character, at);
    const isWritten = /[&\\%]/.test(source);
    if (plain === -1 && !isWritten) return false;
    at = plain === -1 ? at : plain + 1;
  }
  return true;
}

/** Without what has no width or makes no difference to a search: NULs, soft hyphens, which white space it is. */
function read(text: string): string {
  return text
    .replaceAll(/[\0\uFFFD\u00AD\u200B-\u200D\u2060\uFEFF]/gu, "")
    .replaceAll(/[ \t\r\n\f]+/g, " ")
    .trim();
}

function valuesIn(tree: DefaultTreeAdapterTypes.Node): string[] {
  const values: string[] = [];
  const waiting = [tree];
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    if ("value" in node) values.push(node.value);
    if ("data" in node) values.push(node.data);
    if ("attrs" in node) values.push(...node.attrs.map(({ value }) => value));
    if ("content" in node) waiting.push(node.content);
    if ("childNodes" in node) waiting.push(...node.childNodes);
  }
  return values;
}

/** The tree that the tags of a page tell, and that of parse5; undefined where they tell none. */
export function treesOf(page: string): { readonly plain: string[]; readonly real: string[] } | undefined {
  const bytes = Buffer.from(page);
  const tree = plainTree(bytes);
  // As the reader of places does: a mark of UTF-8 would be text, and begin the body.
  const text = bytes.toString("latin1").replace(/^\u00EF\u00BB\u00BF/, "   ");
  return tree && { plain: told(text, tree), real: told(text, parse(text, { sourceCodeLocationInfo: true })) };
}

/** What of a tree tells places, in lines: its nodes in their order, how deep; of elements where from and to. Of texts beside each other one, if it is not blank. */
function told(page: string, node: DefaultTreeAdapterTypes.Node, depth = 0): string[] {
  const { sourceCodeLocation: location, nodeName } = node;
  if (nodeName === "#text") {
    // Space behind a body is a part of its last text.
    const text = page.slice(location?.startOffset, location?.endOffset).replaceAll(/<\/(?:body|html)\s*>/gi, "");
    return /^[ \t\r\n\f]*$/.test(text) ? [] : [`${depth} #text`];
  }
  const inner = "childNodes" in node ? node.childNodes.flatMap((child) => told(page, child, depth + 1)) : [];
  const attributes = location && "attrs" in location ? Object.entries(location.attrs ?? {}) : [];
  const places = attributes.map(([name, { startOffset, endOffset }]) => ` ${name} ${startOffset} ${endOffset}`);
  const space = "namespaceURI" in node ? node.namespaceURI.slice(-3) : "";
  const range = nodeName.startsWith("#") || !location ? "" : `${location.startOffset} ${location.endOffset}`;
  const single = inner.filter((line, index) => !line.endsWith("#text") || inner[index - 1] !== line);
  return [`${depth} ${nodeName} ${space} ${range}${places.join("")}`, ...single];
}
