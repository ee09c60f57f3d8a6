import type { Range } from "../../model/range.ts";
import { copied } from "../slice.ts";
import type { Block } from "../values.ts";
import { boxesIn } from "./box.ts";

/** What stands in a picture beside what it shows. */
interface Item {
  readonly kind: "EXIF" | "XMP";
  /** Where it stands in the file. */
  readonly pieces: readonly Range[];
}

/** An item has no more pieces than that, and a picture no more items. */
const mostPieces = 64;
const mostItems = 4096;

/** The items of EXIF and XMP that the box `meta` of a picture tells: ISO 14496-12, 8.11. */
export function itemsOf(block: Block, meta: Range): Item[] {
  const boxes = new Map(
    [...boxesIn(block, { start: meta.start + 4, end: meta.end })].map(({ name, body }) => [name, body]),
  );
  const [infos, locations] = [boxes.get("iinf"), boxes.get("iloc")];
  if (infos === undefined || locations === undefined) return [];
  const kinds = kindsIn(block, infos);
  if (kinds.size === 0) return [];
  return piecesOf(copied(block.bytes, locations.start, locations.end), boxes.get("idat")).flatMap(({ id, pieces }) => {
    const kind = kinds.get(id);
    const inside = pieces.filter(({ start, end }) => start < end && end <= block.bytes.length);
    return kind === undefined || inside.length === 0 ? [] : [{ kind, pieces: inside }];
  });
}

function kindsIn(block: Block, { start, end }: Range): Map<number, Item["kind"]> {
  const kinds = new Map<number, Item["kind"]>();
  const version = block.bytes.subarray(start, start + 1)[0] ?? 0;
  for (const { name, body } of boxesIn(block, { start: start + (version === 0 ? 6 : 8), end })) {
    if (name !== "infe") continue;
    const info = block.bytes.subarray(body.start, Math.min(body.end, body.start + 512));
    const wide = info[0] === 3;
    if (info.length < (wide ? 14 : 12) || (info[0] !== 2 && !wide)) continue;
    const at = wide ? 8 : 6;
    const type = info.toString("latin1", at + 2, at + 6);
    const id = wide ? info.readUInt32BE(4) : info.readUInt16BE(4);
    if (type === "Exif") kinds.set(id, "EXIF");
    else if (type === "mime" && info.includes("application/rdf+xml")) kinds.set(id, "XMP");
  }
  return kinds;
}

interface Location {
  readonly id: number;
  readonly pieces: Range[];
}

/** @param data the box of small items, which some places count from */
function piecesOf(bytes: Buffer, data: Range | undefined): Location[] {
  const locations: Location[] = [];
  let at = 4;
  const next = (size: number): number => {
    const value = size === 0 || at + size > bytes.length ? 0 : Number(`0x${bytes.toString("hex", at, at + size)}`);
    at += size;
    return value;
  };
  const version = bytes[0] ?? 0;
  const sizes = next(2);
  const [offsetSize, lengthSize, baseSize, indexSize] = [sizes >> 12, (sizes >> 8) & 15, (sizes >> 4) & 15, sizes & 15];
  const count = next(version < 2 ? 2 : 4);
  for (let item = 0; item < Math.min(count, mostItems) && at < bytes.length; item++) {
    const id = next(version < 2 ? 2 : 4);
    const method = version === 0 ? 0 : next(2) & 15;
    next(2); // which file it is in: this one
    const from = next(baseSize) + (method === 1 ? (data?.start ?? 0) : 0);
    const pieces: Range[] = [];
    for (let piece = next(2); piece > 0 && at < bytes.length; piece--) {
      if (version > 0) next(indexSize);
      const start = from + next(offsetSize);
      const length = next(lengthSize);
      if (pieces.length < mostPieces) pieces.push({ start, end: start + length });
    }
    locations.push({ id, pieces });
  }
  return locations;
}
