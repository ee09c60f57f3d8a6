import type { Edit } from "./edits.ts";
import { endAt } from "./other-values.ts";
import { endOfQuoted, quoteBefore } from "./quote.ts";
import type { Span } from "./spans.ts";

/** Where in a text ends what was masked right before it; the length of the text where it goes on behind that, too. */
export type OpenEnd = (text: string) => number;

/**
 * What ends a masked text that went on behind what could be searched with its piece: of a value that is named as a secret its quotation mark, or
 * its line where it has none and more than one word; of all else a space.
 * @param last what was replaced there
 * @param isJson whether that stands in a string of JSON
 */
export function openEndOf(held: Buffer, last: Edit, spans: readonly Span[], isJson: boolean): OpenEnd {
  const span = spans.findLast(({ start }) => start <= last.start);
  if (span?.isNamed !== true) return endOfWord;
  const from = Math.max(0, span.start - 40);
  const quote = quoteBefore(held.toString("latin1", from, span.start), span.start - from);
  if (quote !== undefined) return (text) => endOfQuoted(text, 0, quote);
  if (!held.subarray(span.start, span.end).includes(" ")) return endOfWord;
  return isJson ? endOfLineInJson : endOfLine;
}

const endOfWord: OpenEnd = (text) => endAt(text, /[\s"]/g, 0);
const endOfLine: OpenEnd = (text) => endAt(text, /[\r\n]/g, 0);
const endOfLineInJson: OpenEnd = (text) => endAt(text, /[\r\n]|\\[rn]|(?<!\\)"/g, 0);
