import { isCommonWord, isFrequentWord } from "./common-words.ts";
import { normalForm } from "./normal-form.ts";
import type { Term } from "./term.ts";
import { shortestValue } from "./values.ts";

/** Why a term will be found where nothing is told, or is guessed at once; undefined where it is good. Nothing of the term is in it. */
export function weaknessOf({ kind, text, options }: Term): string | undefined {
  if (kind === "secret")
    return text.length < shortestValue ? `a value of fewer than ${shortestValue} characters` : undefined;
  const words = normalForm(text);
  const [only = ""] = words;
  if (words.length === 1 && isCommonWord(only)) return "one word that many texts have";
  const isInAnyWriting = ["person", "customer", "codename", "word"].includes(kind);
  if (isInAnyWriting && words.length > 1 && words.every(isFrequentWord))
    return "words that many texts have, also beside each other; `exact:` is found as it is written alone";
  // A character of these scripts is a word or a syllable.
  const letters = [...text.matchAll(/\p{L}|\p{N}/gu)].reduce(
    (sum, [letter]) => sum + (isSyllable.test(letter) ? 3 : 1),
    0,
  );
  if (letters < 5) return "fewer than five letters";
  const parts = kind === "person" && options.includes("alone") ? [words.at(0), words.at(-1)] : [];
  return parts.some((part) => part !== undefined && isCommonWord(part))
    ? "with `alone`, a name that is also a word of many texts"
    : undefined;
}

const isSyllable = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u;
