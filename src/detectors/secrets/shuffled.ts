import { distinct, isMixed, isRandom } from "./random.ts";

/**
 * Whether a value is what a password generator gives of all that a keyboard has: `k7}Qw"2x…`. By chance it looks like a part of a program, a hole of a
 * template or a pattern, and is none: no word is in it, capitals and digits are not rare, and there is a mark that names and addresses do not have.
 * Where it does not look random besides, it has two of these marks, and its brackets are no pairs. It knows four of five random values of ten to
 * thirty characters; of all that stands behind a colon or an equals sign in 444 MB of programs, whatever its name, some four hundred words.
 */
export function isShuffled(value: string): boolean {
  const { length } = value;
  if (length < 10 || length > 128 || /[^\x21-\x7e]/.test(value) || !isMixed(value)) return false;
  const marks = distinct(value.replaceAll(/[\w./:,+=-]+/g, ""));
  const small = length - value.replaceAll(/[a-z]+/g, "").length;
  const others = length - value.replaceAll(/[A-Z\d]+/g, "").length;
  if (marks === 0 || 3 * others < small) return false;
  if ((length < 16 ? shortWord : longWord).test(value) || syntax.test(value)) return false;
  return isRandom(value) || (marks > 1 && 2 * others >= small && !quoted.test(value) && !isPaired(value));
}

const shortWord = /[a-z]{4}|[A-Z]{5}|\d{5}/;
const longWord = /[a-z]{5}|[A-Z]{6}|\d{6}/;

/** What programs, data, templates and patterns have in one place or another. */
const syntax = new RegExp(
  [
    String.raw`:\/\/|=>|[&|=]{2}|[#$%]\{|\{\{|\{[\w.:]{1,20}\}|\$\(|<[%/]|&#?\w{2,6};|[?&,;][A-Za-z]\w*=|["'][,:;)\]}][^A-Za-z]|[,:([{]["'][^A-Za-z]`,
    String.raw`[\w)]\.\*|\w\);|\\[dswux]|[a-z]-z|A-Z|0-9`,
  ].join("|"),
);

/** Where a value in quotation marks begins or ends. */
const quoted = /["'][,:;)\]}]|[,:([{]["']/;

/** Whether it has brackets, and all of them in pairs. */
function isPaired(value: string): boolean {
  let rest = value.replaceAll(/[^()[\]{}]+/g, "");
  if (rest === "") return false;
  for (let length = Infinity; rest.length < length;) {
    ({ length } = rest);
    rest = rest.replaceAll(/\(\)|\[\]|\{\}/g, "");
  }
  return rest === "";
}
