/** Words with white space between them. The set is made when it is asked first: most runs that load a detector never ask. */
export function wordSet(words: string): Pick<ReadonlySet<string>, "has"> {
  let made: ReadonlySet<string> | undefined;
  return { has: (word) => (made ??= new Set(words.trim().split(/\s+/))).has(word) };
}
