import { photoPosition } from "../../model/photo-position.ts";
import { rangeOf } from "../../model/range.ts";
import type { Detector } from "../detector.ts";

/**
 * Where a photo or a video was taken: mostly somebody's home. The extractors write it, from EXIF, from XMP, and from the atoms of a
 * video.
 */
export const photoPositionInFile: Detector = {
  id: "artifact/photo-position",
  summary: "Position where a photo was taken",
  remedy:
    "Save the photo without its position: `exiftool -gps:all= -xmp:geotag= FILE`, or the export of the program that it comes from.",
  trigger: { literals: [photoPosition] },

  *detect(window) {
    for (const match of window.matchAll(position)) yield { range: rangeOf(match) };
  },

  examples: [`${photoPosition}«52.5163,13.3777»`, `${photoPosition}«-33.8568,151.2153»\n`, `${photoPosition}at home`],
};

const position = new RegExp(String.raw`(?<=${photoPosition})-?\d{1,3}\.\d{1,8},-?\d{1,3}\.\d{1,8}`, "g");
