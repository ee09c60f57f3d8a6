/** Where a block of HTML ends: before a blank line, or with a line in which something stands. */
export interface HtmlEnd {
  readonly isBlank: boolean;
  readonly isIn: (line: string) => boolean;
}

const beforeBlank: HtmlEnd = { isBlank: true, isIn: () => false };

/** The seven ways in which one begins and how each ends: CommonMark 0.31, 4.6. */
const kinds: readonly { readonly start: RegExp; readonly end: RegExp }[] = [
  { start: /<(?:pre|script|style|textarea)(?=[\s>]|$)/iy, end: /<\/(?:pre|script|style|textarea)>/i },
  { start: /<!--/y, end: /-->/ },
  { start: /<\?/y, end: /\?>/ },
  { start: /<![a-z]/iy, end: />/ },
  { start: /<!\[CDATA\[/y, end: /\]\]>/ },
];

const ofBlock =
  /<\/?(?:address|article|aside|base|basefont|blockquote|body|caption|center|col|colgroup|dd|details|dialog|dir|div|dl|dt|fieldset|figcaption|figure|footer|form|frame|frameset|h[1-6]|head|header|hr|html|iframe|legend|li|link|main|menu|menuitem|nav|noframes|ol|optgroup|option|p|param|search|section|summary|table|tbody|td|tfoot|th|thead|title|tr|track|ul)(?=\s|\/?>|$)/iy;

const ofOneTag =
  /^(?:<[a-z][a-z\d-]*(?:\s+[a-z_:][\w.:-]*(?:\s*=\s*(?:[^\s"'=<>`]+|'[^']*'|"[^"]*"))?)*\s*\/?|<\/[a-z][a-z\d-]*\s*)>\s*$/i;

/** Longer lines are not asked whether they are one tag. */
const longest = 4096;

/** How the block of HTML ends that begins there; undefined where none does. @param inParagraph whether the line could go on a paragraph */
export function htmlStartAt(text: string, at: number, end: number, inParagraph: boolean): HtmlEnd | undefined {
  if (text.charCodeAt(at) !== 60) return undefined;
  for (const { start, end: ends } of kinds) {
    start.lastIndex = at;
    if (start.test(text)) return { isBlank: false, isIn: (line) => ends.test(line) };
  }
  ofBlock.lastIndex = at;
  if (ofBlock.test(text)) return beforeBlank;
  const isTag = !inParagraph && end - at < longest && ofOneTag.test(text.slice(at, end));
  return isTag ? beforeBlank : undefined;
}
