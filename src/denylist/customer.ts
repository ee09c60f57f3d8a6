import { isCommonWord } from "./common-words.ts";
import { normalForm } from "./normal-form.ts";

/** The name of a company with its legal form, and without it where what is left is more than a common word. */
export function customerForms(text: string): readonly string[] {
  const words = normalForm(text);
  const rest = withoutLegalForm(words);
  if (rest.length === words.length || rest.length === 0) return [text];
  const [only = "", second] = rest;
  const names = second === undefined && isCommonWord(only) ? [] : [rest.join(" ")];
  const legal = words.slice(rest.length).join("");
  return [text, `${rest.join(" ")} ${legal}`, ...names];
}

function withoutLegalForm(words: readonly string[]): readonly string[] {
  for (let count = Math.min(4, words.length - 1); count > 0; count--) {
    if (legalForms.has(words.slice(-count).join(""))) return withoutLegalForm(words.slice(0, -count));
  }
  return words;
}

/** Their letters in a row: `S. A.` is `sa`. */
const legalForms: ReadonlySet<string> = new Set(
  (
    "ab ag aps as asa bv co company corp corporation doo eg eingetragenerverein ev gbr ggmbh gk gmbh gmbhco gmbhcokg " +
    "haftungsbeschrankt inc incorporated kft kg kgaa kk limited llc llp lp ltd ltda mbh nv ohg ood oy oyj plc ptyltd pvtltd pty pte pvt " +
    "sa sarl sas se sl slu spa spzoo sro srl stiftung ug ооо оао зао ao ae epe"
  )
    .split(" ")
    .flatMap((form) => normalForm(form)),
);
