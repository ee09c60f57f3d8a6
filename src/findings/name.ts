import type { Class } from "../model/class.ts";
import type { Range } from "../model/range.ts";

/** What must not be shown of a name. */
export interface Hidden {
  readonly range: Range;
  readonly class: Class;
}

/**
 * A document's name as reports show it: what was found in it replaced by class and length (`people/[term 18].html`), control
 * and format characters escaped (a terminal would obey them), bytes that are no UTF-8 as `\xff`.
 */
export function displayName(name: Buffer, hidden: readonly Hidden[]): string {
  let shown = "";
  let last = 0;
  for (const { range, class: of } of hidden.toSorted((a, b) => a.range.start - b.range.start)) {
    if (range.end <= last) continue;
    const from = Math.max(range.start, last);
    shown += `${escaped(name.subarray(last, from))}[${of} ${[...name.toString("utf8", from, range.end)].length}]`;
    last = range.end;
  }
  return shown + escaped(name.subarray(last));
}

function escaped(bytes: Buffer): string {
  const text = bytes.toString("utf8");
  if (bytes.every((byte) => byte >= 0x20 && byte < 0x7f)) return text;
  const faithful = Buffer.from(text).equals(bytes);
  return escapeControls(faithful ? text : bytes.toString("latin1").replaceAll(/[\x80-\xff]/g, hexEscape));
}

/** Escapes control characters, and the invisible ones that change the direction or the look of what follows. */
export function escapeControls(text: string): string {
  return text.replaceAll(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, (character) => {
    if (character === "\n") return "\\n";
    if (character === "\t") return "\\t";
    return character <= "\xff" ? hexEscape(character) : `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`;
  });
}

function hexEscape(character: string): string {
  return `\\x${character.charCodeAt(0).toString(16).padStart(2, "0")}`;
}
