/** A quotation mark with the backslashes in front of it: JSON in a string of JSON has `\"`, one deeper `\\\"`. */
export type Quote = string;

const quotes = new Set(['"', "'", "`"]);

/** The quotation mark that begins at a place. */
export function quoteFrom(text: string, at: number): Quote | undefined {
  let end = at;
  while (end - at < 128 && text.charAt(end) === "\\") end++;
  return quotes.has(text.charAt(end)) ? text.slice(at, end + 1) : undefined;
}

/** The quotation mark that ends right before a place. */
export function quoteBefore(text: string, at: number): Quote | undefined {
  if (at === 0 || !quotes.has(text.charAt(at - 1))) return undefined;
  let start = at - 1;
  while (at - start < 128 && text.charAt(start - 1) === "\\") start--;
  return text.slice(start, at);
}

/** `'it''s'`, as SQL, YAML and CSV have a quotation mark in a quoted text. */
function isDoubled(text: string, at: number, start: number): boolean {
  return at > start && text.charAt(at + 1) === text.charAt(at) && /[A-Za-z\d]/.test(text.charAt(at + 2));
}

/**
 * Where a quoted text ends that began with such a mark: before its closing mark, or at the end. At a depth of n backslashes every quotation mark
 * inside has more of them, and a backslash at the end of the text itself is written as 2n + 2.
 */
export function endOfQuoted(text: string, start: number, quote: Quote): number {
  const mark = quote.at(-1) ?? "";
  const depth = quote.length - 1;
  for (let at = text.indexOf(mark, start); at !== -1; at = text.indexOf(mark, at + 1)) {
    if (depth === 0 && isDoubled(text, at, start)) {
      at++;
      continue;
    }
    let count = 0;
    while (at - count > start && text.charAt(at - count - 1) === "\\") count++;
    if (count % (2 * depth + 2) === depth) return at - depth;
  }
  return text.length;
}
