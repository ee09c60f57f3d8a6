/** What a block begins with: CommonMark 0.31, and MDX. All of them are asked at a place. */
export const heading: RegExp = /#{1,6}(?=[ \t]|$)[ \t]*/my;
export const fence: RegExp = /`{3,}(?=[^`\n]*$)|~{3,}/my;
export const footnote: RegExp = /\[\^[^\s[\]]{1,999}\]:/y;
export const program: RegExp = /import(?=[ \t{*"'])|export(?=[ \t{*])/y;

/** Whether no block begins with it but a paragraph, and programs in MDX. */
export function isLetter(code: number): boolean {
  const low = code | 32;
  return (low >= 97 && low <= 122) || code >= 128;
}

/** Of what an item of a list begins with; 0 where none does. */
export function lengthOfMarker(text: string, at: number): number {
  const first = text.charCodeAt(at);
  let end = at;
  if (first === 45 || first === 42 || first === 43) end++;
  else {
    while (end < at + 9 && isDigit(text.charCodeAt(end))) end++;
    const sign = text.charCodeAt(end);
    if (end === at || (sign !== 46 && sign !== 41)) return 0;
    end++;
  }
  return text.charCodeAt(end) > 32 ? 0 : end - at;
}

function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}

/** What opens a block of code. */
export interface Fence {
  readonly mark: string;
  readonly length: number;
}

/** Whether a line closes a block of code. @param end of the line */
export function isFence(text: string, at: number, end: number, { mark, length }: Fence): boolean {
  let behind = at;
  while (text.charAt(behind) === mark) behind++;
  return behind - at >= length && text.slice(behind, end).trim() === "";
}

/** Whether a line separates. @param end of the line */
export function isThematicBreak(text: string, start: number, end: number): boolean {
  const mark = text.charCodeAt(start);
  if (mark !== 45 && mark !== 42 && mark !== 95) return false;
  let count = 0;
  for (let at = start; at < end; at++) {
    const code = text.charCodeAt(at);
    if (code === mark) count++;
    else if (code > 32) return false;
  }
  return count >= 3;
}

/** Whether a line makes what stands above it a heading. @param end of the line */
export function isUnderline(text: string, start: number, end: number): boolean {
  let at = start;
  const mark = text.charCodeAt(at);
  while (at < end && text.charCodeAt(at) === mark) at++;
  while (at < end && text.charCodeAt(at) <= 32) at++;
  return at === end;
}
