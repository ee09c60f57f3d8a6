import { rangeOf } from "../../model/range.ts";
import type { Detector } from "../detector.ts";
import { weighted } from "./check-digits.ts";
import { utf8Literals } from "./context.ts";

/** Of a bank's account alone, in the languages where one word or two say so. */
const asciiWords = [
  "kontonummer",
  "konto-nr",
  "kontonr",
  "kto.-nr",
  "kto-nr",
  "kto.nr",
  "rekeningnummer",
  "numer konta",
  "numer rachunku",
  "nr konta",
  "numero di conto",
  "tilinumero",
  "numero de cuenta",
  "numero de compte",
];
const otherWords = [
  "numéro de compte",
  "Numéro de compte",
  "número de cuenta",
  "Número de cuenta",
  "número da conta",
  "číslo účtu",
  "Číslo účtu",
  "номер счёта",
  "номер счета",
  "Номер счёта",
  "Номер счета",
  "номер рахунку",
  "口座番号",
  "계좌번호",
  "银行账号",
  "银行卡号",
  "銀行帳號",
];

/**
 * Numbers of bank accounts as countries write them at home, without an IBAN, beside the words that say what they are: a sort code of six digits, a
 * routing number with its check digit, a bank's word for an account. Other accounts have numbers too: "account number" alone is none of these.
 * https://www.aba.com/about-us/routing-number · https://www.wearepay.uk/what-we-do/payment-systems/
 */
export const bankAccount: Detector = {
  id: "person/bank-account",
  summary: "Bank account number",
  remedy: "Take it out, or name the account by its last four digits.",
  messagesOnly: true,
  trigger: [
    {
      literals: [...asciiWords, "sort code", "sort-code", "sortcode", "routing", "bank account"],
      anyCase: true,
      behind: { run: "number", least: 2, within: 96 },
    },
    { literals: utf8Literals(...otherWords) },
  ],
  reach: { before: 96, after: 144 },

  *detect(window) {
    for (const pattern of patterns)
      for (const match of window.matchAll(pattern)) {
        const { routing: bank, account = "" } = match.groups ?? {};
        if ((bank === undefined || isRouting(bank)) && isTelling(account))
          yield { range: rangeOf(match, "account"), confidence: 0.8 };
      }
  },

  examples: [
    "sort code 20-45-77 account number «4{digits:7}», Sort Code: 204577, Account No: «4{digits:7}»",
    "account «4{digits:7}», sort code 20-45-77",
    "routing number 021000021, account «4{digits:9}», account number: «4{digits:9}», ABA routing 021000021",
    "Kontonummer «4{digits:9}», Kto.-Nr. «4{digits:6}», Kontonummer «1503 40 4{digits:4}», BLZ 20041155",
    "numéro de compte : «4{digits:10}», número de cuenta «4{digits:9}», rekeningnummer «4{digits:8}», numer konta: «4{digits:9}», číslo účtu «19-4{digits:9}/0800»",
    "口座番号 «4{digits:6}», 계좌번호: «4{digits:3}-02-4{digits:5}», 银行账号 «4{digits:15}», номер счёта «4{digits:19}»",
    "my bank account number is «4{digits:8}»",
    "routing number 021000022, account 4012345679, account number 12345678, Kundenkontonummer 40123457",
    "Kontonummer 12345678, Konto 4711, Kontonummern haben 10 Stellen, sort code 000000, routing 1234567890 packets",
  ],
};

// What may stand between a word and its number.
const link = String.raw`(?:[ .-]{0,2}(?:no|nr|number|num|bancaire|bancaria|bankowego|corrente)\b)?\.?(?: (?:is|ist|lautet|est|es|to|je|on))?[ \t:#=(-]{0,4}(?:\xef\xbc\x9a)?`;
const ofAccount = String.raw`(?<!\w)(?:bank )?(?:account|acct?|a\/c)${link}`;
const sortCode = String.raw`(?<!\w)sort[ -]?code${link}(?!00[ -]?00)\d\d[ -]?\d\d[ -]?\d\d(?!\d)`;
const routing = String.raw`(?<!\w)(?:aba|routing|rtn)(?: (?:routing|transit))?${link}(?<routing>\d{9})(?!\d)`;

const words = utf8Literals(...asciiWords, ...otherWords).map((word) => word.replaceAll(".", String.raw`\.`));

const patterns = [
  String.raw`${sortCode}\D{1,12}${ofAccount}(?<account>\d{8})(?!\w)`,
  String.raw`${ofAccount}(?<account>\d{8})(?!\w)\D{1,12}${sortCode}`,
  String.raw`${routing}\D{1,12}${ofAccount}(?<account>\d{6,17})(?!\w)`,
  String.raw`${ofAccount}(?<account>\d{6,17})(?!\w)\D{1,12}${routing}`,
  // In groups or not, and of a Czech one the bank's number behind it.
  String.raw`(?<!\w)(?:bank account|${words.join("|")})\w{0,3}${link}(?<account>\d(?:[ -]?\d){5,25}(?:\/\d{4})?)(?![\w]|[.,/-]\d)`,
].map((pattern) => new RegExp(pattern, "dgi"));

/** The American Bankers Association's check digit: weights 3, 7 and 1, and the sum ends in 0. */
function isRouting(digits: string): boolean {
  const sum = weighted(digits, [3, 7, 1, 3, 7, 1, 3, 7, 1]);
  return sum % 10 === 0 && sum > 0;
}

/** What manuals make up: digits in their order, or one again and again. */
function isTelling(written: string): boolean {
  return !/123456|987654|(\d)\1{5}/.test(written.replaceAll(/\D/g, ""));
}
