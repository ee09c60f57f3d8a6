import type { Range } from "../model/range.ts";
import { lineStart, wholeLines } from "./before.ts";

/**
 * Gives findings of one document an identity that stays when lines move: a hash of the rule, the document's name, the line
 * around the match without anything that was found in it, and how many like it came before.
 */
export function fingerprinter(
  name: string,
  bytes: Buffer,
  found: readonly Range[],
): (rule: string, range: Range | null) => string {
  const seen = new Map<string, number>();
  return (rule, range) => {
    const context = range === null ? "" : surroundings(bytes, range, found);
    const key = JSON.stringify([rule, name, context]);
    const ordinal = seen.get(key) ?? 0;
    seen.set(key, ordinal + 1);
    return hash(`${key}${ordinal}`);
  };
}

function surroundings(bytes: Buffer, range: Range, found: readonly Range[]): string {
  const start = lineStart(bytes, range.start);
  const line = wholeLines(bytes, range);
  let text = "";
  let last = 0;
  for (const other of found) {
    const from = Math.max(0, other.start - start);
    const to = Math.min(line.length, other.end - start);
    if (to <= last || from >= line.length) continue;
    text += line.toString("latin1", last, Math.max(last, from));
    last = to;
  }
  return (text + line.toString("latin1", last)).trim();
}

/** SHA-256, 128 bits of it. node:crypto is loaded here and not above: most runs find nothing. */
function hash(text: string): string {
  const { createHash } = process.getBuiltinModule("node:crypto");
  return createHash("sha256").update(text).digest("hex").slice(0, 32);
}
