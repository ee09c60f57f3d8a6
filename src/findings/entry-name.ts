import { classOf, type RuleId } from "../model/class.ts";
import { entryArrow, entryNames } from "../model/segment.ts";
import { escapeControls } from "./name.ts";

/** Something found, whose surface may hold names of entries of archives as they stand there. */
interface InEntry {
  readonly surface: string;
  readonly text: Buffer;
  readonly detector: { readonly id: RuleId };
}

/**
 * The same with surfaces that may be shown: what was found in names of entries is masked in them, as it is in names of documents, and they
 * are no longer than a line. What was found encoded in a name, or where names were not searched to their end, the names are not shown at all.
 * @param isSafe whether everything was searched
 */
export function withEntryNames<T extends InEntry>(found: readonly T[], isSafe: boolean): readonly T[] {
  if (!found.some(({ surface }) => surface.includes(entryArrow))) return found;
  const inNames = found.filter(({ surface }) => surface.includes(entryNames));
  const isPlain = inNames.every(({ surface }) => plainly.test(surface));
  const hidden = inNames
    .filter(({ detector }) => classOf(detector.id) !== "artifact")
    .map(({ text, detector }) => ({ text: text.toString(), class: classOf(detector.id) }))
    .toSorted((a, b) => b.text.length - a.text.length);
  return found.map((one) => {
    const at = one.surface.indexOf(entryArrow);
    if (at === -1) return one;
    let path = isSafe && isPlain ? one.surface.slice(at + entryArrow.length) : "[an entry]";
    for (const { text, class: of } of hidden) path = path.replaceAll(text, `[${of} ${[...text].length}]`);
    const shown = escapeControls(path);
    const cut = shown.length > longestPath ? `…${shown.slice(-longestPath)}` : shown;
    return { ...one, surface: `${one.surface.slice(0, at)}${entryArrow}${cut}` };
  });
}

const plainly = new RegExp(String.raw`^\w+ ${entryNames}`);

const longestPath = 160;
