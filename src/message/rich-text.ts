import { Written } from "../extractors/html/written.ts";
import type { Segment } from "../model/segment.ts";
import type { Flat, Leaf } from "./json.ts";

/**
 * The texts of a structured message as its readers see them. Runs of rich text stand in one line, "the password is " and what is set in another font;
 * other texts stand below each other. Slack, Adaptive Cards, Lark, Atlassian, Notion and editors write such runs.
 * https://docs.slack.dev/reference/block-kit/blocks/rich-text-block · https://adaptivecards.io/explorer/TextRun.html
 * https://developer.atlassian.com/cloud/jira/platform/apis/document/nodes/text/ · https://developers.notion.com/reference/rich-text
 */
export function* richText(flat: Flat, bytes: Buffer): Generator<Segment> {
  for (const texts of Map.groupBy(flat.leaves.filter(isText), ({ path }) => path.key).values()) {
    const [first, ...others] = texts;
    if (first === undefined || others.length === 0) continue;
    const written = new Written();
    written.copy(bytes, first.start, first.end, first.start);
    let last = first;
    for (const leaf of others) {
      if (!isOneLine(last, leaf)) written.put(lineBreak, last.end, leaf.start);
      written.copy(bytes, leaf.start, leaf.end, leaf.start);
      last = leaf;
    }
    yield written.part({ part: "contents", surface: "text", toDocument: (range) => range });
  }
}

const lineBreak = Buffer.from("\n");

/** `text` and Notion's `plain_text` are a run's own, its `content` stands in `text`. */
function isText({ kind, holder, path }: Leaf): boolean {
  if (kind !== "value" || typeof holder[path.key] !== "string") return false;
  return path.key === "text" || path.key === "plain_text" || isContent(path);
}

function isContent({ key, above }: Leaf["path"]): boolean {
  return key === "content" && above?.key === "text";
}

/** Whether both are runs of one list. */
function isOneLine(one: Leaf, other: Leaf): boolean {
  const [item, next] = [itemOf(one), itemOf(other)];
  return item?.isListed === true && item.above === next?.above && isRun(one) && isRun(other);
}

function itemOf({ path }: Leaf): Leaf["path"] | undefined {
  return isContent(path) ? path.above?.above : path.above;
}

function isRun({ holder, path }: Leaf): boolean {
  const kind = holder["type"] ?? holder["tag"];
  return isContent(path) || (typeof kind === "string" && /^text(?:run)?$/i.test(kind));
}
