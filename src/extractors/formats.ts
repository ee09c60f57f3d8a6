import type { Bytes } from "../model/bytes.ts";
import type { Document } from "../model/document.ts";
import type { Range } from "../model/range.ts";
import type { Part } from "./extract.ts";
import type { Room } from "./gzip.ts";

/** Cuts out of a document what a reader of its format could see and what does not stand in its bytes as they are. */
export interface Format {
  /**
   * Texts, each with its surface and its way back. The bytes of the document are searched as they stand besides.
   * @param room for what is inflated, of all formats and encodings in one document together
   * @throws {Unparsed} where it is not of this format after all; what was given before counts
   */
  readonly texts: (whole: Part, room: Room) => Iterable<Part> | Promise<Iterable<Part>>;
  /**
   * Where a reader meets what begins at some places of its bytes: one for each range, or none. Asked where something was found.
   * @param ranges all that was found: no name in which one of them stands may be shown
   */
  readonly placesOf?: (bytes: Bytes, ranges: readonly Range[]) => Promise<readonly (Place | undefined)[]>;
}

/** Where a reader meets something in a document of a format. */
export interface Place {
  /** In words: "visible text", "attribute alt", "comment". */
  readonly surface: string;
  /** A CSS selector of the element. */
  readonly element?: string;
  /** Whether a visitor of the page sees it without looking for it, where that can be told. */
  readonly isVisible?: boolean;
}

/** A format, and what tells it. It is loaded with the first document of it. */
interface KnownFormat {
  /** Of the end of a name, in whatever case. */
  readonly endings: RegExp;
  readonly load: () => Promise<Format>;
}

const formats: readonly KnownFormat[] = [
  { endings: /\.(?:s?html?|hta)$/i, load: async () => (await import("./html/html.ts")).html },
  {
    endings: /\.(?:xml|xhtml?|xht|svg|rss|atom|rdf|xslt?|opml|kml|gpx|plist|dae|musicxml|resx|xliff|xlf)$/i,
    load: async () => (await import("./html/html.ts")).xml,
  },
];

/** The format of a document, by the end of its name; undefined where there is none that is known. */
export function formatOf({ name, isKnown }: Document): KnownFormat | undefined {
  if (isKnown) return undefined;
  const ending = name.toString("latin1", Math.max(0, name.length - longestEnding));
  return formats.find(({ endings }) => endings.test(ending));
}

const longestEnding = 32;

/** A document is not of the format that its name says. Its message is fit to be shown: it holds no text of the document. */
export class Unparsed extends Error {
  constructor(reason: string) {
    super(reason);
    this.name = "Unparsed";
  }
}
