import { normalLabel } from "./labels.ts";
import { type Resource, resourceAt } from "./resource.ts";

/** What opens a link or an image. */
export interface Bracket {
  readonly at: number;
  readonly isImage: boolean;
  /** Whether others stand in it. */
  hasBrackets: boolean;
}

/** Where a link or an image ends. */
interface LinkEnd {
  /** Behind its target. */
  readonly end: number;
  /** Where its target does not stand elsewhere, under a label. */
  readonly resource?: Resource;
}

const writtenLabel = /\[(?:[^[\]\\]|\\.){0,999}\]/y;

/**
 * What stands behind the text of a link: `(target "title")`, `[label]`, `[]` or nothing, where its text is a label. Undefined where its brackets are text.
 * @param close where the bracket is closed @param labels that the document defines
 */
export function linkEnd(
  text: string,
  { at, isImage, hasBrackets }: Bracket,
  close: number,
  labels: ReadonlySet<string>,
): LinkEnd | undefined {
  const next = text.charCodeAt(close + 1);
  const resource = next === 40 ? resourceAt(text, close + 1) : undefined;
  if (resource !== undefined) return { end: resource.end, resource };
  if (labels.size === 0) return undefined;
  writtenLabel.lastIndex = close + 1;
  const written = next === 91 ? writtenLabel.exec(text)?.[0] : undefined;
  if (written !== undefined && written !== "[]")
    return labels.has(normalLabel(written.slice(1, -1))) ? { end: close + 1 + written.length } : undefined;
  const start = at + (isImage ? 2 : 1);
  if (hasBrackets || close - start > 999 || !labels.has(normalLabel(text.slice(start, close)))) return undefined;
  return { end: close + 1 + (written?.length ?? 0) };
}
