import { inWide } from "../extractors/wide-text.ts";
import type { RuleId } from "../model/class.ts";
import type { Range } from "../model/range.ts";
import type { JsonCursor } from "./json-line.ts";
import { quoteBefore } from "./quote.ts";
import type { Placeholders } from "./placeholder.ts";
import type { Span } from "./spans.ts";

/** Bytes that are replaced, and by what; in Latin-1. */
export interface Edit extends Range {
  readonly by: string;
  /** What found it; missing where something is written anew because of what was masked beside it. */
  readonly rule?: RuleId;
  /** Whether that stops a check, and is not only told of. */
  readonly stops?: boolean;
}

/**
 * What is replaced so that nothing of the spans is left, in order. In JSON only what is in strings is, escapes as a whole, and a
 * number becomes a string, so that it stays JSON.
 * @param spans in order, without overlaps
 * @param from what stands before was masked already; the cursor is not behind it
 */
export function editsOf(
  bytes: Buffer,
  spans: readonly Span[],
  cursor: JsonCursor,
  placeholders: Placeholders,
  from: number = 0,
): Edit[] {
  const edits: Edit[] = [];
  let done = from;
  for (const { rule, text, stops, isList, wide, start, end } of spans) {
    if (end <= done) continue;
    const by = placeholders.of(rule, text);
    const range = { start: Math.max(start, done), end };
    if (wide !== undefined) edits.push({ ...range, by: inWide(by, wide).toString("latin1"), rule, stops });
    else if (isList) edits.push({ ...range, by: listedLike(bytes, range, by), rule, stops });
    else addPieces(bytes, range, cursor, { by, rule, stops }, edits);
    done = Math.max(done, edits.at(-1)?.end ?? 0);
  }
  return edits;
}

/** The numbers of its bytes, with between them what stands between those that it takes the place of. */
function listedLike(bytes: Buffer, { start, end }: Range, by: string): string {
  return Buffer.from(by).join(bytes.subarray(start, end).includes(",") ? "," : " ");
}

type Reason = Required<Pick<Edit, "by" | "rule" | "stops">>;

function addPieces(
  bytes: Buffer,
  { start, end }: Range,
  cursor: JsonCursor,
  { by, rule, stops }: Reason,
  edits: Edit[],
): void {
  let at = cursor.readTo(start);
  while (at < end) {
    if (!cursor.isJson || cursor.inString) {
      const from = at;
      if (cursor.isJson) cursor.readString(end);
      else cursor.readTo(end);
      at = Math.min(Math.max(cursor.at, from), bytes.length);
      if (at > from) edits.push({ start: from, end: at, by: quotedLike(bytes, from, at, by), rule, stops });
      if (!cursor.isJson) return;
      if (at >= end) return;
    }
    const number = numberAt(bytes, at);
    if (number !== undefined) {
      edits.push({ start: number.start, end: number.end, by: `"${by}"`, rule, stops });
      while (cursor.at < number.end) cursor.step();
    } else {
      const text = textAt(bytes, at, end);
      if (text !== undefined) edits.push({ start: text.start, end: text.end, by, rule, stops });
      do cursor.step();
      while (cursor.at < (text?.end ?? at));
    }
    at = cursor.at;
  }
}

/** The whole number of which a byte is a part. */
function numberAt(bytes: Buffer, place: number): Range | undefined {
  let start = place;
  while (isOfWord(bytes[start - 1])) start--;
  let end = place;
  while (isOfWord(bytes[end])) end++;
  const first = bytes[start] ?? 0;
  return end > place && (first === 0x2d || (first >= 0x30 && first <= 0x39)) ? { start, end } : undefined;
}

/** What is neither in a string nor anything of JSON: it stands behind JSON in its line, or the line only begins like it. */
function textAt(bytes: Buffer, start: number, last: number): Range | undefined {
  let end = start;
  while (end < last && !isStructure(bytes[end] ?? 0)) end++;
  if (end === start) return undefined;
  let [first, behind] = [start, end];
  while (first > 0 && start - first < 6 && !isStructure(bytes[first - 1] ?? 0)) first--;
  while (behind < bytes.length && behind - end < 6 && !isStructure(bytes[behind] ?? 0)) behind++;
  return /^(?:true|false|null)$/.test(bytes.toString("latin1", first, behind)) ? undefined : { start, end };
}

/** Spaces and newlines, and `"`, `,`, `:`, `[`, `]`, `{`, `}`. */
function isStructure(byte: number): boolean {
  return byte === 0x20 || (byte >= 0x09 && byte <= 0x0d) || [0x22, 0x2c, 0x3a, 0x5b, 0x5d, 0x7b, 0x7d].includes(byte);
}

/** Letters and digits, and what numbers have: `+`, `-`, `.`. */
function isOfWord(byte: number = 0): boolean {
  const lower = byte | 0x20;
  return (
    (byte >= 0x30 && byte <= 0x39) ||
    (lower >= 0x61 && lower <= 0x7a) ||
    (byte >= 0x2b && byte <= 0x2e && byte !== 0x2c)
  );
}

/** A number behind a key of JSON that stands in a text becomes a string like the key. */
function quotedLike(bytes: Buffer, start: number, end: number, by: string): string {
  const first = bytes[start] ?? 0;
  if ((first !== 0x2d && (first < 0x30 || first > 0x39)) || end - start > 40) return by;
  const before = bytes.toString("latin1", Math.max(0, start - 80), start);
  const colon = /\s{0,40}:\s{0,40}$/.exec(before);
  if (colon === null || !/^-?\d[\d.eE+-]*$/.test(bytes.toString("latin1", start, end))) return by;
  const quote = quoteBefore(before, colon.index) ?? "";
  return `${quote}${by}${quote}`;
}
