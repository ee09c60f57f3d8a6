import { logTextsIn } from "../extractors/log-texts.ts";
import type { Bytes } from "../model/bytes.ts";
import type { Segment } from "../model/segment.ts";
import { type Field, longestField, pieceAt } from "./journal.ts";
import { viewOf } from "./journal-edits.ts";

/** Whole entries are read together, about so many bytes of them; more only where one has more. */
const batchLength = 1 << 19;

/** Entries of a journal that stand one after the other. */
interface Batch {
  /** It may be overwritten when the next is read. */
  readonly held: Buffer;
  /** Where it stands in all. */
  readonly from: number;
  readonly fields: readonly Field[];
  /** Behind the last of them, in what is held. */
  readonly end: number;
}

/**
 * Systemd's export format as `redact` reads it: fields as `NAME=value`, without the lengths that stand before binary values. What is no
 * journal any more, from some byte on, is left to who reads the bytes as they stand.
 */
export function* journalTexts(whole: Bytes): Generator<Segment> {
  for (const { held, from, fields, end } of batchesOf(whole)) {
    const bytes = viewOf(held, { start: 0, end }, fields);
    yield {
      part: "contents",
      surface: "text",
      bytes,
      toDocument: (range) => ({ start: range.start + from, end: range.end + from }),
    };
    yield* logTextsIn(bytes, { start: 0, end }, from);
  }
}

export function* batchesOf(whole: Bytes): Generator<Batch> {
  let length = batchLength;
  for (let from = 0; ;) {
    const held = whole.subarray(from, from + length);
    const isLast = held.length < length;
    const { fields, end } = fieldsIn(held, isLast);
    if (end > 0) yield { held, from, fields, end };
    if (isLast || (end === 0 && length > longestField)) return;
    length = end === 0 ? length * 2 : batchLength;
    from += end;
  }
}

/** Up to where whole fields stand. */
function fieldsIn(held: Buffer, isLast: boolean): Pick<Batch, "fields" | "end"> {
  const fields: Field[] = [];
  let end = 0;
  try {
    while (end < held.length) {
      const piece = pieceAt(held, end, 0, isLast);
      if (piece === "unfinished") break;
      if (piece !== "end") fields.push(piece);
      end = piece === "end" ? end + 1 : piece.end;
    }
  } catch {
    // It is no journal any more.
  }
  return { fields, end };
}
