import { placeholderPattern } from "../model/placeholder.ts";
import type { Range } from "../model/range.ts";
import { type Edit, editsOf } from "./edits.ts";
import { isDocument, JsonCursor } from "./json-line.ts";
import { type Field, lengthOfLength, writtenLength } from "./journal.ts";
import { namedValue } from "./named-value.ts";
import type { Placeholders } from "./placeholder.ts";
import { isSecretName } from "./secret-name.ts";
import type { Span } from "./spans.ts";
import { isNothing } from "./value.ts";

const newline = 0x0a;

/**
 * Entries as they are searched: every field is `NAME=value`. Where a length stands, the name is moved behind it, so that all values stand
 * where they did.
 */
export function viewOf(bytes: Buffer, { start, end }: Range, fields: readonly Field[]): Buffer {
  const view = Buffer.from(bytes.subarray(start, end));
  for (const { name, value, isBinary } of fields) {
    if (!isBinary) continue;
    bytes.copy(view, name.start - start + lengthOfLength, name.start, name.end);
    view.fill(newline, name.start - start, name.start - start + lengthOfLength);
    view[value.start - start - 1] = 0x3d;
  }
  return view;
}

/** What is replaced in entries so that nothing of the spans is left, in order. @param spans by their places in the view */
export function* editsOfFields(
  bytes: Buffer,
  fields: readonly Field[],
  spans: readonly Span[],
  placeholders: Placeholders,
): Generator<Edit> {
  let first = 0;
  for (const field of fields) {
    while ((spans[first]?.end ?? Infinity) <= nameOf(field).start) first++;
    let at = first;
    while ((spans[at]?.start ?? Infinity) < nameOf(field).start) at++;
    const span = spans[at];
    if (span !== undefined && isOfName(span, field) && !isMaskedName(bytes, field.name))
      yield {
        ...field.name,
        by: maskedName(placeholders.of(span.rule, span.text)),
        rule: span.rule,
        stops: span.stops,
      };
    const inValue = named(bytes, field) ?? spansIn(spans, first, field.value);
    yield* editsOfValue(
      bytes,
      field,
      inValue.filter((one) => !isMasked(bytes, one)),
      placeholders,
    );
  }
}

/** Where the name stands in the view. */
export function nameOf({ name, isBinary }: Field): Range {
  const by = isBinary ? lengthOfLength : 0;
  return { start: name.start + by, end: name.end + by };
}

/** Whether it begins in the name: what an earlier field begins says nothing of it. */
export function isOfName({ start }: Range, field: Field): boolean {
  const name = nameOf(field);
  return start >= name.start && start < name.end;
}

/** What of the spans is in a range. */
function spansIn(spans: readonly Span[], first: number, { start, end }: Range): Span[] {
  const inside: Span[] = [];
  for (let at = first; at < spans.length; at++) {
    const span = spans[at];
    if (span === undefined || span.start >= end) break;
    if (span.end > start) inside.push({ ...span, start: Math.max(start, span.start), end: Math.min(end, span.end) });
  }
  return inside;
}

/** A name has no brackets: `MASKED_07AB`. */
function maskedName(placeholder: string): string {
  return `MASKED_${placeholder.slice(-5, -1).toUpperCase()}`;
}

const maskOfName = /^MASKED_[\dA-F]{4}$/;

function isMaskedName(bytes: Buffer, { start, end }: Range): boolean {
  return maskOfName.test(bytes.toString("latin1", start, end));
}

/** What was found over several fields is nothing new in one in which it was masked before. */
function isMasked(bytes: Buffer, { start, end }: Range): boolean {
  return start < end && withoutMasks(bytes.toString("latin1", start, end)) === "";
}

/** The whole of a value whose name says that it is a secret. */
function named(bytes: Buffer, { name, value }: Field): Span[] | undefined {
  if (!isSecretName(bytes.toString("latin1", name.start, name.end))) return undefined;
  const text = bytes.subarray(value.start, value.end);
  return isNothing(withoutMasks(text.toString("latin1")))
    ? []
    : [{ ...value, rule: namedValue.id, text, stops: true, isList: false, wide: undefined, isNamed: true }];
}

/** JSON stays JSON: what is left of it where all was masked is no value. */
function withoutMasks(value: string): string {
  const rest = value.replaceAll(placeholderPattern, "");
  return rest === value ? value : rest.replaceAll(/["\s,:{}[\]](?:(?:true|false|null)(?=[\s,}\]]|$))?/g, "");
}

/** A value is a text of its own: if it is JSON, it stays JSON. */
function* editsOfValue(
  bytes: Buffer,
  { name, value, isBinary }: Field,
  spans: readonly Span[],
  placeholders: Placeholders,
): Generator<Edit> {
  if (spans.length === 0) return;
  const own = bytes.subarray(value.start, value.end);
  const inOwn = spans.map((span) => ({ ...span, start: span.start - value.start, end: span.end - value.start }));
  const edits = editsOf(own, inOwn, new JsonCursor(own, 0, undefined, isDocument(own)), placeholders);
  const more = edits.reduce((sum, { start, end, by }) => sum + by.length - (end - start), 0);
  if (isBinary && edits.length > 0)
    yield { start: name.end + 1, end: value.start, by: writtenLength(own.length + more) };
  for (const edit of edits) yield { ...edit, start: edit.start + value.start, end: edit.end + value.start };
}
