import type { Failure, Part } from "../format.ts";
import type { Room } from "../gzip.ts";
import type { Block, Values } from "../values.ts";

/** A picture or a video that is read. */
export interface Picture {
  readonly of: Part;
  /** What stands in it under names. */
  readonly values: Values;
  readonly room: Room;
  /** Documents in it, such as a preview. */
  readonly inner: (Part | Failure)[];
}

/** Reads what stands in a picture beside what it shows. Gives false where its bytes are damaged. */
export type Reader = (picture: Picture, block: Block) => boolean;
