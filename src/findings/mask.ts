import type { Class } from "../model/class.ts";

/**
 * What a report may show of a match: a documented public prefix and the length in characters, never the text.
 * For terms and persons the length alone, because even a beginning tells who is meant.
 */
export function maskOf(text: string, of: Class, prefixes: readonly string[] = []): string {
  const length = `${[...text].length} characters`;
  if (of === "term" || of === "person") return `•••• (${length})`;
  const prefix = prefixes.find((candidate) => text.startsWith(candidate) && text.length > candidate.length) ?? "";
  return `${prefix}•••• (${length})`;
}
