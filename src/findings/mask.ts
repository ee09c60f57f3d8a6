import type { Class } from "../model/class.ts";

/**
 * What a report may show of a match: a documented public prefix and the length in characters, never the text.
 * For terms and persons the length alone, because even a beginning tells who is meant.
 */
export function maskOf(text: string, of: Class, prefixes: readonly string[] = []): string {
  const isHidden = of === "term" || of === "person";
  const prefix = isHidden
    ? undefined
    : prefixes.find((candidate) => text.startsWith(candidate) && text.length > candidate.length);
  return masked(prefix ?? "", [...text].length);
}

/** Findings of one length share it: a log has hundreds of thousands of them. */
function masked(prefix: string, length: number): string {
  const key = `${prefix} ${length}`;
  const known = masks.get(key);
  if (known !== undefined) return known;
  const mask = `${prefix}•••• (${length} ${length === 1 ? "character" : "characters"})`;
  if (masks.size < mostMasks) masks.set(key, mask);
  return mask;
}

const masks = new Map<string, string>();
const mostMasks = 1000;
