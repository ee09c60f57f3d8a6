import type { Room } from "../gzip.ts";
import { type Failure, type Format, type Part, TooLarge, Unparsed } from "../format.ts";
import type { Picture } from "../image/picture.ts";
import { readXmp } from "../image/xmp.ts";
import { innerPart, surfaceIn } from "../inner.ts";
import { copied } from "../slice.ts";
import { Values } from "../values.ts";
import { showsText, textIn } from "./content.ts";
import { PdfFile, type Stream } from "./file.ts";
import { decryptionOf, idOf } from "./decryption.ts";
import { filtersOf } from "./filters.ts";
import { nameIn, numberIn } from "./value.ts";
import { type Content, Pages } from "./pages.ts";
import { addStrings } from "./strings.ts";

/** What is longer is too much to have in memory, in bytes. */
const longest = 1 << 28;

/** What its strings say, what its pages show, and what is attached: ISO 32000-2. Written by one, it is read by all that one finds in the file. */
export const pdf: Format = {
  *texts(of, room) {
    if (of.bytes.length > longest) throw new TooLarge("a PDF was not searched, because it is longer than 256 MB");
    const bytes = copied(of.bytes, 0, of.bytes.length);
    const file = openedIn(bytes, room);
    const pages = new Pages(file);
    const picture: Picture = { of, values: new Values(of), room, inner: [] };
    let count = 0;
    for (const object of file.objects()) {
      count++;
      addStrings(picture.values, object);
      pages.add(object);
    }
    if (count === 0) throw new Unparsed("it is no PDF, or a damaged one");
    const failures = new Map<string, Failure>();
    for (const stream of file.streams) {
      try {
        for (const text of textsOf(stream, file, pages, picture)) yield text;
      } catch (error) {
        if (!(error instanceof TooLarge)) throw error;
        failures.set(error.message, { part: of.part, reason: error.message });
      }
    }
    yield* picture.values.texts();
    yield* picture.inner;
    yield* failures.values();
    if (file.isDamaged || pages.isDamaged) throw new Unparsed("a part of a PDF is damaged: it was not searched");
    if (pages.isUnreadable)
      throw new Unparsed("a PDF has text in fonts that do not tell what it says: it was not searched");
  },
};

/** What tells how a file is encrypted stands in it somewhere, and is looked for first. @throws {Unparsed} where it needs a password */
function openedIn(bytes: Buffer, room: Room): PdfFile {
  const file = new PdfFile(bytes, room);
  if (!bytes.includes("/Encrypt")) return file;
  const objects = file.written([]);
  while (objects.next().done !== true);
  const trailer = file.trailers.find((one) => one.has("Encrypt"));
  if (trailer === undefined) return new PdfFile(bytes, room);
  const encrypt = file.dictionary(trailer.get("Encrypt"));
  const decryption = encrypt && decryptionOf(encrypt, idOf(trailer));
  if (decryption === undefined) throw new Unparsed("an encrypted PDF: what it shows was not searched");
  return new PdfFile(bytes, room, decryption);
}

function* textsOf(stream: Stream, file: PdfFile, pages: Pages, picture: Picture): Generator<Part> {
  const { of } = picture;
  const { dictionary, range } = stream;
  if (isForDrawing(stream)) return;
  const whole = { range, isExact: false };
  if (nameIn(dictionary, "Subtype") === "Image") {
    const filters = filtersOf(dictionary, (value) => file.resolve(value));
    // What a camera wrote is kept as it is.
    if (filters.length === 1 && /^DCT(?:Decode)?$/.test(filters[0] ?? "")) {
      const bytes = Buffer.from(file.bytesOf(stream));
      yield innerPart(of, {
        surface: surfaceIn(of, "PDF picture"),
        name: Buffer.from(""),
        bytes,
        range,
        isExact: true,
      });
    }
    return;
  }
  const bytes = file.decode(stream);
  if (bytes === undefined) {
    pages.isDamaged = true;
    return;
  }
  if (nameIn(dictionary, "Type") === "Metadata") {
    readXmp(picture, { bytes, ...whole });
    return;
  }
  const content = pages.contentOf(stream);
  if (content !== undefined || showsText(bytes.toString("latin1"))) {
    yield* shownIn(bytes, stream, content, pages, of);
    return;
  }
  const name = pages.attachments.get(stream.number);
  const isFile = name !== undefined || nameIn(dictionary, "Type") === "EmbeddedFile";
  if (isFile || isReadable(bytes))
    yield innerPart(of, {
      surface: surfaceIn(of, isFile ? "PDF attachment" : "PDF stream"),
      ...(isFile && { name: name ?? Buffer.from("") }),
      bytes,
      ...whole,
    });
}

function* shownIn(
  bytes: Buffer,
  { range }: Stream,
  content: Content | undefined,
  pages: Pages,
  of: Part,
): Generator<Part> {
  const fonts = content?.fonts ?? pages.anyFonts();
  const shown = textIn(bytes.toString("latin1"), (name) => pages.font(fonts, name));
  pages.isUnreadable ||= shown.isUnreadable;
  const text = Buffer.from(shown.text);
  if (text.length === 0) return;
  const surface = content?.page === undefined ? "PDF text" : `PDF page ${content.page}`;
  yield innerPart(of, { surface: surfaceIn(of, surface), bytes: text, range, isExact: false });
}

/** Fonts, colours, functions and the like. */
function isForDrawing({ dictionary }: Stream): boolean {
  const subtype = nameIn(dictionary, "Subtype") ?? "";
  if (/^(?:Type1C|CIDFontType0C|OpenType)$/.test(subtype)) return true;
  if (nameIn(dictionary, "Type") === "CMap" || dictionary.has("FunctionType") || dictionary.has("ShadingType"))
    return true;
  const isProfile = numberIn(dictionary, "N") !== undefined && !dictionary.has("Type");
  return isProfile || (dictionary.has("Length1") && subtype === "");
}

/** Whether there is any text in it: most of what programs keep in streams of their own is none. */
function isReadable(bytes: Buffer): boolean {
  const beginning = bytes.subarray(0, 512);
  let readable = 0;
  for (const byte of beginning) if (byte >= 0x20 || byte === 9 || byte === 10 || byte === 13) readable++;
  return readable > beginning.length * 0.75 && !beginning.includes("begincmap");
}
