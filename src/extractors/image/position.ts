import { photoPosition } from "../../model/photo-position.ts";
import type { Range } from "../../model/range.ts";
import type { Block } from "../values.ts";
import type { Picture } from "./picture.ts";

/** Says where a picture was taken. A camera that does not know its place writes none, or nothing but zeros. */
export function addPosition(
  { values }: Picture,
  surface: "EXIF GPS position" | "XMP GPS position" | "video position",
  [latitude, longitude]: readonly [number, number],
  block: Block,
  range?: Range,
): void {
  if (!(Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180)) return;
  if (latitude === 0 && longitude === 0) return;
  values.addText(surface, `${photoPosition}${latitude.toFixed(4)},${longitude.toFixed(4)}`, block, range);
}
