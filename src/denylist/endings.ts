import { normalForm } from "./normal-form.ts";
import type { Term } from "./term.ts";

/** A word of the normal form with the endings that the term's options name. */
export function endingsOf(word: string, { text, options }: Term): readonly string[] {
  const forms: string[] = [];
  if (options.includes("german")) forms.push(...german.map((ending) => word + ending));
  if (options.includes("slavic")) forms.push(...slavicCases(word, text));
  return forms;
}

/** A word of the normal form with what German writes behind it as one word. */
export function compoundsOf(word: string, { options }: Term): readonly string[] {
  return options.includes("german") ? compounds.map((second) => word + second) : [];
}

/** Genitive and plural, and the adjective that is made of a name. */
const german = ["s", "es", "e", "en", "er", "n", "ens", "in", "innen", "sche", "schen", "scher", "sches"];

const compounds = (
  "anlage bau buro dienst firma gruppe haus hof kunde kunden lieferung platz projekt server stiftung strasse system team vertrag " +
  "werk weg"
).split(" ");

/** The cases of a Slavic name or noun in Latin or Cyrillic letters. */
function slavicCases(word: string, text: string): readonly string[] {
  if (!/\p{Script=Cyrillic}/u.test(text)) return declined(word, latin);
  const last = word.split(" ").at(-1) ?? "";
  const before = word.slice(0, word.length - last.length);
  // As it is written: in the normal form a final в and a final ь are one letter.
  const written = text
    .toLowerCase()
    .split(/[\s\p{P}]+/u)
    .find((one) => normalForm(one).join("") === last);
  return written === undefined ? [] : declined(written, cyrillic).map((one) => before + normalForm(one).join(""));
}

function declined(word: string, rules: readonly (readonly string[])[]): readonly string[] {
  for (const [suffix = "", ...endings] of rules)
    if (word.length > suffix.length && word.endsWith(suffix))
      return endings.map((ending) => word.slice(0, word.length - suffix.length) + ending);
  return [];
}

/** What a word ends with, and what stands there in other cases; the first that fits counts. In the normal form. */
const cyrillic = rulesIn(
  "ский ского скому ским ском|цкий цкого цкому цким цком|ская ской скую|цкая цкой цкую|ова овой ову|ева евой еву|ина иной ину|ова овой ову|" +
    "ия ии ию ией|а ы и е у ой ою|я и е ю ей|й я ю ем е|ь я ю ем и е|о а у ом е| а у ом ем е ым ы",
);
const latin = rulesIn(
  "ski skiego skiemu skim ského|cki ckiego ckiemu ckim|ska skiej ską|cka ckiej cką|ova ove ovou ovu ovy ovoj|eva eve evou evu evoj|" +
    "a y i e u o ou ą ę em om ie oj|o a u em om e| a u owi ovi em om ie e ie y i",
).map((rule) => rule.map((part) => normalForm(part).join("")));

function rulesIn(text: string): readonly (readonly string[])[] {
  return text.split("|").map((rule) => rule.split(" "));
}
