/** Where each brace is closed that is: expressions of MDX, as far as braces tell them. */
export function bracesIn(text: string): ReadonlyMap<number, number> {
  const braces = new Map<number, number>();
  const open: number[] = [];
  for (const { 0: brace, index } of text.matchAll(/[{}]/g)) {
    const start = brace === "{" ? void open.push(index) : open.pop();
    if (start !== undefined) braces.set(start, index);
  }
  return braces;
}
