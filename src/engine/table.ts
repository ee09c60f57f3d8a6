import type { Behind } from "../model/trigger.ts";
import type { ValueKind } from "../model/value.ts";
import { deal } from "./buckets.ts";
import { bitOf, classTable, costTable } from "./classes.ts";

/** A literal to be found, and the number of who asked for it. */
export interface Literal {
  /** Latin-1, of which each character is a byte; ASCII where case does not count. Two bytes at least: a shorter one would make every byte a candidate. */
  readonly text: string;
  readonly owner: number;
  readonly anyCase?: boolean;
  /** Only in names of files. */
  readonly namesOnly?: boolean;
  readonly behind?: Behind;
}

/** In the order of their numbers in kernel/value.ts, from 1 on. */
const valueKinds: readonly ValueKind[] = ["key", "password"];

/** In their place where two characters are looked for. */
const pairKind = 0xff;
/** And where a byte is not to stand there. */
const noneKind = 0xfe;
/** And where a run may stand in front of the literal as well. */
const aroundKind = 0xfd;
/** And where a word begins. */
const wordKind = 0xfc;

/** In bytes; kernel/literal-table.ts says what is in a record. */
const recordLength = 20;

/** What the prefilter looks things up in: bytes only, so that a build can make them beforehand. */
export interface Table {
  readonly count: number;
  /** In bytes. */
  readonly longest: number;
  /** The classes of bytes, the costs of pairs of letters, the records, and behind the last one the texts: inverted, or a bundle would look like a leak. */
  readonly bytes: Uint8Array;
}

/** The kernel's chains have two bytes for the number of a record. */
const most = 0xffff;

/** A table with the literals of another one behind its own, which go by numbers from `owners` on. */
export function joinedTable(table: Table, literals: readonly Literal[], owners: number): Table {
  const more = tableOf(literals.map((literal) => ({ ...literal, owner: literal.owner + owners })));
  const count = table.count + more.count;
  if (count > most) throw new Error(`more literals than ${most}: ${count}`);
  const head = classTable().length + costTable().length;
  const [records, texts] = parts(table, head);
  const [moreRecords, moreTexts] = parts(more, head);
  for (let at = 0; at < moreRecords.length; at += recordLength)
    moreRecords.writeUInt32LE(moreRecords.readUInt32LE(at + 4) + texts.length, at + 4);
  const bytes = Buffer.concat([table.bytes.subarray(0, head), records, moreRecords, texts, moreTexts]);
  return { count, longest: Math.max(table.longest, more.longest), bytes };
}

/** Its records and its texts. */
function parts({ count, bytes }: Table, head: number): readonly [records: Buffer, texts: Buffer] {
  const copy = Buffer.from(bytes.subarray(head));
  return [copy.subarray(0, count * recordLength), copy.subarray(count * recordLength)];
}

/** @throws {Error} for too many literals, and for one that is too short, too long or not in Latin-1. */
export function tableOf(literals: readonly Literal[]): Table {
  if (literals.length > most) throw new Error(`more literals than ${most}: ${literals.length}`);
  const sorted = literals.toSorted((a, b) => (foldedText(a) < foldedText(b) ? -1 : 1));
  const inContents = sorted.filter(({ namesOnly }) => namesOnly !== true);
  const dealt = new Map(
    deal(inContents.map((literal) => ({ ...literal, text: foldedText(literal) }))).map((one, index) => [
      inContents[index],
      one,
    ]),
  );
  const texts = Buffer.from(sorted.map(foldedText).join(""), "latin1").map((byte) => ~byte);
  const records = Buffer.alloc(sorted.length * recordLength);
  let text = 0;
  for (const [index, literal] of sorted.entries()) {
    const { length } = literal.text;
    if (
      length < 2 ||
      length > 0xffff ||
      /[^\0-\xff]/.test(literal.text) ||
      (literal.anyCase && /[^\0-\x7f]/.test(literal.text))
    )
      // It may be what nobody may read.
      throw new Error(`no literal: a text of ${length} characters, of owner ${literal.owner}`);
    const at = index * recordLength;
    records.writeUInt32LE(text, at + 4);
    records.writeUInt16LE(length, at + 8);
    records.writeUInt16LE(literal.owner, at + 10);
    const { window = 0, bucket = 0 } = dealt.get(literal) ?? {};
    records.writeUInt8(flagsOf(literal) | (bucket << 4), at + 12);
    records.writeUInt8(window, at + 13);
    writeBehind(records, at + 14, literal.behind);
    text += length;
  }
  const longest = Math.max(0, ...literals.map((literal) => literal.text.length));
  return { count: sorted.length, longest, bytes: Buffer.concat([classTable(), costTable(), records, texts]) };
}

function foldedText({ text, anyCase }: Literal): string {
  return anyCase ? text.toLowerCase() : text;
}

function flagsOf({ anyCase, namesOnly }: Literal): number {
  return (anyCase ? 1 : 0) | (namesOnly ? 2 : 0);
}

function writeBehind(records: Buffer, at: number, behind: Behind | undefined): void {
  if (behind === undefined) return;
  if ("value" in behind) {
    records.writeUInt8(valueKinds.indexOf(behind.value) + 1, at + 4);
    return;
  }
  if ("pair" in behind) {
    records.write(behind.pair, at, 2, "latin1");
    records.writeUInt16LE(behind.within, at + 2);
    records.writeUInt8(pairKind, at + 4);
    return;
  }
  if ("none" in behind) {
    records.writeUInt8(bitOf(behind.none), at);
    records.writeUInt8(noneKind, at + 4);
    return;
  }
  if ("begins" in behind) {
    records.writeUInt8(wordKind, at + 4);
    return;
  }
  records.writeUInt8(bitOf(behind.run), at);
  records.writeUInt8(behind.least ?? 0, at + 1);
  records.writeUInt8(behind.holds?.charCodeAt(0) ?? 0, at + 2);
  records.writeUInt8(("around" in behind ? behind.around : behind.within) ?? 0, at + 3);
  if ("around" in behind) records.writeUInt8(aroundKind, at + 4);
}
