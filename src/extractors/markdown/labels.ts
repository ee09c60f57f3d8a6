/** What stands before a definition in its line: quotes, lists. Longer ones, in bytes, are none. */
const before = /^[ \t>*+-]*(?:\d{1,9}[.)][ \t]+)?\[((?:[^[\]\\]|\\.){1,999})$/;
const longest = 1100;

/** Of a text that defines more, no others are known. */
export const mostLabels: number = 1 << 18;

/** The labels that a text defines, for links and footnotes, in their normal form. */
export function labelsIn(text: string): ReadonlySet<string> {
  const labels = new Set<string>();
  let endOfLine = -1;
  for (let at = text.indexOf("]:"); at !== -1 && labels.size < mostLabels; at = text.indexOf("]:", at + 2)) {
    // A line defines one.
    if (at < endOfLine) continue;
    const written = text.slice(Math.max(endOfLine, at - longest, 0), at);
    const next = text.indexOf("\n", at);
    endOfLine = next === -1 ? text.length : next;
    const label = before.exec(written.slice(written.lastIndexOf("\n") + 1))?.[1];
    if (label !== undefined) labels.add(normalLabel(label));
  }
  return labels;
}

/** In which labels are compared: CommonMark 0.31, 4.7. */
export function normalLabel(label: string): string {
  return label.trim().replaceAll(/\s+/g, " ").toLowerCase();
}
