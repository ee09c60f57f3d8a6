/**
 * The source of a pattern: so many characters of base64, as they stand or as URLs (`%2B`), PHP's JSON (`\/`) and .NET's
 * (`\u002B`) escape them.
 */
export function base64Run(count: number): string {
  return String.raw`(?:[A-Za-z0-9+/]|%2[BFbf]|\\/|\\u002[BFbf]){${count}}`;
}

/** One or two `=` behind it, which the same writers escape. */
export function base64Padding(count: 1 | 2): string {
  return String.raw`(?:=|%3[Dd]|\\u003[Dd]){${count}}`;
}

/** What was escaped. */
export function unescaped(value: string): string {
  return value
    .replaceAll(/%([0-9A-Fa-f]{2})|\\u00([0-9A-Fa-f]{2})/g, (_, url: string | undefined, json: string | undefined) =>
      String.fromCharCode(Number.parseInt(url ?? json ?? "", 16)),
    )
    .replaceAll("\\/", "/");
}
