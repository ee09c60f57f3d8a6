import { disguisedText } from "../extractors/disguised.ts";
import type { Dialect } from "../extractors/markdown/block.ts";
import { proseOf } from "../extractors/markdown/prose.ts";
import { Signs } from "../extractors/markdown/sign.ts";
import type { Document } from "../model/document.ts";
import type { Segment } from "../model/segment.ts";
import { type Clock, watched } from "./clock.ts";

/** Messengers show Markdown, HTML or both; what is longer than any of them sends is a document. */
const talk: Dialect = { isMdx: false, isTalk: true };
const document: Dialect = { isMdx: false };

/** So much is read at once, in bytes, and so much of it once more with what stands behind it. No messenger takes as much in one message. */
const most = 65_536;
const again = 1024;

/**
 * A text as a document. It is searched as it stands, and as its readers see it, without tags and marks: what they set apart is one word or
 * one sentence there; and without disguises of its letters.
 * @param name what it is called in the verdict
 */
export function textDocument(name: string, bytes: Buffer, clock?: Clock): Document {
  const dialect = bytes.length > most ? document : talk;
  const isPlain = dialect === talk && isPlainTalk(bytes.toString("latin1"));
  return {
    kind: "document",
    name: Buffer.from(name),
    nameLeaves: false,
    isText: true,
    bytes: clock === undefined ? bytes : watched(bytes, clock),
    ...(!isPlain && { hidden: () => shownIn(bytes, dialect, clock) }),
  };
}

/** Whether it has no mark, no character beyond ASCII, and neither letters nor numbers in a row that could be a word. */
function isPlainTalk(text: string): boolean {
  return (
    new Signs(text, talk).next === Infinity &&
    !/[\x80-\xff]|(?:\b\w\W{1,5}){4}|(?:\b\d{2,3}\W{1,2}){11}|[01]{8}\W{0,2}[01]{8}|=\?[\w*-]{1,60}\?[bq]\?/i.test(text)
  );
}

function* shownIn(
  bytes: Buffer,
  dialect: Dialect,
  clock: Clock | undefined,
): ReturnType<NonNullable<Document["hidden"]>> {
  for (let start = 0; start < bytes.length; start = beginningOf(bytes, start + most - again)) {
    clock?.check();
    const piece = bytes.subarray(start, start + most);
    const text = piece.toString("latin1");
    const signs = new Signs(text, dialect);
    const toDocument: Segment["toDocument"] = (range) => ({ start: range.start + start, end: range.end + start });
    const whole: Segment = { part: "contents", surface: "text", bytes: piece, toDocument };
    if (signs.next !== Infinity) yield* proseOf(whole, text, signs, dialect);
    const disguised = disguisedText(whole);
    if (disguised !== undefined) yield disguised;
  }
}

/** Where a character of UTF-8 begins, there or before. */
function beginningOf(bytes: Buffer, place: number): number {
  let at = place;
  while (at < bytes.length && ((bytes[at] ?? 0) & 0xc0) === 0x80) at--;
  return at;
}
