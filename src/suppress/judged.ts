import type { Document } from "../model/document.ts";
import type { Finding } from "../model/finding.ts";
import type { Range } from "../model/range.ts";
import type { Found } from "../search/run.ts";

/** One document with what was found in it. */
export interface Judged {
  readonly document: Document;
  /** As reports show it. */
  readonly name: string;
  /** All that was found, in order. */
  readonly found: readonly Found[];
  /** What the policy says of those that the change brings. */
  readonly brought: ReadonlyMap<Found, Finding | undefined>;
  readonly isNew: (part: "name" | "contents", range: Range) => boolean;
  /** Whether a comment may stand in it; of all others none is looked for. */
  readonly isMarked: boolean;
}
