import type { Bytes } from "../src/model/bytes.ts";
import { type Clues, type Look, noClues } from "../src/model/clues.ts";
import type { Segment } from "../src/model/segment.ts";

/** All clues in some bytes, read to their end. */
export function cluesIn(look: Look, part: Segment["part"], bytes: Bytes): Clues {
  let all = noClues;
  for (let from = 0; ;) {
    const { clues, end, isLast } = look(part, bytes, from);
    if (clues !== undefined) {
      all = {
        sightings: [...all.sightings, ...clues.sightings],
        words: [...all.words, ...clues.words],
        base64: [...all.base64, ...clues.base64],
        wide: [...all.wide, ...clues.wide],
        escapes: [...all.escapes, ...clues.escapes],
        hexadecimal: [...all.hexadecimal, ...clues.hexadecimal],
        gzip: [...all.gzip, ...clues.gzip],
        foreign: [...all.foreign, ...clues.foreign],
        apart: [...all.apart, ...clues.apart],
      };
    }
    if (isLast) return all;
    from = end;
  }
}
