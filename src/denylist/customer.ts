import { isCommonWord } from "./common-words.ts";
import { hasUnspaced, normalForm } from "./normal-form.ts";

/** The name of a company with its legal form, and without it where what is left tells something. */
export function customerForms(text: string): readonly string[] {
  const words = normalForm(text);
  const front = withoutLegalForm(words);
  const rest = withoutFormBefore(front, /\p{Script=Cyrillic}/u.test(text) ? cyrillicBefore : formsBefore);
  if (rest.length === words.length || rest.length === 0) return [text];
  const legal = words.slice(front.length).join("");
  return [text, ...(legal === "" ? [] : [`${front.join(" ")} ${legal}`]), ...(isTelling(rest) ? [rest.join(" ")] : [])];
}

/** More than a common word, or than two characters of a script without spaces, which are often one. */
function isTelling(words: readonly string[]): boolean {
  const [only = "", second] = words;
  if (hasUnspaced(words.join(""))) return words.length > 2;
  return second !== undefined || !isCommonWord(only);
}

/** Of so many words a legal form has most: characters of Chinese are each one. */
const longestForm = 6;

function withoutLegalForm(words: readonly string[]): readonly string[] {
  for (let count = Math.min(longestForm, words.length - 1); count > 0; count--) {
    if (legalForms.has(words.slice(-count).join(""))) return withoutLegalForm(words.slice(0, -count));
  }
  return words;
}

/** Where it stands in front: `ООО «…»`, `UAB …`, `株式会社…`. */
function withoutFormBefore(words: readonly string[], forms: ReadonlySet<string>): readonly string[] {
  for (let count = Math.min(longestForm, words.length - 1); count > 0; count--)
    if (forms.has(words.slice(0, count).join(""))) return words.slice(count);
  return words;
}

/** They stand on either side of the name. */
const eastern = "株式会社 有限会社 合同会社 有限公司 股份有限公司 有限责任公司 주식회사 유한회사 จำกัด".split(" ");

/** Their letters in a row: `S. A.` is `sa`. */
const legalForms: ReadonlySet<string> = new Set(
  (
    "ab ag aps as asa bv co company corp corporation doo eg eingetragenerverein ev gbr ggmbh gk gmbh gmbhco gmbhcokg " +
    "haftungsbeschrankt inc incorporated kft kg kgaa kk limited llc llp lp ltd ltda mbh nv ohg ood oy oyj plc ptyltd pvtltd pty pte pvt " +
    "sa sarl sas se sl slu spa spzoo sro srl stiftung ug ооо оао зао ao ae epe"
  )
    .split(" ")
    .concat(eastern)
    .map(normalOf),
);

const formsBefore: ReadonlySet<string> = new Set([
  "ooo",
  "oao",
  "zao",
  "uab",
  "pt",
  normalOf("บริษัท"),
  ...eastern.map(normalOf),
]);

/** In Latin letters some of them look like a word: `ТОО`. */
const cyrillicBefore: ReadonlySet<string> = new Set(
  "ооо оао зао пао ао нпо тов пат прат ат тоо одо уп".split(" ").map(normalOf),
);

function normalOf(form: string): string {
  return normalForm(form).join("");
}
