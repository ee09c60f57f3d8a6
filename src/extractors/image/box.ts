import type { Range } from "../../model/range.ts";
import type { Block } from "../values.ts";

/** A box of a file in ISO's base media format (ISO 14496-12), which HEIC, AVIF, MP4 and QuickTime are. */
export interface Box {
  readonly name: string;
  /** Without its header. */
  readonly body: Range;
}

/** The boxes from one place to another. The last may go to the end. */
export function* boxesIn({ bytes }: Block, { start, end }: Range): Generator<Box> {
  for (let at = start; at + 8 <= end;) {
    const header = bytes.subarray(at, at + 16);
    const short = header.readUInt32BE(0);
    const isLong = short === 1 && header.length === 16;
    const length = isLong ? Number(header.readBigUInt64BE(8)) : short === 0 ? end - at : short;
    const from = at + (isLong ? 16 : 8);
    if (at + length < from || at + length > end) return;
    yield { name: header.toString("latin1", 4, 8), body: { start: from, end: at + length } };
    at += length;
  }
}
