/**
 * Whether a name, or a part of one, stands for what a reader has to put in its place, or is one that manuals use: `your-tailnet`, `my-bucket`, `foo`, `example`.
 */
export function isMadeUp(name: string): boolean {
  return words.test(name) || /^(?:(.)\1*|.?)$|x{3}|[<>{}$%*]/i.test(name);
}

const words =
  /^amzn-s3-demo|(?:^|[-_.])(?:examples?|sample|placeholder|dummy|foo|bar|baz|qux|foobar|your|change[-_]?me|hostname|contoso|fabrikam)(?:[-_.\d]|$)|^my[-_]|^(?:my|your|some)[-_]?(?:own)?(?:bucket|host|server|project|domain|tailnet|machine|account|app|site|name|id|db|database|cluster|company|org|network)|^(?:the-)?(?:host|bucket|bucket[-_]?name|server[-_]?name|project|project[-_]?id|machine|name|domain|demo|fake|mock|todo|tests?|testing|some|any|abc|xyz|a|b|x|y)\d?$/i;
