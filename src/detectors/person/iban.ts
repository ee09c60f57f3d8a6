import { rangeOf } from "../../model/range.ts";
import type { Detector } from "../detector.ts";
import { ibanLengths, registryExamples } from "./iban-registry.ts";

/**
 * International bank account numbers, ISO 13616: two letters of a country, two check digits by which the whole is 1 modulo 97
 * (ISO 7064), and what the country's banks number, as long as the registry says.
 */
export const iban: Detector = {
  id: "person/iban",
  summary: "Bank account number (IBAN)",
  remedy:
    "Take it out, or name the account by its last four characters. Documentation uses the registry's examples, such as DE89 3704 0044 0532 0130 00.",
  trigger: [
    { shape: "iban", least: 15 },
    { literals: ["iban"], anyCase: true, behind: { run: "number", least: 2, within: 24 } },
  ],
  reach: { before: 8, after: 80 },

  *detect(window) {
    for (const match of window.matchAll(written)) {
      const length = lengthOf(match[0]);
      if (length !== undefined) yield { range: { start: match.index, end: match.index + length }, confidence: 0.95 };
    }
    for (const match of window.matchAll(named)) {
      const { start } = rangeOf(match, "account");
      const length = lengthOf((match.groups?.["account"] ?? "").toUpperCase());
      if (length !== undefined) yield { range: { start, end: start + length }, confidence: 0.95 };
    }
  },

  examples: [
    "IBAN: «{iban:DE} 2004 1155 {digits:4} {digits:4} {digits:2}{end}», BIC COBADEHD055",
    "überweise auf «{iban:DE}20041155{digits:10}{end}»!",
    "compte «{iban:FR} 3000 {digits:4} {digits:4} {digits:4} {digits:4} {digits:3}{end}»",
    "IBAN «{iban:DE}.2004.1155.{digits:4}.{digits:4}.{digits:2}{end}», IBAN«{iban:DE}20041155{digits:10}{end}»",
    "rek. «{iban:NL} INGB 0004 {digits:4} {digits:2}{end}» t.n.v.",
    "the registry's: DE89 3704 0044 0532 0130 00, GB29NWBK60161331926819, FR14 2004 1010 0505 0001 3M02 606",
    "made up: GB82 WEST 1234 5698 7654 32, GB33BUKB20201555555555, DE11111111111111111111",
    "wrong check digits: DE08 2004 1155 0123 9876 04, too short: DE46 2004 1155 0123 9876",
    "XX07200411550123987604, DE07200411550123987604A, ADE07200411550123987604, de_DE07200411550123987604",
    "NO93 8601 1117 947, AB12 3456 7890 1234 5678, sha: DE07A00411F501B39876C4",
  ],
};

// Together, or in groups of four with one separator.
const written =
  /(?<![A-Za-z\d_/+=-])[A-Z]{2}\d{2}(?:[\dA-Z]{11,30}|(?:([ .-]|\xc2\xa0|\xe2\x80\xaf)[\dA-Z]{4})(?:\1[\dA-Z]{4}){1,6}(?:\1[\dA-Z]{1,4})?)(?![A-Za-z\d_+=/])/g;

/** Behind its name, however it is written: in small letters, in other groups. */
const named =
  /iban(?:[^A-Z\d\n]{0,4}(?:nr|no|number|nummer|is|ist|es|est|to|je))?[^A-Z\d\n]{0,5}(?<account>[A-Z]{2}\d{2}(?:(?:[ .-]|\xc2\xa0|\xe2\x80\xaf)?[\dA-Z]){11,34})/dgi;

/** How many characters of what is written are an account's number: in groups words may follow, which look like one more. */
function lengthOf(text: string): number | undefined {
  const length = ibanLengths.get(text.slice(0, 2));
  if (length === undefined) return undefined;
  let taken = 0;
  let end = 0;
  while (end < text.length && taken < length) if (/[\dA-Z]/.test(text.charAt(end++))) taken++;
  if (taken < length || /^[\dA-Z]/.test(text.slice(end))) return undefined;
  const compact = text.slice(0, end).replaceAll(/[^\dA-Z]/g, "");
  return isValid(compact) && !isExample(compact) ? end : undefined;
}

function isValid(compact: string): boolean {
  let rest = 0;
  for (const character of compact.slice(4) + compact.slice(0, 4)) {
    const value = parseInt(character, 36);
    rest = (rest * (value > 9 ? 100 : 10) + value) % 97;
  }
  return rest === 1;
}

/** The registry's own, and those that books and testers make: they count. */
function isExample(compact: string): boolean {
  return registryExamples.has(compact) || /1234567|7654321|(?:1234){3}|([1-9])\1{6}/.test(compact.slice(4));
}
