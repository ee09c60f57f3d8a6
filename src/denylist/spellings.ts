import { arabicSpellings, isArabic } from "./arabic.ts";

/** A text as it is written, and with what is written where there are no umlauts: `Müller` and `Mueller` for each other. */
export function spellings(text: string): readonly string[] {
  if (!mayDiffer.test(text)) return [text];
  if (isArabic(text)) return arabicSpellings(text);
  const composed = text.normalize("NFC");
  const long = composed.replaceAll(/[äöüøåÄÖÜØÅ]/g, (letter) => longer[letter] ?? letter);
  // Norwegian and Danish names often have their old `aa`, and their `ø` beside it.
  const old = composed.replaceAll("å", "aa").replaceAll("Å", "Aa");
  if (long !== composed) return [...new Set([composed, long, old])];
  const short = composed.replaceAll(/(?<![qaeo])[aou]e(?![aeiou])/gi, (two) => two.slice(0, 1));
  return short === composed ? [composed] : [composed, short];
}

const mayDiffer = /[^\0-\x7f]|[aou]e/i;

const longer: Readonly<Record<string, string>> = {
  ä: "ae",
  ö: "oe",
  ü: "ue",
  ø: "oe",
  å: "aa",
  Ä: "Ae",
  Ö: "Oe",
  Ü: "Ue",
  Ø: "Oe",
  Å: "Aa",
};
