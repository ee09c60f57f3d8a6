import { countBefore, type Range } from "../model/range.ts";
import type { Part } from "./format.ts";
import { waysBack } from "./layer.ts";

/** A document that stands in base64 in another, on one line or on several. @param name what tells its format, where its first bytes do not */
export function documentIn(of: Part, bytes: Buffer, { start, end }: Range, name: string): Part {
  const written = bytes.toString("latin1", start, end);
  // Most hold nothing, and then nobody asks for places.
  let breaks: ReturnType<typeof breaksIn> | undefined;
  const place = (character: number): number =>
    start + character + countBefore((breaks ??= breaksIn(written)), character + 1);
  const toOuter = (range: Range): Range => ({
    start: place(Math.floor((range.start * 4) / 3)),
    end: Math.min(end, place(Math.ceil((range.end * 4) / 3) - 1) + 1),
  });
  return {
    part: of.part,
    surface: `base64 in ${of.surface}`,
    bytes: Buffer.from(written, "base64"),
    name: Buffer.from(name),
    isGuess: true,
    ...waysBack(of, toOuter),
  };
}

/** Blanks, each by how many characters of base64 stand before it. */
function breaksIn(written: string): readonly Pick<Range, "start">[] {
  return Array.from(written.matchAll(/\s/g), ({ index }, count) => ({ start: index - count }));
}
