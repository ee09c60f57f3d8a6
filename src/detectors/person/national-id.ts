import type { Detector } from "../detector.ts";
import { matchesInText, utf8Literals, withEnds } from "./context.ts";
import { identityNumbers } from "./identity-numbers.ts";

/** What stands behind the words in every match: a figure or two. */
const numbered = { run: "number", least: 2, within: 48 } as const;

/**
 * Numbers by which a state knows a person, beside the words that name them, and with the check digits that fit.
 * `identity-numbers.ts` has an entry for each.
 */
export const nationalId: Detector = {
  id: "person/national-id",
  summary: "National identity number",
  remedy:
    "Take it out: with it and a name somebody can pass for the person. Say which document it is, or its last two digits.",
  trigger: [
    {
      literals: [
        "ssn ",
        "ssn:",
        "social security",
        "steuer-id",
        "steueridentifikation",
        "steuernummer",
        "idnr",
        "codice fiscale",
        "cod. fisc",
        "burgerservice",
        "pesel",
        "aadhaar",
        "aadhar",
        "national insurance",
        "nhs n",
        "personnummer",
        "personnr",
        "samordningsnummer",
        "rodnummer",
        "personnummeret",
        "cpr-n",
        "cpr n",
        "hetu",
        "henkil",
        "curp",
        "rijksregister",
        "registre national",
        "numero fiscal",
        "id number",
        "identity number",
        "kimlik",
        "carte vitale",
        "insee",
        "passport",
        "pasaporte",
        "passeport",
        "passaporto",
        "reisepass",
        "paspoort",
        "contribuinte",
        "steuer id",
        "tax file n",
        "social insurance",
        "kennital",
        "isikukood",
        "asmens kod",
        "sozialversicherungsn",
        "sv-n",
        "identifikationsn",
        "ni number",
        "cpf",
        "dni",
        "bsn",
        "cuil",
        "cuit",
        "amka",
      ],
      anyCase: true,
      behind: numbered,
    },
    {
      literals: [
        "NIE",
        "NIF",
        "NIR",
        "NINO",
        "CPR",
        "CNP",
        "EGN",
        "OIB",
        "RUT",
        "TFN",
        "SIN",
        "PAN",
        "TAJ",
        "PPS",
        "NRIC",
        "JMBG",
        "EMSO",
        "AHV",
        "AVS",
        "SVNR",
        "INSZ",
        "NISS",
        "NI n",
        "NI N",
      ],
      behind: numbered,
    },
    {
      literals: utf8Literals(
        "sécu",
        "rodné č",
        "СНИЛС",
        "снилс",
        "ИНН",
        "ЕГН",
        "паспорт",
        "Паспорт",
        "身份证",
        "身分證",
        "身份證",
        "マイナンバー",
        "個人番号",
        "주민등록",
        "ΑΜΚΑ",
        "תעודת זהות",
        "מספר זהות",
        "ת.ז",
        "EMŠO",
        "ЈМБГ",
        "ประชาชน",
        "rođen",
        "fødselsnummer",
        "personnr",
        "आधार",
      ),
      behind: numbered,
    },
  ],
  reach: { before: 48, after: 80 },

  *detect(window) {
    const found = new Set<number>();
    for (const { match, text, range } of matchesInText(window, number, withEnds)) {
      const before = text.slice(Math.max(text.lastIndexOf("\n", match.index) + 1, match.index - 56), match.index);
      const compact = match[0].replaceAll(/[\s.\-–/]/g, "").toUpperCase();
      const kind = identityNumbers.find(
        ({ form, said, isValid }) => form.test(compact) && nearBefore(before, said) && isValid(compact, match[0]),
      );
      if (kind === undefined || madeUp.test(compact) || found.has(range.start)) continue;
      found.add(range.start);
      yield { range, confidence: kind.confidence ?? 0.95, variant: kind.name };
    }
  },

  examples: [
    "my SSN is «536-22-8{digits:3}»",
    '{"m":"see\\nBSN «136695905» and\\tBSN «136695905»"}',
    "Steuer-ID: «86 095 742 719»",
    "DNI «54362315K», NIE: «X5253868R»",
    "codice fiscale «MRTMTT91D08F205J»",
    "BSN «136695905»",
    "n° de sécurité sociale : «1 87 05 75 116 012 47»",
    "PESEL «02070803628»",
    "CPF: «529.982.247-25»",
    "National Insurance number QQ 12 34 57 C; NINO «AB 12 34 57 C»",
    'meu cpf é «529.982.247-25», {"cpf":"«52998224725»"}, mi dni es el «54362315K», mijn bsn is «136695905»',
    "meine steuerliche Identifikationsnummer lautet «86095742719», мой снилс «112-233-445 95»",
    "AHV-Nr. «756.9217.0769.85», kennitala «120174-3399», ת.ז. «123456782» NRIC «S0000001I»",
    "身份证号 «11010519491231002X»",
    "我的身份证号是«440304198811023813»的复印件, マイナンバーは«836201749507»です",
    "주민등록번호는 «880412-1234568»입니다. เลขประจำตัวประชาชน«1101700230708»ครับ",
    "passport no. «C01X00T47»",
    "pasaporte número «XDB48{digits:2}15», numéro de passeport : «12AB4{digits:2}91», Reisepass-Nr. «C4829{digits:3}73», NI number: «JK 4{digits:1} 29 17 C»",
    "мой паспорт «4509 84{digits:2}91», паспорт РФ: «45 09 84{digits:2}91», паспорт готов 10 12 2026, Steuer ID «86095742719»",
    "SSN 123-45-6789, ssn: 000-12-3456, SSN 078-05-1120, id 536-22-8145",
    "DNI 54362315A, BSN 136695906, PESEL 02070803629, CPF 529.982.247-26, Steuer-ID 86095742718",
    "54362315K 136695905 02070803628 529.982.247-25",
    "passport.js 0.7.0, passport-jwt, PAN 12, NIE 2024-05-01",
  ],
};

/** A letter beside a number makes it part of a word, but not where a script has no spaces between words, or Korean its endings. */
const letter = String.raw`(?![\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}])\p{L}`;

const digits = String.raw`(?:(?!ID\b)[A-Z]{1,2}[ -]?)?\d[\d .\-–/]{4,24}\d(?:[ -]?[A-Z])?`;
const letters = String.raw`(?:[A-Z]{6}\d\d[A-Z]\d\d[A-Z]\d{3}[A-Z]|[A-Z]{4}\d{6}[A-Z]{6}[\dA-Z]\d|\d{6}[-+A-FU-Y]\d{3}[\dA-Z]|[A-Z]\d\d[A-Z]\d\d[A-Z]\d\d|[A-Z]{5}\d{4}[A-Z]|[STFG]\d{7}[A-Z]|[A-Z]{3}\d{6}|\d\d[A-Z]{2}\d{5}|\d{7}[A-W][A-IW])`;
const number = new RegExp(
  String.raw`(?<![\p{N}_.@#/-]|${letter})${digits}(?![\p{N}_@]|${letter})|(?<![\p{N}_]|${letter})${letters}(?![\p{N}_]|${letter})`,
  "gu",
);

function nearBefore(before: string, said: RegExp): boolean {
  return said.test(/[^\d\n{};<>]{0,36}$/.exec(before)?.[0] ?? "");
}

const madeUp = /^(\d)\1+$|^(\d)\2\2(\d)\3(\d)\4{3}$|123456789|987654321|^(?:12345678\D|0123456\d+)$/;
