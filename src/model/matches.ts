/**
 * What `String.matchAll` gives of a pattern with the flag `g`, all at once. That one searches with a copy of the pattern, which costs more than a search
 * of most windows, and a pattern with letters of all alphabets some milliseconds each time that V8 has forgotten what it made of the copy before.
 */
export function matchesOf(text: string, pattern: RegExp): RegExpExecArray[] {
  const matches: RegExpExecArray[] = [];
  pattern.lastIndex = 0;
  for (let match = pattern.exec(text); match !== null; match = pattern.exec(text)) {
    matches.push(match);
    if (match[0] === "") pattern.lastIndex += pattern.unicode ? widthAt(text, pattern.lastIndex) : 1;
  }
  return matches;
}

/** In units of UTF-16. */
function widthAt(text: string, at: number): number {
  return (text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1;
}
