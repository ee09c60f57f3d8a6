import type { Bytes } from "../model/bytes.ts";
import type { Range } from "../model/range.ts";
import type { Segment } from "../model/segment.ts";
import type { Room } from "./gzip.ts";

/** Cuts out of a document what a reader of its format could see and what does not stand in its bytes as they are. */
export interface Format {
  /**
   * Texts, each with its surface and its way back, and documents in it, which have a name; in place of what cannot be cut out a
   * failure. The bytes of the document are searched as they stand besides.
   * @param room for what is inflated, of all formats and encodings in one document together
   * @throws {Unparsed} where it is not of this format after all; what was given before counts
   */
  readonly texts: (whole: Part, room: Room) => Iterable<Part | Failure> | Promise<Iterable<Part | Failure>>;
  /**
   * Where a reader meets what begins at some places of its bytes: one for each range, or none. Asked where something was found.
   * @param ranges all that was found: no name in which one of them stands may be shown
   */
  readonly placesOf?: PlacesOf;
}

export type PlacesOf = (bytes: Bytes, ranges: readonly Range[]) => Promise<readonly (Place | undefined)[]>;

/** Where a reader meets something in a document of a format. */
export interface Place {
  /** In words: "visible text", "attribute alt", "comment". */
  readonly surface: string;
  /** A CSS selector of the element, the path of a value in JSON, the name of a value in a script, the property of a style sheet. */
  readonly element?: string;
  /** Whether a visitor of the page sees it without looking for it, where that can be told. */
  readonly isVisible?: boolean;
}

/** A part of a document: a segment whose bytes need not be in memory. */
export interface Part extends Omit<Segment, "bytes"> {
  readonly bytes: Bytes;
  /** Where it is a document of its own, in another or not: what it is called, or nothing. It may be of a format then. */
  readonly name?: Buffer;
  /** Whether it is an entry of an archive, and its name is what a reader gets when it is unpacked. */
  readonly isEntry?: true;
  /** Whether only what stands beside it says that it is a document: where it is none of its format, nothing is left out. */
  readonly isGuess?: true;
}

/** Something in a part of a document that was not searched. */
export interface Failure {
  readonly part: Segment["part"];
  /** Without any text of the document. */
  readonly reason: string;
  /** Where what could not be parsed was searched as the bytes that it is; otherwise the check is not complete. */
  readonly kind?: "skipped";
}

/** A document is not of the format that its name says. Its message is fit to be shown: it holds no text of the document. */
export class Unparsed extends Error {
  constructor(reason: string) {
    super(reason);
    this.name = "Unparsed";
  }
}

/** Something is larger than it may be: a failure of the check. Its message is fit to be shown. */
export class TooLarge extends Error {
  constructor(reason: string) {
    super(reason);
    this.name = "TooLarge";
  }
}
