/** A part of what the parser prints with `--help`. */
interface Section {
  readonly title?: string;
  readonly body: string;
}

/** The same in 80 columns, and without what says nothing. */
export function fitted(sections: readonly Section[]): Section[] {
  return sections.map(({ title, body }) => {
    // Of each command the parser says once more that it has help.
    if (title?.startsWith("For more info") === true)
      return { title: "Options of a command", body: "  $ outgate COMMAND --help" };
    const lines = body.split("\n").flatMap(inColumns);
    return { ...(title !== undefined && { title }), body: lines.join("\n") };
  });
}

const columns = 80;

/** A name, and behind it what it is. */
const twoColumns = /^( {2}(?:\S| (?! ))+ {2,})(\S.*)$/;

/** What does not fit behind a name goes on below. */
function inColumns(written: string): string[] {
  // The parser says "default: true" of flags that begin with --no-, which reads as if colours were off.
  const line = written.replace(" (default: true)", "").trimEnd();
  const [, name, told] = twoColumns.exec(line) ?? [];
  if (line.length <= columns || name === undefined || told === undefined) return [line];
  const lines = [name];
  for (const word of told.split(" ")) {
    const last = lines.at(-1) ?? "";
    const isFirst = last.length === name.length;
    if (isFirst || last.length + 1 + word.length <= columns)
      lines[lines.length - 1] = isFirst ? last + word : `${last} ${word}`;
    else lines.push(" ".repeat(name.length) + word);
  }
  return lines;
}
