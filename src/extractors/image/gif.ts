import type { Range } from "../../model/range.ts";
import { take } from "../inflate.ts";
import { type Block, blockIn } from "../values.ts";
import type { Reader } from "./picture.ts";
import { addRest } from "./rest.ts";
import { readXmp } from "./xmp.ts";

/** Blocks behind a screen and its colours: the GIF89a specification, https://www.w3.org/Graphics/GIF/spec-gif89a.txt. */
export const readGif: Reader = (picture, block) => {
  const { bytes } = block;
  const byte = (at: number): number => bytes.subarray(at, at + 1)[0] ?? 0;
  let at = 13 + coloursOf(byte(10));
  while (at < bytes.length) {
    const kind = byte(at);
    if (kind === trailer) {
      addRest(picture, block, at + 1);
      return true;
    }
    if (kind === imageBlock) {
      at = endOfPieces(block, at + 11 + coloursOf(byte(at + 9)));
      continue;
    }
    if (kind !== extension) return false;
    const label = byte(at + 1);
    const pieces: Range[] = [];
    const end = endOfPieces(block, at + 2, (piece) => {
      take(picture.room, costOfPiece);
      pieces.push(piece);
    });
    if (label === commentLabel) addPieces("GIF comment", pieces);
    // What comes first in it says where the text is shown.
    if (label === plainLabel) addPieces("GIF text", pieces.slice(1));
    const [application] = pieces;
    if (label === applicationLabel && application !== undefined) {
      const start = application.end;
      // XMP stands there as it is, without the lengths of pieces.
      if (bytes.toString("latin1", application.start, start) === "XMP DataXMP")
        readXmp(picture, blockIn(block, Buffer.from(bytes.subarray(start, end)), { start, end }));
    }
    at = end;
  }
  return false;

  function addPieces(surface: string, pieces: readonly Range[]): void {
    const [first] = pieces;
    const last = pieces.at(-1);
    if (first === undefined || last === undefined) return;
    if (pieces.length === 1) {
      picture.values.addBytes(surface, block, first);
      return;
    }
    const text = pieces.map(({ start, end }) => bytes.toString("latin1", start, end)).join("");
    picture.values.addText(surface, Buffer.from(text, "latin1").toString(), block, {
      start: first.start,
      end: last.end,
    });
  }
};

const extension = 0x21;
const imageBlock = 0x2c;
const trailer = 0x3b;
const commentLabel = 0xfe;
const plainLabel = 1;
const applicationLabel = 0xff;

/** How many bytes a table of colours has. */
function coloursOf(flags: number): number {
  return flags & 0x80 ? 3 * 2 ** ((flags & 7) + 1) : 0;
}

/** In bytes of room: one of a byte comes to much more in memory. */
const costOfPiece = 64;

/** Behind pieces of up to 255 bytes, each behind its length, up to one of none. */
function endOfPieces({ bytes }: Block, from: number, add?: (piece: Range) => void): number {
  for (let at = from; at < bytes.length;) {
    const length = bytes.subarray(at, at + 1)[0] ?? 0;
    if (length === 0) return at + 1;
    add?.({ start: at + 1, end: Math.min(bytes.length, at + 1 + length) });
    at += 1 + length;
  }
  return bytes.length;
}
