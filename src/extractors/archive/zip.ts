import type { Range } from "../../model/range.ts";
import { entryNames } from "../../model/segment.ts";
import { type Format, type Part, TooLarge, Unparsed } from "../format.ts";
import type { Room } from "../gzip.ts";
import { type Compression, inflate, take } from "../inflate.ts";
import { entrySurface, innerPart, surfaceIn } from "../inner.ts";
import { copied, sliceOf } from "../slice.ts";
import { Values } from "../values.ts";
import { type OfficeKind, officeKind, officeText } from "./office.ts";
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
    const kind = officeKind(entries.map(({ name }) => name));
    const skipped = new Map<string, number>();
    const tooLarge = new Set<string>();
    for (const entry of entries) {
      let text: ReturnType<typeof opened>;
      try {
        text = opened(of, entry, kind, room);
      } catch (error) {
        if (!(error instanceof TooLarge)) throw error;
        tooLarge.add(error.message);
        continue;
      }
      if (typeof text === "string") skipped.set(text, (skipped.get(text) ?? 0) + 1);
      else if (text !== undefined) yield text;
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

/** An entry as a document, or why it is none; undefined where it holds nothing. @throws {TooLarge} */
function opened(of: Part, entry: Entry, kind: OfficeKind | undefined, room: Room): Part | string | undefined {
  const { name, data, method, isEncrypted, isOwn } = entry;
  if (data.end <= data.start) return undefined;
  if (isEncrypted) return "encrypted";
  const how = methods[method];
  if (how === undefined) return "in a compression that is not known";
  const at = { surface: entrySurface(of, "zip", name), name, range: data, isEntry: true } as const;
  if (how === "stored") {
    const bytes = sliceOf(of.bytes, data.start, data.end);
    // Where other entries are these bytes too, each has them searched once more.
    if (!isOwn) take(room, bytes.length);
    const office = officeOf(of, entry, kind, () => copied(bytes, 0, bytes.length));
    return office ?? innerPart(of, { ...at, bytes, isExact: true });
  }
  if (data.end - data.start > mostCompressed)
    throw new TooLarge("an entry of it was not searched, because it is longer than 64 MB");
  const bytes = inflate(copied(of.bytes, data.start, data.end), how, room, isOwn);
  if (bytes === undefined) return "damaged";
  return officeOf(of, entry, kind, () => bytes) ?? innerPart(of, { ...at, bytes, isExact: false });
}

/** What is longer comes to more than may be in memory. */
const mostCompressed = 1 << 26;

/** What a reader of an office document sees of an entry, in place of its XML. */
function officeOf(
  of: Part,
  { name, data }: { readonly name: Buffer; readonly data: Range },
  kind: OfficeKind | undefined,
  bytes: () => Buffer,
): Part | undefined {
  if (kind === undefined) return undefined;
  const office = officeText(kind, name.toString("latin1"), bytes);
  return (
    office && innerPart(of, { surface: surfaceIn(of, office.surface), bytes: office.text, range: data, isExact: false })
  );
}
