import type { Word } from "./runs.ts";

/**
 * Whether a last name and a first name behind it are of two people in a list: `Robert Public, Jane Fletcher`. Beside each of them stands another
 * name then. `Public, Jane; Fletcher, Robert` has none there.
 */
export function isOfTwoPeople(window: readonly Word[], text: string): boolean {
  const [first, last] = [window[0], window.at(-1)];
  if (first === undefined || last === undefined) return false;
  const isListed = window.some((word, index) => {
    const next = window[index + 1];
    return next !== undefined && between.test(text.slice(word.end, next.start));
  });
  if (!isListed) return false;
  const [before = ""] = nameBefore.exec(text.slice(Math.max(0, first.start - context), first.start)) ?? [];
  return before !== "" && !title.test(before) && nameBehind.test(text.slice(last.end, last.end + context));
}

const context = 40;

/** What stands between two items, or cells, or lines. */
const between = /[,;/|(<\n\t\u3001\u2013\u2014]| [-:] |[ \u00A0]{2}/;

/** On the same line, an initial too, and particles. */
const nameBefore = /(?<![\p{L}\p{N}])\p{Lu}[\p{L}\p{M}'\u2019-]{0,30}\.?[ \u00A0](?:\p{Ll}{1,4} ){0,3}$/u;
const nameBehind = /^\.?[ \u00A0](?:\p{Ll}{1,4} ){0,3}\p{Lu}/u;

/** What stands before a last name as well. */
const title =
  /^(?:Dr|Prof|Mrs?|Ms|Miss|Sir|Dame|Herrn?|Frau|Familie|Family|Mme|Mlle|Sra?|Srta|Sig|Dott|Pan|Pani|Dhr|Mevr|Ing|Dipl|Name|Dear)\.? /;
