import type { Token } from "parse5";
import type { Tokens } from "./tokens.ts";

/** Where the lines and columns of a place are not asked for. */
export const nowhere = { startLine: 0, startCol: 0, endLine: 0, endCol: 0 };

interface Attributes {
  readonly attrs: Token.Attribute[];
  readonly places: Record<string, Token.Location>;
}

/** Those in which it counts what references stand for. */
const read = /^(?:id|type|style|name|property|http-equiv|itemprop)$/;

/** How long these names are, and `hidden`. */
const lengths: ReadonlySet<number> = new Set([2, 4, 5, 6, 8, 10]);

/**
 * Undefined where there are more than the tokenizer tells, and where references would have to be read.
 * @param all or those whose names are as long as one that is read
 */
export function attributesOf(
  { attributes, attributeCount, bytes, base }: Tokens,
  all: boolean,
): Attributes | undefined {
  const attrs: Token.Attribute[] = [];
  const places: Record<string, Token.Location> = {};
  if (attributeCount >= 1000) return undefined;
  for (let index = 0; index < 4 * attributeCount; index += 4) {
    const nameStart = attributes[index] ?? 0;
    const valueStart = attributes[index + 2] ?? 0;
    const valueEnd = attributes[index + 3] ?? 0;
    const nameEnd = attributes[index + 1] ?? 0;
    if (!all && !lengths.has(nameEnd - nameStart)) continue;
    const name = bytes.toString("latin1", nameStart, nameEnd).toLowerCase();
    if (name in places) continue;
    const isRead = read.test(name);
    const value = isRead ? bytes.toString("latin1", valueStart, valueEnd) : "";
    if (value.includes("&")) return undefined;
    attrs.push({ name, value });
    // A name without a value can end with a quotation mark.
    const before = valueStart > nameEnd ? bytes[valueStart - 1] : 0;
    const isQuoted = before === 34 || before === 39;
    const endOffset = base + (isQuoted ? valueEnd + 1 : valueEnd);
    places[name] = { ...nowhere, startOffset: base + nameStart, endOffset };
  }
  return { attrs, places };
}
