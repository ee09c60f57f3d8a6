import { confusables } from "./confusables.ts";

/**
 * What a character is in the normal form, whatever stands around it: small Latin letters where it is one with a mark, a compatibility
 * form (NFKC), one that does not decompose (`ł`) or one that looks like it (UTS 39); "" for what is dropped inside of words, and
 * " " for what stands between them. `ß` is `ss`; voicing marks of kana are dropped like all marks.
 */
export function foldCharacter(character: string): string {
  const known = folded.get(character);
  if (known !== undefined) return known;
  const made = make(character);
  folded.set(character, made);
  return made;
}

const folded = new Map<string, string>();

function make(character: string): string {
  const point = character.codePointAt(0) ?? 0;
  const inShape = negative.find((first) => first <= point && point < first + 26);
  if (inShape !== undefined) return String.fromCharCode(0x61 + point - inShape);
  if (point >= 0x20000) return point < 0xe0000 ? character : "";
  if (/\p{Cs}/u.test(character)) return " ";
  if (/[\p{Default_Ignorable_Code_Point}\p{M}\u0640]/u.test(character)) return ""; // with the tatweel, which only draws a word out
  if (apostrophes.includes(character)) return " ";
  const bare = withoutMarks(written(character));
  if (bare === "") return "";
  const plain = [...bare].map(latinLetter).join("");
  const letters = plain.normalize("NFC").replaceAll(/[^\p{L}\p{N}]/gu, "");
  return letters === "" ? " " : letters;
}

/** Where Latin capitals begin that are left out of a filled circle or square: symbols that Unicode does not decompose. */
const negative = [0x1f150, 0x1f170] as const;

/** Letters by their category, but written as apostrophes: `Oʼbrien`. */
const apostrophes = "ʹʺʻʼʽʾʿˈˊˋ\u037A";

/** Letters that have no decomposition, in small letters; before what they look like, or `ß` were a `b`. */
const transliterated: Readonly<Record<string, string>> = {
  ß: "ss",
  æ: "ae",
  œ: "oe",
  ø: "o",
  ł: "l",
  đ: "d",
  ð: "d",
  þ: "th",
  ħ: "h",
  ŋ: "n",
  ŧ: "t",
  ĸ: "k",
  ƀ: "b",
  ɓ: "b",
  ɗ: "d",
  ǥ: "g",
  ƙ: "k",
  ƴ: "y",
  ə: "e",
  ς: "σ",
  ᴀ: "a",
  ᴄ: "c",
  ʙ: "b",
  ᴅ: "d",
  ᴇ: "e",
  ꜰ: "f",
  ɢ: "g",
  ʜ: "h",
  ɪ: "i",
  ᴊ: "j",
  ᴋ: "k",
  ʟ: "l",
  ᴍ: "m",
  ɴ: "n",
  ᴏ: "o",
  ᴘ: "p",
  ʀ: "r",
  ꜱ: "s",
  ᴛ: "t",
  ᴜ: "u",
  ᴠ: "v",
  ᴡ: "w",
  ʏ: "y",
  ᴢ: "z",
};

function withoutMarks(text: string): string {
  return text.normalize("NFKD").replaceAll(/[\p{M}\p{Default_Ignorable_Code_Point}]/gu, "");
}

function written(character: string): string {
  return transliterated[character.toLowerCase()] ?? character;
}

/** What the capital looks like goes before what the small letter does, so that both are one. */
function latinLetter(character: string): string {
  const small = character.toLowerCase();
  const [capital = ""] = character.toUpperCase();
  return withoutMarks(transliterated[small] ?? looksLike(capital) ?? looksLike(small) ?? small);
}

function looksLike(character: string): string | undefined {
  latinOf ??= new Map(Object.entries(confusables).flatMap(([latin, all]) => [...all].map((one) => [one, latin])));
  return latinOf.get(character);
}

let latinOf: ReadonlyMap<string, string> | undefined;

/** Small letters that look like another Latin letter than their capitals: they are that one in words with letters of ASCII. */
export const lookAmongLatin: ReadonlyMap<string, string> = new Map([
  ["ν", "v"],
  ["υ", "u"],
]);

/** What a character is to the borders of words. */
export type Kind = "dropped" | "separator" | "small" | "capital" | "digit" | "katakana" | "unspaced";

/** Kernel and matcher cut words alike: see kernel/words.ts. */
export function kindOf(character: string, fold: string): Kind {
  if (fold === "") return "dropped";
  if (fold === " ") return "separator";
  if (/[\p{Script=Katakana}ー]/u.test(fold)) return "katakana";
  if (unspaced.test(fold)) return "unspaced";
  if (/^\p{N}/u.test(fold)) return "digit";
  return /\p{Lu}/u.test(character) ? "capital" : "small";
}

/** Scripts without spaces between words, and Korean, whose words have endings: each character is a word. */
const unspaced =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Hangul}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]|[^\0-\u{1ffff}]/u;

/** Parts of Korean syllables, which some systems write one by one; they are put together before anything else. */
export const jamo: RegExp = /[\u1100-\u11ff]/;

/** The fold for the kernel's table (`foldTable`): what hangs on its neighbours could be anything. */
export function kernelFold(character: string): string {
  return jamo.test(character) || lookAmongLatin.has(character) ? "any word" : foldCharacter(character);
}
