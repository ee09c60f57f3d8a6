const script = /\p{Script=Arabic}/u;

export function isArabic(text: string): boolean {
  return script.test(text);
}

/** A text as it is written, and with the other letter of those that are written for each other at the end of a word: `سلمى` and `سلمي`. */
export function arabicSpellings(text: string): readonly string[] {
  const dotted = text.replaceAll(finalYeh, "ي").replaceAll(finalTeh, "ه");
  const bare = text.replaceAll(finalDotted, "ى");
  return [...new Set([text, dotted, bare])];
}

const end = String.raw`(?=\p{M}*(?![\p{L}\p{M}]))`;
const finalYeh = new RegExp(`ى${end}`, "gu");
const finalDotted = new RegExp(`ي${end}`, "gu");
const finalTeh = new RegExp(`ة${end}`, "gu");

/** A name of two words as one, however it is written: `عبد الرحمن` and `عبدالرحمن`. */
export function withServant(text: string): string {
  return text.replaceAll(servant, "عبد-");
}

const servant = /(?<![\p{L}\p{M}])ع\p{M}*ب\p{M}*د\p{M}*\s{0,2}(?=ا\p{M}*ل)/gu;

/** Words that are written together with the one behind them: and, to, with, so, as. */
export function prefixed(words: string): readonly string[] {
  return ["و", "ل", "ب", "ف", "ك"].map((prefix) =>
    prefix === "ل" && words.startsWith("ال") ? `ل${words.slice(1)}` : prefix + words,
  );
}
