/**
 * How sure it is that a marker was inserted by a program, 0.7, or only looks like it, 0.5; undefined where it is quoted: in code, in a
 * string, as the name of a thing in a sentence.
 */
export function insertedIn(text: string, match: RegExpExecArray): number | undefined {
  const end = match.index + match[0].length;
  const before = text.slice(Math.max(0, match.index - 48), match.index);
  const behind = text.slice(end, end + 48);
  // A program's string has no line break: it is a value of JSON, as its reader sees it.
  if (/(?<!["'`])"$/.test(before) && /^\r?\n/.test(behind)) return 0.7;
  const isQuoted =
    /[`"'/\\|(=,]\s?$/.test(before) ||
    /^\s?[`"'/\\|),;]/.test(behind) ||
    /^\s{0,3}(?:\/\/|\/?\*|#)[^\n]*$/m.test(before.slice(before.lastIndexOf("\n") + 1));
  if (isQuoted) return undefined;
  if (/(?:^|\n)[>\s]{0,8}$/.test(before) && /^\s{0,4}\r?\n/.test(behind)) return 0.7;
  return begins.test(Buffer.from(behind, "latin1").toString()) ? 0.5 : undefined;
}

/** A line, a sentence or data, in whatever letters; where those have no case, what is said of a tag begins with its name. */
const begins = /^[ \t]{0,2}(?:\r?\n|[\p{Lu}\d{[]|(?!标签|標籤|标记|標記|タグ|태그)\p{Lo})/u;
