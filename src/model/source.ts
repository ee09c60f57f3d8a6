import type { Boundary } from "./audience.ts";
import type { Document, Note, Quiet, Unread } from "./document.ts";

/** Gives the documents of one boundary, and says what it could not read. */
export interface Source {
  readonly boundary: Boundary;
  /** Where it goes, when that is known: `git:…`, `telegram:chat:…`. */
  readonly target: string | null;
  /** The part of the items that was given, from 0 to 1; missing, or 0, where that is not known before the end. */
  readonly done?: () => number;
  readonly items: Iterable<Item> | AsyncIterable<Item>;
}

export type Item = Document | Note | Quiet | Unread;
