import type { Steps } from "../model/steps.ts";
import type { Output } from "./output.ts";

/**
 * Masks what must not be read in bytes that come one after the other. What it gives is the bytes as they were, but for what was found.
 */
export interface Masking {
  /** Where bytes can be put; `added` tells how many were. It is only empty while a block is whole. */
  readonly room: Buffer;
  added(count: number): void;
  /** Up to which byte of all that came in everything was given. */
  readonly done: number;
  /** Whether there is enough for the next block. */
  readonly isWhole: boolean;
  /**
   * The next block, masked. What it gives stands in memory that the next call writes to.
   * @throws {Error} if it cannot be searched; nothing of it was given then.
   */
  next(): Steps<Output>;
  /** All that is left. */
  end(): Steps<Output>;
  /** What is there as a whole, for who cannot wait for more. */
  flush(): Steps<Output>;
}
