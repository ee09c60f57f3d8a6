import type { Bytes } from "./bytes.ts";
import type { Class } from "./class.ts";
import type { Range } from "./range.ts";
import type { Segment } from "./segment.ts";
import type { Share } from "./shard.ts";

/** One named thing as found: its bytes, its name, how it was reached, which of its lines are new. */
export interface Document extends Share {
  readonly kind: "document";
  /** The name as bytes: git's and Linux's file names need not be UTF-8. */
  readonly name: Buffer;
  /** Whether the name is text that leaves with the document, such as a path; "commit message" is only a label. */
  readonly nameLeaves: boolean;
  /** Whether it is a text that nobody opens as a file, such as a message: then it has no format, whatever it begins like. */
  readonly isText?: true;
  /** Gives what only documents of its kind hide: texts that a log has as lists of bytes, a message as its readers see it. */
  readonly hidden?: (bytes: Bytes) => Iterable<Omit<Segment, "bytes"> & { readonly bytes: Bytes }>;
  /** Tells where a reader of its kind meets what was found, one for each range or none; asked where something was found. */
  readonly places?: (bytes: Bytes, ranges: readonly Range[]) => Promise<readonly (PlaceInDocument | undefined)[]>;
  /** They can be asked for as long as no other document was. */
  readonly bytes: Bytes;
  /** The classes that are looked for; all of them where it is missing. */
  readonly classes?: readonly Class[];
  /** What stood there before the change; everything is new where it is missing. */
  readonly before?: Before;
  /** The commit, or the annotated tag, that brings it: a full id. */
  readonly commit?: string;
  /** Whether its contents were not read, because an earlier check found nothing in them. */
  readonly isKnown?: true;
  /** Keeps for later checks that nothing was found in the contents; missing where that is not kept. */
  readonly remember?: () => void;
}

/** Where a reader meets something in a document. */
export interface PlaceInDocument {
  /** In words: "journal field". */
  readonly surface: string;
  /** What that is called there: the name of a field, the path of a value. */
  readonly element?: string;
}

/** What the parents of a change hold in a document's place. */
export interface Before {
  /** Whether a parent has a file of this name. */
  readonly name: boolean;
  /** The contents that the parents have under this name. Read only when there is a finding. */
  readonly contents: () => readonly Buffer[];
}

/** Something that should have been read. `failed`: the check is incomplete. `skipped`: said, and nothing more. */
export interface Unread extends Share {
  readonly kind: "failed" | "skipped";
  readonly name: Buffer;
  readonly nameLeaves: boolean;
  /** Why, without any text of the document. */
  readonly reason: string;
}

/** A document that was searched before its turn came, and in which nothing is: it only counts. */
export interface Quiet {
  readonly kind: "quiet";
  /** How many. */
  readonly bytes: number;
  readonly segments: number;
}

/** Something that a reader of the verdict has to know of what was checked. */
export interface Note {
  readonly kind: "note";
  /** A sentence, without any text of what was checked. */
  readonly text: string;
}
