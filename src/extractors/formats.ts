import type { Bytes } from "../model/bytes.ts";
import type { Range } from "../model/range.ts";
import { unpackedName } from "./extract.ts";
import type { Format, PlacesOf } from "./format.ts";

/** A format, and what tells it. It is loaded with the first document of it. */
interface KnownFormat {
  /** What stands behind the last dot of a name, in small letters, with spaces between: names are written in whatever case. */
  readonly endings?: string;
  /** How a name ends, where these endings alone do not tell. */
  readonly name?: RegExp;
  /** The first four bytes of every document of it, where it has such, or three and a zero: whatever its name is, they tell it. */
  readonly first?: readonly number[];
  /** Whether it has no lines: a place in it is told by the number of its byte. */
  readonly isBinary?: true;
  readonly load: () => Promise<Format>;
}

/** How deep a document of a format may stand in others: a zip in a zip in a zip. */
export const deepestFormat = 3;

/** JSON that mostly has HTML in its strings, and all other names. */
const markedJson = /(?:feed|search|index|lunr|store|docs|content|posts|articles)[\w.-]{0,24}\.json$/i;
const otherName = new RegExp(`^(?!.*${markedJson.source})`, "is");

const formats: readonly KnownFormat[] = [
  { endings: "html htm shtml shtm hta vtt srt", load: async () => (await import("./html/html.ts")).html },
  {
    endings:
      "xml xhtml xhtm xht svg rss atom rdf xsl xslt opml kml gpx plist dae musicxml resx xliff xlf ttml dfxp opf ncx drawio dio",
    load: async () => (await import("./html/html.ts")).xml,
  },
  { endings: "drawio dio", load: async () => (await import("./published/carried.ts")).drawing },
  {
    endings: "md markdown mdown mkd mkdn",
    load: async () => (await import("./markdown/markdown.ts")).markdown,
  },
  {
    // Written in Markdown: https://llmstxt.org
    endings: "txt",
    name: /(?:^|\/)llms(?:-\w{1,20})?\.txt$/i,
    load: async () => (await import("./markdown/markdown.ts")).markdown,
  },
  { endings: "mdx", load: async () => (await import("./markdown/markdown.ts")).mdx },
  {
    endings:
      "jpeg jpg jfif jpe png apng gif webp heic heif avif jxl jp2 ico cur tiff tif psd psb mp4 m4a m4v mov qt 3gp",
    first: [0xffd8ff00, 0x89504e47, 0x47494638, 0x49492a00, 0x4d4d002a, 0x38425053],
    isBinary: true,
    load: async () => (await import("./image/image.ts")).image,
  },
  {
    endings: "pdf ai",
    first: [0x25504446],
    isBinary: true,
    load: async () => (await import("./pdf/pdf.ts")).pdf,
  },
  {
    endings:
      "zip jar war ear aar apk aab ipa xpi crx nupkg vsix whl epub cbz kmz usdz sketch docx docm dotx dotm xlsx xlsm xltx xltm " +
      "pptx pptm potx potm ppsx ppsm odt ods odp odg odf ott ots otp pages numbers",
    first: [0x504b0304],
    isBinary: true,
    load: async () => (await import("./archive/zip.ts")).zip,
  },
  {
    endings: "pf_fragment pf_index pf_filter pf_meta",
    isBinary: true,
    load: async () => (await import("./search-index/pagefind.ts")).pagefind,
  },
  {
    endings: "js json",
    name: /(?:search|lunr)[\w.-]{0,24}\.\w+$/i,
    load: async () => (await import("./search-index/elasticlunr.ts")).elasticlunr,
  },
  {
    endings: "json",
    name: markedJson,
    load: async () => (await import("./html/json-markup.ts")).jsonMarkup,
  },
  {
    endings: "woff woff2 ttf otf ttc",
    first: [0x774f4646, 0x774f4632, 0x4f54544f, 0x74746366],
    isBinary: true,
    load: async () => (await import("./font.ts")).font,
  },
  {
    endings: "mp3",
    first: [0x49443300],
    isBinary: true,
    load: async () => (await import("./audio.ts")).audio,
  },
  {
    endings: "mkv mka mks webm",
    first: [0x1a45dfa3],
    isBinary: true,
    load: async () => (await import("./matroska.ts")).matroska,
  },
  {
    // Whatever its name is: `.db` is the end of many.
    first: [0x53514c69],
    load: async () => (await import("./sqlite.ts")).sqlite,
  },
  { endings: "csv tsv tab psv", load: async () => (await import("./csv.ts")).csv },
  { endings: "rtf", first: [0x7b5c7274], load: async () => (await import("./rtf.ts")).rtf },
  {
    endings: "ics ifb vcf vcard eml mbox mht mhtml",
    load: async () => (await import("./mail.ts")).mail,
  },
  {
    endings: "inv",
    name: /(?:^|\/)objects\.inv$/,
    isBinary: true,
    load: async () => (await import("./archive/compressed.ts")).inventory,
  },
  {
    endings: "swf",
    first: [0x43575300],
    isBinary: true,
    load: async () => (await import("./archive/compressed.ts")).flash,
  },
  { endings: "tar", isBinary: true, load: async () => (await import("./archive/tar.ts")).tar },
  { endings: "deb udeb", isBinary: true, load: async () => (await import("./archive/ar.ts")).ar },
  { endings: "z zz zlib", isBinary: true, load: async () => (await import("./archive/compressed.ts")).zlib },
  { endings: "br", isBinary: true, load: async () => (await import("./archive/compressed.ts")).brotli },
  {
    endings: "zst tzst",
    first: [0x28b52ffd],
    isBinary: true,
    load: async () => (await import("./archive/compressed.ts")).zstandard,
  },
  {
    // Whatever their names are, each of them begins with bytes of its own.
    first: [0x425a6800, 0xfd377a58, 0x377abcaf, 0x52617221, 0x04224d18],
    isBinary: true,
    load: async () => (await import("./archive/compressed.ts")).unread,
  },
];

/**
 * What is read on sites alone: there are few of these files there and nobody looks at their source, while a repository has them in
 * thousands, and a change of one is read by people.
 */
const ofSites: readonly KnownFormat[] = [
  {
    endings: "html htm shtml shtm hta xhtml xht svg xml",
    load: async () => (await import("./published/pages.ts")).publishedPage,
  },
  {
    endings: "js cjs mjs",
    load: async () => (await import("./published/scripts.ts")).publishedScript,
  },
  { endings: "css", load: async () => (await import("./published/styles.ts")).publishedStyle },
  {
    endings: "json ipynb map",
    name: otherName,
    load: async () => (await import("./html/json-markup.ts")).jsonMarkup,
  },
  {
    endings: "json ipynb map",
    load: async () => (await import("./published/data.ts")).publishedData,
  },
];

/** Texts of sites that may be kept in brotli, which nothing in their bytes tells: only what does not begin as a text is one. */
const packed: readonly KnownFormat[] = [
  {
    endings: "html htm xhtml svg xml rss atom js mjs css json map txt md webmanifest",
    load: async () => (await import("./published/packed.ts")).packedText,
  },
];

/** What all is read of as it stands in its bytes: only where something was found is it told what that is. */
const plain: readonly { readonly endings: RegExp; readonly placesOf: PlacesOf }[] = [
  {
    endings: /\.[cm]?[jt]sx?$/i,
    placesOf: async (...found) => (await import("./code/script-places.ts")).placesInScript(...found),
  },
  {
    endings: /\.(?:json[5cl]?|jsonld|geojson|topojson|ndjson|webmanifest|map|har)$/i,
    placesOf: async (...found) => (await import("./code/json-places.ts")).placesInJson(...found),
  },
  {
    endings: /\.(?:css|scss|less)$/i,
    placesOf: async (...found) => (await import("./code/style-places.ts")).placesInStyle(...found),
  },
];

/** Where a reader of a document meets some ranges of its bytes, as far as the formats tell that its name says or its beginning. */
export async function placesIn(name: Buffer, bytes: Bytes, ranges: readonly Range[]): ReturnType<PlacesOf> {
  const beginning = bytes.length < 4 ? 0 : bytes.subarray(0, 4).readUInt32BE(0);
  for (const known of formatsOf(name, pageBeginnings.has(beginning) ? beginning : 0)) {
    const { placesOf } = await known.load();
    if (placesOf !== undefined) return placesOf(bytes, ranges);
  }
  const end = endOf(name);
  return (await plain.find(({ endings }) => endings.test(end))?.placesOf(bytes, ranges)) ?? [];
}

/**
 * The formats of a document: the one that its first bytes tell, and those that its name says, unless they have first bytes of their own. What
 * has neither and begins as a page does is one: sites serve pages under names without an ending.
 * @param name nothing where it has none; what is no document of its own has no format
 * @param first its first four bytes as a number: see `Glance`
 * @param isOnSite whether it is a file of a built site
 */
export function formatsOf(name: Buffer | undefined, first: number, isOnSite: boolean = false): readonly KnownFormat[] {
  if (name === undefined) return none;
  const ofBytes = first === 0 ? undefined : (byFirst.get(first) ?? byFirst.get(first - (first % 256)));
  const end = endOf(name);
  const isPointer = first === beginsPointer;
  const ofName = named(end, byEnding).filter(({ isBinary }) => !(isPointer && isBinary));
  if (isOnSite && !beginsAsText(first)) ofName.push(...named(end, byEndingPacked));
  if (isOnSite) ofName.push(...named(end, byEndingOnSites));
  if (ofBytes !== undefined) return [ofBytes, ...ofName.filter((format) => format.first === undefined)];
  if (ofName.length > 0 || !pageBeginnings.has(first)) return ofName;
  return [...named(".html", byEnding), ...(isOnSite ? named(".html", byEndingOnSites) : [])];
}

/**
 * What of a name decides how contents are read: the same for names under which they are read alike, and nothing where only their bytes decide. What is
 * unpacked is read by the name that is left.
 */
export function readAs(name: Buffer): string {
  const own = formatsOf(name, 0).map((format) => formats.indexOf(format));
  const left = unpackedName(name, nothing);
  return [...own, ...(left.equals(name) ? [] : [readAs(left)])].join(" ").trim();
}

const nothing = Buffer.alloc(0);

function endOf(name: Buffer): string {
  return name.toString("latin1", Math.max(0, name.length - longestEnding));
}

/** Those that the end of a name tells. To test a pattern for each would compile all of them in every hook. */
function named(end: string, known: ByEnding): readonly KnownFormat[] {
  const dot = end.lastIndexOf(".");
  const formatsOfEnding = dot === -1 ? undefined : known.get(end.slice(dot + 1).toLowerCase());
  return formatsOfEnding?.filter(({ name }) => name?.test(end) ?? true) ?? none;
}

/** Whether four bytes are characters of ASCII. */
function beginsAsText(first: number): boolean {
  for (let rest = first; rest > 0; rest = Math.floor(rest / 256)) {
    const byte = rest % 256;
    if (byte > 0x7e || (byte < 0x20 && (byte < 0x09 || byte > 0x0d))) return false;
  }
  return true;
}

/** `<!DO`, `<!do`, `<!Do`, `<HTM`, `<htm`. */
const pageBeginnings: ReadonlySet<number> = new Set([0x3c21444f, 0x3c21646f, 0x3c21446f, 0x3c48544d, 0x3c68746d]);

const none: readonly KnownFormat[] = [];

const longestEnding = 32;

type ByEnding = ReadonlyMap<string, readonly KnownFormat[]>;

const byEnding = ordered(formats);
const byEndingOnSites = ordered(ofSites);
const byEndingPacked = ordered(packed);

function ordered(all: readonly KnownFormat[]): ByEnding {
  const known = new Map<string, KnownFormat[]>();
  for (const format of all)
    for (const ending of format.endings?.split(" ") ?? []) known.set(ending, [...(known.get(ending) ?? []), format]);
  return known;
}

/** What Git LFS keeps in place of a file begins with `version`: it is none of the format, and no damaged one. */
const beginsPointer = 0x76657273;

const byFirst: ReadonlyMap<number, KnownFormat> = new Map(
  formats.flatMap((format) => (format.first ?? []).map((first) => [first, format])),
);
