import {
  digitsOf,
  endsIn,
  fromEleven,
  hasDay,
  isBaltic,
  isCodiceFiscale,
  isCpf,
  isLuhn,
  isMod1110,
  isNir,
  isNric,
  isTurkish,
  isVerhoeff,
  letterOf23,
  weighted,
} from "./check-digits.ts";

/** A kind of number that a state gives its people. */
export interface IdentityNumber {
  /** As the report names it. */
  readonly name: string;
  /** In capitals, without separators. */
  readonly form: RegExp;
  /** The words that name it. */
  readonly said: RegExp;
  /** @param written with its separators. */
  readonly isValid: (compact: string, written: string) => boolean;
  /** 0.95 unless told: a number without check digits is less sure. */
  readonly confidence?: number;
}

/** In the order of the countries' names; each by its authority's own description or ISO/IEC 7064. */
export const identityNumbers: readonly IdentityNumber[] = [
  {
    name: "Argentine CUIL",
    form: /^2[03478]\d{9}$/,
    said: /\bCUI[LT]\b/i,
    isValid: (text) => weighted(text, [5, 4, 3, 2, 7, 6, 5, 4, 3, 2, 1]) % 11 === 0,
  },
  {
    name: "Australian tax file number",
    form: /^\d{9}$/,
    said: /tax file n|\bTFN\b/i,
    isValid: (text) => weighted(text, [1, 4, 3, 7, 5, 8, 6, 9, 10]) % 11 === 0,
  },
  {
    name: "Austrian social insurance number",
    form: /^[1-9]\d{9}$/,
    said: /\bSVNR\b|\bSV-N(?:r|ummer)|sozialversicherungsn/i,
    isValid: (text) =>
      hasDay(text.slice(4), "dmy") && weighted(text, [3, 7, 9, 0, 5, 8, 4, 2, 1, 6]) % 11 === Number(text[3]),
  },
  {
    name: "Belgian national number",
    form: /^\d{11}$/,
    said: /rijksregister|registre national|\bINSZ\b|\bNISS\b/i,
    isValid: (text) => [text, `2${text}`].some((one) => 97 - (Number(one.slice(0, -2)) % 97) === Number(one.slice(-2))),
  },
  { name: "Brazilian CPF", form: /^\d{11}$/, said: /\bCPF\b/i, isValid: isCpf },
  {
    name: "British National Insurance number",
    form: /^(?!BG|GB|KN|NK|NT|TN|ZZ)[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z]\d{6}[A-D]$/,
    said: /national insurance|\bNINO\b|\bNI (?:no|number)/i,
    isValid: () => true,
  },
  {
    name: "British NHS number",
    form: /^\d{10}$/,
    said: /\bNHS\b/i,
    isValid: (text) => endsIn(text, (11 - (weighted(text, [10, 9, 8, 7, 6, 5, 4, 3, 2]) % 11)) % 11),
  },
  {
    name: "Bulgarian EGN",
    form: /^\d{10}$/,
    said: /\bEGN\b|ЕГН/i,
    isValid: (text) => endsIn(text, (weighted(text, [2, 4, 8, 5, 10, 9, 7, 3, 6]) % 11) % 10),
  },
  {
    name: "Canadian social insurance number",
    form: /^[1-79]\d{8}$/,
    said: /social insurance|\bSIN\b/,
    isValid: isLuhn,
  },
  {
    name: "Chilean RUT",
    form: /^\d{7,8}[\dK]$/,
    said: /\bRUT\b|\bRUN\b/i,
    isValid: (text) =>
      "0K987654321"[
        digitsOf(text.slice(0, -1))
          .toReversed()
          .reduce((sum, digit, index) => sum + digit * (2 + (index % 6)), 0) % 11
      ] === text.at(-1),
  },
  {
    name: "Chinese identity number",
    form: /^\d{17}[\dX]$/,
    said: /身份证|身分證|身份證|identity|\bID\b/i,
    isValid: (text) =>
      "10X98765432"[weighted(text, [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]) % 11] === text.at(-1),
  },
  { name: "Croatian OIB", form: /^\d{11}$/, said: /\bOIB\b/i, isValid: isMod1110 },
  {
    name: "Czech or Slovak birth number",
    form: /^\d{10}$/,
    said: /rodn[éeý]\w{0,6} č|\br\.\s?č\./i,
    isValid: (text) => Number(text) % 11 === 0,
  },
  {
    name: "Danish CPR number",
    form: /^\d{10}$/,
    said: /\bCPR\b|personnummer/i,
    isValid: (text, written) => /^\d{6}-?\d{4}$/.test(written) && hasDay(text, "dmy"),
    confidence: 0.8,
  },
  {
    name: "Dutch BSN",
    form: /^\d{9}$/,
    said: /\bBSN\b|burgerservice|sofi-?nummer/i,
    isValid: (text) => weighted(text, [9, 8, 7, 6, 5, 4, 3, 2, -1]) % 11 === 0,
  },
  {
    name: "Estonian or Lithuanian personal code",
    form: /^[3-6]\d{10}$/,
    said: /isikukood|asmens kod/i,
    isValid: (text) => hasDay(text.slice(1), "ymd") && isBaltic(text),
  },
  {
    name: "Finnish identity code",
    form: /^\d{6}[A-FU-Y+]?\d{3}[\dA-Y]$/,
    said: /hetu|henkilö/i,
    isValid: (text) =>
      "0123456789ABCDEFHJKLMNPRSTUVWXY"[Number(`${text.slice(0, 6)}${/\d{3}(?=.$)/.exec(text)?.[0] ?? ""}`) % 31] ===
      text.at(-1),
  },
  {
    name: "French social security number",
    form: /^[12]\d{4}(?:\d\d|2[AB])\d{8}$/,
    said: /s[ée]cu|\bNIR\b|insee|vitale/i,
    isValid: isNir,
  },
  {
    name: "German tax identification number",
    form: /^[1-9]\d{10}$/,
    said: /steuer|idnr|identifikationsn|\btin\b/i,
    isValid: isMod1110,
  },
  { name: "Greek AMKA", form: /^\d{11}$/, said: /ΑΜΚΑ|\bAMKA\b/i, isValid: isLuhn },
  {
    name: "Hungarian social security number",
    form: /^\d{9}$/,
    said: /\bTAJ\b/i,
    isValid: (text) => endsIn(text, weighted(text, [3, 7, 3, 7, 3, 7, 3, 7]) % 10),
  },
  {
    name: "Icelandic identity number",
    form: /^\d{10}$/,
    said: /kennital/i,
    isValid: (text) =>
      hasDay(text, "dmy") && weighted(text, [3, 2, 7, 6, 5, 4, 3, 2, 1]) % 11 === 0 && /[089]$/.test(text),
  },
  { name: "Indian Aadhaar number", form: /^[2-9]\d{11}$/, said: /aadhaa?r|आधार/i, isValid: isVerhoeff },
  {
    name: "Indian PAN",
    form: /^[A-Z]{3}[ABCFGHLJPT][A-Z]\d{4}[A-Z]$/,
    said: /\bPAN\b/,
    isValid: () => true,
    confidence: 0.8,
  },
  {
    name: "Irish PPS number",
    form: /^\d{7}[A-W][A-IW]?$/,
    said: /\bPPSN?\b/i,
    isValid: (text) =>
      "WABCDEFGHIJKLMNOPQRSTUV"[
        (weighted(text, [8, 7, 6, 5, 4, 3, 2]) + 9 * ("WABCDEFGHI".indexOf(text[8] ?? "W") || 0)) % 23
      ] === text[7],
  },
  { name: "Israeli identity number", form: /^\d{9}$/, said: /תעודת זהות|מספר זהות|ת\.ז/, isValid: isLuhn },
  {
    name: "Italian codice fiscale",
    form: /^[A-Z]{6}\d\d[A-EHLMPRST]\d\d[A-Z]\d{3}[A-Z]$/,
    said: /codice fiscale|cod\. fisc|\bc\.?f\.?\b/i,
    isValid: isCodiceFiscale,
  },
  {
    name: "Japanese individual number",
    form: /^\d{12}$/,
    said: /マイナンバー|個人番号/,
    isValid: (text) => endsIn(text, fromEleven(weighted(text, [6, 5, 4, 3, 2, 7, 6, 5, 4, 3, 2]))),
  },
  {
    name: "Korean resident number",
    form: /^\d{6}[1-8]\d{6}$/,
    said: /주민/,
    isValid: (text) => hasDay(text, "ymd"),
    confidence: 0.9,
  },
  {
    name: "Mexican CURP",
    form: /^[A-Z]{4}\d{6}[HM][A-Z]{5}[\dA-Z]\d$/,
    said: /curp/i,
    isValid: (text) => hasDay(text.slice(4), "ymd"),
  },
  {
    name: "Norwegian birth number",
    form: /^\d{11}$/,
    said: /fødselsn|personn/i,
    isValid: (text) =>
      weighted(text, [3, 7, 6, 1, 8, 9, 4, 5, 2, 1]) % 11 === 0 &&
      weighted(text, [5, 4, 3, 2, 7, 6, 5, 4, 3, 2, 1]) % 11 === 0,
  },
  {
    name: "Passport number",
    form: /^(?=.*\d{5})[A-Z]{0,2}\d{6,9}$|^[A-Z]{3}\d{6}$|^\d\d[A-Z]{2}\d{5}$|^[A-Z]\d\d[A-Z]\d\d[A-Z]\d\d$/,
    said: /(?:passport|pasaporte|passeport|passaporto|reisepass|paspoort|паспорт)\S{0,3}(?:[\s-]?(?:no|nr|number|n°|num|nummer|número|numéro|номер|серия)\S{0,2})\s?(?:is|ist|:)?\s?$|(?:número|numéro|numero) (?:de|du|di) (?:pasaporte|passeport|passaporto)\s?(?:es|est|è|:)?\s?$/i,
    isValid: () => true,
    confidence: 0.75,
  },
  {
    name: "Polish PESEL",
    form: /^\d{11}$/,
    said: /pesel/i,
    isValid: (text) => weighted(text, [1, 3, 7, 9, 1, 3, 7, 9, 1, 3, 1]) % 10 === 0,
  },
  {
    name: "Portuguese NIF",
    form: /^[1-3]\d{8}$/,
    said: /\bNIF\b|contribuinte|n[úu]mero fiscal/i,
    isValid: (text) => endsIn(text, fromEleven(weighted(text, [9, 8, 7, 6, 5, 4, 3, 2]))),
  },
  {
    name: "Romanian CNP",
    form: /^[1-8]\d{12}$/,
    said: /\bCNP\b/i,
    isValid: (text) => {
      const rest = weighted(text, [2, 7, 9, 1, 4, 6, 3, 5, 8, 2, 7, 9]) % 11;
      return endsIn(text, rest === 10 ? 1 : rest);
    },
  },
  {
    name: "Russian passport",
    form: /^\d{10}$/,
    said: /паспорт\S{0,3}(?:\s(?:РФ|серии|серия|номер|№))?\s?[:—-]?\s?$/i,
    // Two figures of the region, two of the year and the number, as it is printed.
    isValid: (_, written) => /^\d\d ?\d\d \d{6}$/.test(written),
    confidence: 0.75,
  },
  {
    name: "Russian SNILS",
    form: /^\d{11}$/,
    said: /СНИЛС/i,
    isValid: (text) => {
      const rest = weighted(text, [9, 8, 7, 6, 5, 4, 3, 2, 1]) % 101;
      return (rest === 100 ? 0 : rest) === Number(text.slice(9));
    },
  },
  {
    name: "Russian INN",
    form: /^\d{12}$/,
    said: /ИНН/i,
    isValid: (text) => (weighted(text, [7, 2, 4, 10, 3, 5, 9, 4, 6, 8]) % 11) % 10 === Number(text[10]),
  },
  {
    name: "Singaporean NRIC",
    form: /^[STFG]\d{7}[A-Z]$/,
    said: /\bNRIC\b|\bFIN\b/,
    isValid: isNric,
  },
  {
    name: "Slovenian or Serbian birth number",
    form: /^\d{13}$/,
    said: /EM[ŠS]O|JMBG|ЈМБГ/i,
    isValid: (text) => weighted(text, [7, 6, 5, 4, 3, 2, 7, 6, 5, 4, 3, 2, 1]) % 11 === 0,
  },
  {
    name: "South African identity number",
    form: /^\d{13}$/,
    said: /\bid(?:entity)? n/i,
    isValid: (text) => hasDay(text, "ymd") && isLuhn(text),
  },
  {
    name: "Spanish DNI or NIE",
    form: /^[XYZ]?\d{7,8}[A-Z]$/,
    said: /\b(?:DNI|NIE|NIF)\b/i,
    isValid: (text) =>
      letterOf23[Number(text.slice(0, -1).replace(/^[XYZ]/, (first) => String("XYZ".indexOf(first)))) % 23] ===
      text.at(-1),
  },
  {
    name: "Swedish personal number",
    form: /^(?:19|20)?\d{10}$/,
    said: /person-?n(?:ummer|r)|samordningsn/i,
    isValid: (text) => hasDay(text.slice(-10), "ymd") && isLuhn(text.slice(-10)),
  },
  {
    name: "Swiss social insurance number",
    form: /^756\d{10}$/,
    said: /\bAHV|\bAVS\b|\bNAVS|sozialversicherungsn/i,
    isValid: (text) => weighted(text, [1, 3, 1, 3, 1, 3, 1, 3, 1, 3, 1, 3, 1]) % 10 === 0,
  },
  {
    name: "Thai identity number",
    form: /^[1-8]\d{12}$/,
    said: /บัตรประชาชน|ประจำตัวประชาชน/,
    isValid: (text) => endsIn(text, (11 - (weighted(text, [13, 12, 11, 10, 9, 8, 7, 6, 5, 4, 3, 2]) % 11)) % 10),
  },
  { name: "Turkish identity number", form: /^[1-9]\d{10}$/, said: /kimlik|\bT\.?C\.?\b/i, isValid: isTurkish },
  {
    name: "US social security number",
    form: /^(?!000|666|9)\d{3}(?!00)\d\d(?!0000)\d{4}$/,
    said: /\bssn\b|social security|\bsoc\b/i,
    isValid: (text, written) =>
      !/^(?:078051120|219099999|457555462|123121234)$/.test(text) && /^\d{3}([ -]?)\d\d\1\d{4}$/.test(written),
    confidence: 0.9,
  },
];
