import type { Range } from "./range.ts";

/** What a detector yields. Ranges are offsets into the window. */
export interface Match {
  readonly range: Range;
  /** From 0 to 1; 1 where it is missing. */
  readonly confidence?: number;
  /** The detector knows the format and rejects the value: it is no finding, whoever else reports it. */
  readonly placeholder?: true;
  /** A fixed text of the detector's, added to its summary. */
  readonly variant?: string;
}
