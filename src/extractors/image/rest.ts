import type { Range } from "../../model/range.ts";
import { innerPart, surfaceIn } from "../inner.ts";
import { sliceOf } from "../slice.ts";
import { type Block, blockIn } from "../values.ts";
import type { Picture } from "./picture.ts";

/** What stands behind the end of a picture: the video of a moving photo, further pictures, an archive. */
export function addRest(picture: Picture, block: Block, from: number): void {
  addInner(picture, block, "behind the picture", { start: from, end: block.bytes.length });
}

/** A document in a picture. Its first bytes say what it is. */
export function addInner({ of, inner }: Picture, block: Block, surface: string, range: Range): void {
  if (range.end - range.start < least || range.end > block.bytes.length) return;
  const bytes = sliceOf(block.bytes, range.start, range.end);
  const isVideo = bytes.toString("latin1", 4, 8) === "ftyp";
  inner.push(
    innerPart(of, {
      ...blockIn(block, bytes, range),
      surface: surfaceIn(of, surface),
      name: Buffer.from(isVideo ? "video.mp4" : ""),
    }),
  );
}

/** In bytes: nothing shorter is a document. */
const least = 16;
