import type { Range } from "../model/range.ts";

/**
 * Whether what stands behind the name of a secret is none: it tells how many there are or how wide something is (`secrets=7`, `pass=12 fail=0`,
 * `pw=3.2`), or is the version of a package that is called so.
 */
export function isHarmless(text: string, { start, end }: Range, value: Range): boolean {
  const own = text.slice(value.start, Math.min(value.end, value.start + 64));
  if (!/^[~^<>=v-]{0,3}\d/.test(own)) return false;
  const name = text.slice(start, end);
  if (/^[~^<>=v]{0,3}\d{1,9}\.\d{1,9}\.\d{1,9}[\w.+-]{0,20}$/.test(own)) return /^@|[/-]/.test(name);
  if (!/^-?\d{1,9}(?:\.\d{1,6})?$/.test(own) || !directly.test(text.slice(end, value.start))) return false;
  return (
    /(?:tokens|secrets|cookies|credentials|creds|passwords)$/i.test(name) ||
    (own.length < 5 && /^(?:pass|pw)$/i.test(name))
  );
}

/** And not in a list or an object behind the name. */
const directly = /^\\{0,127}["'`]?\]?\s{0,8}(?:=>?|:)\s{0,8}$/;
