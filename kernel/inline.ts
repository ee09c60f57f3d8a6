import { byteAt, endOfName, isLetter, isListed, placeNames } from "./written";

/** Elements that join what they stand between: see src/denylist/markup.ts. */
const INLINE = memory.data(400);
placeNames(
  INLINE,
  " a abbr acronym b bdi bdo big blink cite code data del dfn em font i ins kbd label mark nobr q ruby s samp small span strike strong sub sup time tspan tt u var wbr",
);

/** Whether an inline element's tag goes on there, behind its first bracket, or a comment. */
export function isInline(at: usize): bool {
  const name = byteAt(at) == 0x2f ? at + 1 : at;
  return byteAt(at) == 0x21 || (isLetter(byteAt(name)) && isListed(INLINE, name, endOfName(name), 0x2020202020202020));
}
