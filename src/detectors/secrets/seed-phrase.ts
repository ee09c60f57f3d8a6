import type { Detector } from "../detector.ts";
import { inCases, matchesInText, utf8Literals } from "../person/context.ts";

const names = [
  "seed phrase|seed-phrase|seed_phrase|seedphrase|seed words|recovery phrase|recovery words|backup phrase|secret phrase|mnemonic|wiederherstellungsphrase|wiederherstellungswörter",
  "phrase de récupération|phrase secrète|phrase mnémonique|frase semilla|frase de recuperación|frase mnemonica|frase di recupero|frase de recuperação|frase semente|herstelzin|återställningsfras",
  "фраза|助记词|助記詞|ニーモニック|リカバリーフレーズ|니모닉|시드 구문|복구 구문",
].flatMap((row) => row.split("|"));

const isAscii = (text: string): boolean => /^[ -~]+$/.test(text);

const numbered = String.raw`(?:\d{1,2}[.):]\s?)?[a-z]{3,8}`;

/** Twelve to twenty-four words of the list, in a row or numbered, behind what they are called. A comma goes on with those that commas part. */
const phrase = new RegExp(
  String.raw`(?:${names.join("|")})[^\n.!?;]{0,48}?(?:[:=：]|\s(?:is|are|ist|lautet|est|es|è|é|to|это|是))\s{0,3}[\[("'“„\x60]{0,2}\n?(?<secret>${numbered}(?:(?:,[ \n]?${numbered}){11,23}(?!,[ \n]?[a-z]{3,8}(?!\p{L}))|(?:[ \n]{1,2}${numbered}){11,23}(?!\s{0,2}[a-z]{3,8}(?!\p{L}))))(?!\p{L})`,
  "giu",
);

/** Words of English that are not on the list, and that few sentences do without. */
const sentence =
  /\b(?:the|and|for|with|from|are|was|has|have|not|you|your|our|its|but|into|been|were|which|these|those|them)\b/;

/** The phrases that the standard's own tests and manuals show. */
const shown =
  /^(?:legal winner thank|letter advice cage|candy maple cake|zoo zoo|test test|ozone drill grab|void come effort|all hour make)/;

/**
 * The words from which all keys of a wallet are made (BIP 39: 12, 15, 18, 21 or 24 of a list of 2,048, with three to eight letters), told as such.
 * https://github.com/bitcoin/bips/blob/master/bip-0039.mediawiki
 */
export const seedPhrase: Detector = {
  id: "secret/seed-phrase",
  summary: "Seed phrase of a wallet",
  remedy:
    "Move what it holds to a new wallet at once: who has these words has all of its keys. Keep the new ones on paper.",
  isFramed: true,
  trigger: [
    { literals: names.filter(isAscii), anyCase: true },
    { literals: utf8Literals(...names.filter((name) => !isAscii(name)).flatMap(inCases)) },
  ],
  reach: { before: 32, after: 512 },

  *detect(window) {
    for (const { match, range } of matchesInText(window, phrase)) {
      const { secret = "" } = match.groups ?? {};
      const words = secret.match(/[a-z]+/gi) ?? [];
      if (words.length % 3 !== 0 || new Set(words).size < words.length * 0.75) continue;
      if (sentence.test(secret) || shown.test(secret)) continue;
      const start = range.end - Buffer.byteLength(secret);
      yield { range: { start, end: range.end }, confidence: 0.9 };
    }
  },

  examples: [
    "my seed phrase is: «ability cricket lunar gadget orbit puzzle ribbon salmon tunnel velvet walnut zebra»",
    "My wallet's seed phrase is «ability cricket lunar gadget orbit puzzle ribbon salmon tunnel velvet walnut zebra», keep it for me please",
    "seed phrase: «ability, cricket, lunar, gadget, orbit, puzzle, ribbon, salmon, tunnel, velvet, walnut, zebra» please keep it",
    'MNEMONIC="«canvas dolphin elbow fabric garlic hammer island jacket kidney lemon magnet napkin»"',
    "recovery phrase: «1. canvas 2. dolphin 3. elbow 4. fabric 5. garlic 6. hammer 7. island 8. jacket 9. kidney 10. lemon 11. magnet 12. napkin»",
    "Die Wiederherstellungsphrase lautet «ability cricket lunar gadget orbit puzzle ribbon salmon tunnel velvet walnut zebra». Bitte",
    "mnemonic: abandon abandon abandon abandon abandon abandon abandon abandon abandon abandon abandon about",
    "mnemonic: legal winner thank year wave sausage worth useful legal winner thank yellow",
    "The seed phrase is twelve words that nobody but you should ever know about, kept safe",
    "the recovery phrase is made of twelve words drawn from some list that everybody can read online today",
  ],
};
