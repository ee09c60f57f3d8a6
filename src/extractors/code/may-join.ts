/** Whether a script may put something together, or has tags in a string: most do neither, and need not be cut into tokens. */
export function mayJoin(script: string): boolean {
  return signs.some((sign) => sign.test(script));
}

const signs: readonly RegExp[] = [
  /["'`][\s)]{0,80}(?:\/\*|(?:\/\/[^\n\r]{0,200}[\n\r]\s{0,80})?\+[\s(]{0,80}(?:["'`]|\/[/*]))|\$\{\s{0,80}[("'`]/,
  /["'`][\s,]{0,80}\][\s.]{0,80}join\b|["'`]\)?[\s.]{0,80}concat\(|\batob\(\s*["'`]/,
  /fromC(?:harCode|odePoint)\b[^\d;]{1,30}\d|Uint8Array\(\s*\[\s*\d/,
  /\\(?:[1-7][0-7]{2}|[\r\n])/,
  /<\/[a-z]|<[a-z][\w-]{0,30}(?:>|\s+[a-z-]{1,30}=)|\\(?:u00|x)3[cC]/,
];
