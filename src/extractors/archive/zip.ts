import type { Bytes } from "../../model/bytes.ts";
import { spanning } from "../../model/range.ts";
import { entryNames } from "../../model/segment.ts";
import { toldCells } from "../csv.ts";
import { type Format, type Part, TooLarge, Unparsed } from "../format.ts";
import type { Room } from "../gzip.ts";
import { type Compression, inflate, take } from "../inflate.ts";
import { entryPart, innerPart, surfaceIn } from "../inner.ts";
import { copied, sliceOf } from "../slice.ts";
import { Values } from "../values.ts";
import { type OfficeKind, isOfficeText, officeKind, officeText, xmlOf } from "./office.ts";
import { mayHaveTables, sharedTextsIn, tablesIn } from "./office-tables.ts";
import { directoryOf, type Entry, withHidden } from "./zip-directory.ts";

/** The names of the entries, and each of them as a document of its own: APPNOTE.TXT 6.3.10, of PKWARE. */
export const zip: Format = {
  *texts(of, room) {
    const directory = directoryOf(of.bytes);
    const entries = withHidden(of.bytes, directory?.entries ?? []);
    if (directory === undefined && entries.length === 0) throw new Unparsed("it is no zip archive, or a damaged one");
    const values = new Values(of);
    const block = { bytes: of.bytes, range: { start: 0, end: of.bytes.length }, isExact: true };
    for (const { names } of entries) for (const range of names) values.addBytes(`zip ${entryNames}`, block, range);
    for (const range of directory?.comments ?? []) values.addBytes("zip comment", block, range);
    yield* values.texts();
    const office = officeIn(of, entries, room);
    const skipped = new Map<string, number>();
    const tooLarge = new Set<string>();
    for (const entry of entries) {
      try {
        const bytes = bytesOf(of, entry, room);
        if (typeof bytes === "string") skipped.set(bytes, (skipped.get(bytes) ?? 0) + 1);
        else if (bytes !== undefined) yield* documentsIn(of, entry, bytes, office, room);
      } catch (error) {
        if (!(error instanceof TooLarge)) throw error;
        tooLarge.add(error.message);
      }
    }
    for (const reason of tooLarge) yield { part: of.part, reason };
    for (const [reason, count] of skipped)
      yield { part: of.part, reason: `${count} of its entries: ${reason}`, kind: "skipped" };
  },
};

/** By their numbers: APPNOTE.TXT, 4.4.5. */
const methods: Readonly<Record<number, Compression | "stored" | undefined>> = {
  0: "stored",
  8: "deflate",
  20: "zstandard",
  93: "zstandard",
};

/** What an entry holds, or why that is not known; undefined where it holds nothing. @throws {TooLarge} */
function bytesOf(of: Part, { data, method, isEncrypted, isOwn }: Entry, room: Room): Bytes | string | undefined {
  if (data.end <= data.start) return undefined;
  if (isEncrypted) return "encrypted";
  const how = methods[method];
  if (how === undefined) return "in a compression that is not known";
  if (how === "stored") {
    const bytes = sliceOf(of.bytes, data.start, data.end);
    // Where other entries are these bytes too, each has them searched once more.
    if (!isOwn) take(room, bytes.length);
    return bytes;
  }
  if (data.end - data.start > mostCompressed)
    throw new TooLarge("an entry of it was not searched, because it is longer than 64 MB");
  return inflate(copied(of.bytes, data.start, data.end), how, room, isOwn) ?? "damaged";
}

/** What is longer comes to more than may be in memory. */
const mostCompressed = 1 << 26;

/** An entry as a document; in place of the XML of an office document, what its reader sees: the text, and tables by their rows. @throws {TooLarge} */
function* documentsIn(
  of: Part,
  { name, data, method }: Entry,
  bytes: Bytes,
  office: Office | undefined,
  room: Room,
): Generator<Part> {
  const path = name.toString("latin1");
  if (office === undefined || !isOfficeText(path)) {
    yield entryPart(of, "zip", { name, range: data, bytes, isExact: methods[method] === "stored" });
    return;
  }
  const { kind, shared, sharedTexts } = office;
  const xml = xmlOf(copied(bytes, 0, bytes.length));
  const { surface, text } = officeText(kind, path, xml);
  yield innerPart(of, { surface: surfaceIn(of, surface), bytes: text, range: data, isExact: false });
  if (!mayHaveTables(xml)) return;
  const isWorkbook = kind === "xlsx" && shared !== undefined;
  const range = isWorkbook ? spanning(data, shared.data) : data;
  for (const table of tablesIn(xml, sharedTexts, room)) {
    const rows = innerPart(of, {
      surface: surfaceIn(of, `${kind} table`),
      bytes: Buffer.from(table),
      range,
      isExact: false,
    });
    yield* toldCells(rows);
    yield rows;
  }
}

/** An archive that is an office document. */
interface Office {
  readonly kind: OfficeKind;
  /** The entry that has the texts of a workbook's cells. */
  readonly shared: Entry | undefined;
  /** These texts, read when they are first asked for. @throws {TooLarge} */
  readonly sharedTexts: () => readonly string[];
}

function officeIn(of: Part, entries: readonly Entry[], room: Room): Office | undefined {
  const kind = officeKind(entries.map(({ name }) => name));
  if (kind === undefined) return undefined;
  const shared = entries.find(({ name }) => name.toString("latin1") === "xl/sharedStrings.xml");
  let texts: readonly string[] | undefined;
  const sharedTexts = (): readonly string[] => {
    if (texts !== undefined) return texts;
    const bytes = shared && bytesOf(of, shared, room);
    texts =
      bytes === undefined || typeof bytes === "string" ? [] : sharedTextsIn(xmlOf(copied(bytes, 0, bytes.length)));
    return texts;
  };
  return { kind, shared, sharedTexts };
}
