import { BREAKS_OUT, IS_BREAK, IS_FONT, IS_OF_MATH, IS_OF_SVG, IS_ROOT, flagsOf } from "./elements";
import { hasFontAttribute } from "./attributes";
import { FOREIGN, MOST_FOREIGN } from "./memory";

/** What of `svg` and `math` is open, and what of HTML in them. More that stand in each other are read as if they were closed. */
let depth: u32 = 0;

export function leaveForeign(): void {
  depth = 0;
}

/** Whether text is in `svg` or `math`. */
export function isForeign(): bool {
  return depth > 0 && (flagsOf(innermost()) & IS_ROOT) != 0;
}

function innermost(): u32 {
  return load<u8>(FOREIGN + depth - 1);
}

/** A start tag. @returns whether the element is one of `svg` or `math`, of which only their own rules hold */
export function enterForeign(element: u32, isSelfClosing: bool): bool {
  const flags = flagsOf(element);
  if (isForeign()) {
    if ((flags & BREAKS_OUT) == 0 && !((flags & IS_FONT) != 0 && hasFontAttribute())) {
      const root = flagsOf(innermost());
      const isKnown = (flags & IS_ROOT) != 0 || (flags & root & (IS_OF_SVG | IS_OF_MATH)) != 0;
      if (isKnown && !isSelfClosing) push(element);
      return true;
    }
    breakOut();
  }
  if ((flags & IS_ROOT) != 0 && !isSelfClosing) push(element);
  return false;
}

function push(element: u32): void {
  if (depth < MOST_FOREIGN) store<u8>(FOREIGN + depth++, <u8>element);
}

/** An end tag. */
export function endForeign(element: u32): void {
  const flags = flagsOf(element);
  if ((flags & (IS_ROOT | IS_OF_SVG | IS_OF_MATH)) != 0) {
    for (let open = depth; open > 0; open--) {
      if (load<u8>(FOREIGN + open - 1) != <u8>element) continue;
      depth = open - 1;
      return;
    }
  }
  if ((flags & IS_BREAK) != 0 && isForeign()) breakOut();
}

function breakOut(): void {
  while (isForeign()) depth--;
}
