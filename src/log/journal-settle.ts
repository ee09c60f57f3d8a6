import type { Gate } from "../gate.ts";
import { countBefore, type Range, united } from "../model/range.ts";
import type { Steps } from "../model/steps.ts";
import type { Edit } from "./edits.ts";
import { type Field, pieceAt } from "./journal.ts";
import { editsOfFields, isOfName, nameOf, viewOf } from "./journal-edits.ts";
import type { Placeholders } from "./placeholder.ts";
import { joined } from "./settle.ts";
import { type Span, spansIn } from "./spans.ts";
import { Written } from "./stretch.ts";

/** Entries of a journal that are searched together. */
export interface Entries {
  readonly bytes: Buffer;
  readonly start: number;
  /** All of their fields, and where each entry ends. */
  readonly fields: readonly Field[];
  readonly ends: readonly number[];
}

/** As often as text is read again. */
const rounds = 4;

/**
 * What is replaced so that nothing is found in what is written: masking it once more changes nothing. What was masked can have hidden something beside it, so
 * entries with a mask are searched again as they will be written, each with its neighbours, until nothing new is found; where that does not end, values
 * are masked as a whole.
 * @param spans what was found, by their places in the view
 */
export function* settledEdits(
  entries: Entries,
  spans: readonly Span[],
  placeholders: Placeholders,
  gate: Gate,
): Steps<readonly Edit[]> {
  const { bytes, fields } = entries;
  let all = spans;
  let edits = [...editsOfFields(bytes, fields, all, placeholders)];
  let open: readonly Range[] = edits;
  for (let round = 1; round <= rounds; round++) {
    const more: Span[] = [];
    for (const part of partsOf(entries, open)) {
      const inPart = edits.slice(countBefore(edits, part.start), countBefore(edits, part.end));
      for (const span of yield* foundAgain(bytes, part, inPart, gate))
        more.push(
          round === rounds
            ? { ...span, ...part.fields.find(({ value }) => value.start <= span.start && span.end <= value.end)?.value }
            : span,
        );
    }
    if (more.length === 0) break;
    all = joined([...all, ...more]);
    edits = [...editsOfFields(bytes, fields, all, placeholders)];
    open = more;
  }
  return edits;
}

/** Some entries that stand one after the other. */
interface Part extends Range {
  readonly fields: readonly Field[];
}

/** The entries of some ranges, each with the one before and the one behind it. */
function partsOf({ start: first, fields, ends }: Entries, ranges: readonly Range[]): Part[] {
  const around: Range[] = [];
  let at = 0;
  for (const { start } of ranges) {
    while ((ends[at] ?? Infinity) <= start) at++;
    around.push({ start: ends[at - 2] ?? first, end: ends[at + 1] ?? ends.at(-1) ?? first });
  }
  const names = fields.map(({ name }) => name);
  return united(around).map(({ start, end }) => ({
    start,
    end,
    fields: fields.slice(countBefore(names, start), countBefore(names, end)),
  }));
}

/** What is found in entries as they will be written, by its place in them as they are. */
function* foundAgain(bytes: Buffer, part: Part, edits: readonly Edit[], gate: Gate): Steps<readonly Span[]> {
  if (edits.length === 0) return [];
  const { start, end } = part;
  const stretch = { bytes, start, end, before: nothing, masked: undefined, comesAfter: false, goesOn: false };
  const written = new Written(stretch, edits);
  const own = fieldsIn(written.bytes);
  if (own.length !== part.fields.length) throw new Error("what is masked of a journal is no journal any more");
  const found = yield* spansIn(viewOf(written.bytes, { start: 0, end: written.bytes.length }, own), gate);
  const more: Span[] = [];
  let first = 0;
  for (const [index, field] of part.fields.entries()) {
    const now = own[index] ?? field;
    while ((found[first]?.end ?? Infinity) <= nameOf(now).start) first++;
    for (let at = first; (found[at]?.start ?? Infinity) < now.end; at++) {
      const span = found[at];
      if (span === undefined) break;
      if (isOfName(span, now) && now.name.end - now.name.start === field.name.end - field.name.start)
        more.push({ ...span, ...nameOf(field) });
      const place = isIn(span, now.value)
        ? written.placeOf({ start: Math.max(span.start, now.value.start), end: Math.min(span.end, now.value.end) })
        : undefined;
      if (place !== undefined) more.push({ ...span, ...place });
    }
  }
  return more;
}

const nothing = Buffer.alloc(0);

function isIn({ start, end }: Range, range: Range): boolean {
  return start < range.end && end > range.start;
}

function fieldsIn(bytes: Buffer): Field[] {
  const fields: Field[] = [];
  for (let at = 0; at < bytes.length;) {
    const piece = pieceAt(bytes, at, 0, true);
    if (piece === "unfinished") break;
    if (piece !== "end") fields.push(piece);
    at = piece === "end" ? at + 1 : piece.end;
  }
  return fields;
}
