/** Breaks a text between words so that its lines, with their indentation, fit 80 columns. */
export function wrap(line: string, indent: string): string[] {
  const lines: string[] = [];
  let current = indent;
  for (const word of line.split(" ")) {
    if (current.length > indent.length && current.length + word.length > 79) {
      lines.push(current.trimEnd());
      current = indent;
    }
    current += `${word} `;
  }
  return [...lines, current.trimEnd()];
}
