import type { Document } from "../model/document.ts";
import type { Finding } from "../model/finding.ts";
import type { Range } from "../model/range.ts";
import type { Found } from "../search/run.ts";

/** One document with what was found in it. */
export interface Undecided {
  readonly document: Document;
  /** As reports show it. */
  readonly name: string;
  /** In order of place. */
  readonly found: readonly Found[];
  /** Those of them that stand for more of their kind: neither a comment nor the baseline lets through what was not told. */
  readonly further: readonly Found[];
  /** Whether a comment may stand in it; of all others none is looked for. */
  readonly isMarked: boolean;
}

export interface Judged extends Undecided {
  /** What the policy says of those that the change brings. */
  readonly brought: ReadonlyMap<Found, Finding | undefined>;
  readonly isNew: (part: "name" | "contents", range: Range) => boolean;
}
