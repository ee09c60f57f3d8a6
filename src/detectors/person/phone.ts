import type { Match } from "../../model/match.ts";
import type { Window } from "../../model/window.ts";
import type { Detector } from "../detector.ts";
import { textBefore, textBehind } from "./context.ts";
import { isFictional } from "./fictional-phones.ts";
import type { Countries, Phones } from "./phone-library.ts";
import { beginningsOfWords, inWords, isSaidToBeOther, type Said, saying } from "./phone-words.ts";

let library: Phones | undefined;

/** Loads libphonenumber-js; from then on `detect` answers without a promise. */
async function loadPhones(): Promise<void> {
  library ??= (await import("./phone-library.ts")).phones;
}

/**
 * Phone numbers: international ones (ITU-T E.164) that are valid where they lead to, national ones beside a word that says what they
 * are, in a country where the word is spoken, and those few national forms that nothing else is written in.
 * https://gitlab.com/catamphetamine/libphonenumber-js
 */
export const phoneNumber: Detector = {
  id: "person/phone",
  summary: "Phone number",
  remedy: "Take it out, or use a number that is kept for fiction: +1 202 555 0123, +44 7700 900123.",
  // In sources and on pages numbers of seven digits stand everywhere, and there a phone number would only warn.
  messagesOnly: true,
  trigger: { shape: "phone", least: 7, beside: beginningsOfWords },
  reach: { before: 96, after: 48 },
  load: loadPhones,

  detect(window) {
    const found = candidatesIn(window);
    if (found.length === 0) return [];
    return library === undefined ? loadPhones().then(() => matchesOf(found)) : matchesOf(found);
  },

  examples: [
    "reach me at «+49 151 7234{digits:4}», «+1 (415) 867-{digits:4}» or «+33 6 12 34 {digits:2} 79»",
    '{"m":"see\\n«+49 151 7234{digits:4}» and\\t«+49 151 7234{digits:4}»"}',
    "Tel.: «030 2345{digits:3}», mobil «0171/23486{digits:2}»",
    "call me: «(415) 867-{digits:4}» or text «415-867-{digits:4}»",
    "from abroad «00 49 176 4829{digits:4}», Natel «079 482 91 {digits:2}»",
    'Diensttelefon: «030 2345{digits:3}», huistelefoon «020 623 {digits:4}», "workPhone": "«415-867-{digits:4}»"',
    "«(+49) 171 2348{digits:3}», Büro: «030 2345{digits:4}», Zentrale «030 2345{digits:4}», Festnetz: «030 2345{digits:4}», tfno «612 345 {digits:3}»",
    "office: «415 867 {digits:4}», office «0131 556 {digits:4}», joignable au «06 12 34 {digits:2} 78», Notfallkontakt: Anna, «0171 2348{digits:3}», Signal: «0171 2348{digits:3}»",
    "office 365 and 1234567, Büro 4. OG, Raum 0301234, signal 1234567 of 7654321, privat 12345678 Euro",
    "chatId: 415-867-{digits:4}, orderNumber: 415-867-{digits:4}",
    "tel:«+4930{digits:2}34867», wa.me/«49151{digits:2}375678»",
    "電話は«03-6234-{digits:4}»、携帯«090-1234-{digits:4}»です",
    "звоните: «8 (916) 123-{digits:2}-67», тел. «+7 916 123-45-{digits:2}»",
    "mon portable : «06 12 34 {digits:2} 78», móvil «612 345 {digits:3}»",
    "alone in its usual form it is not sure: «(415) 867-{digits:4}»",
    "a hotline is nobody's: call «+49 800 330{digits:4}»",
    "fiction: +1 202 555 0147, (415) 555-0123, +44 7700 900123, 01632 960123, 030 23125 123, 0491 570 156, 06 39 98 12 34",
    "CREATE TABLE t (body TEXT(1048576), note TEXT(8388608)), call(16777215)",
    "+1234567, +10000000000, +99 123 456 789, 1e+4915112345678, a+4915112345678",
    "order no. 0301234567, texlive-lang-arabic (2022.20230122-1 Debian), tracking 415-867-5309-22, id=4158675309, #4158675309, version 10.20.3045",
    "1700000000, 2026-05-01 10:20:30, 01.05.2026, 20260501, 10.11.12.13, 52.520008, 13.404954",
    "1 234 567 items, $1,234,567.00, 415867530912345678, 0x4158675309, 123456789",
    "ISBN 978-3-16-148410-0, call 0x80004005, number 12345678, Telefon: 110",
  ],
};

/** What may be one, and what has to be asked of the library to know. */
interface Candidate {
  readonly match: Match;
  readonly text: string;
  /** Where it may be a national number; none of them where it says its country itself. */
  readonly countries: Countries;
  readonly confidence: Sureness;
}

/** How sure it is of a valid number, and of one that is only long enough for one. */
type Sureness = readonly [valid: number, possible: number];

// Figures with one separator between two of them, or with brackets around some.
const digits =
  /(?<![\w+#@$%&*/~^-](?<!\\[nrt]))(?<!\d[.,: ])(?<!(?:\xc2\xa3|\xe2\x82\xac) ?)(?:\(?\+ ?|\()?\d(?:(?: ?\(| ?[)-] ?|[ ./]|\xc2\xa0|\xe2\x80[\x90-\x95\xaf])?\d){6,17}(?![\w@%]|[.,:/-]\d|\)?-\d| ?(?:\xc2[\xb0\xa3]|\xe2\x82\xac|[kKMG]i?B\b|px\b|ms\b))/g;
const inLink = /(?<=\b(?:wa\.me\/|api\.whatsapp\.com\/send\/?\?phone=|tel:))\+?\d{8,15}(?!\w)/g;

function candidatesIn(window: Window): Candidate[] {
  const { text } = window;
  const candidates: Candidate[] = [];
  for (const match of window.matchAll(inLink)) candidates.push(candidate(match.index, match[0], [], [0.95, 0.6]));
  for (const match of window.matchAll(digits)) {
    // A bracket that closes behind the number is the sentence's.
    const isOpen = match[0].startsWith("(") && !match[0].includes(")");
    const written = isOpen ? match[0].slice(1) : match[0];
    const start = match.index + (isOpen ? 1 : 0);
    if (written.split("(").length !== written.split(")").length) continue;
    const isAbroad = /^\(?\+|^00 ?[1-9]\d{0,2}[ /-]/.test(written);
    const usual = usualForms.find(({ form }) => form.test(written));
    const end = start + written.length;
    if (/^\d+$/.test(written) && /\w\($/.test(text.slice(Math.max(0, start - 2), start))) continue; // the type `TEXT(1048576)`
    const mayBeSaid = saying.mayBeBeside(text, { start, end });
    if (!isAbroad && ((usual === undefined && !mayBeSaid) || isOtherNumber(written))) continue;
    const before = inWords(textBefore(window, start, 72));
    if (!isAbroad && isSaidToBeOther(before)) continue;
    const said = mayBeSaid ? saying.beside(before, textBehind(window, end, 40)) : undefined;
    if (isAbroad) candidates.push(candidate(start, written, [], abroad(written, said)));
    else if (said !== undefined && (said.as === "phone" || (isFormatted(written) && !isCount(written))))
      candidates.push(candidate(start, written, said.countries, sureness[said.as]));
    else if (usual !== undefined) candidates.push(candidate(start, written, [usual.country], [0.6, 0]));
  }
  return candidates;
}

function candidate(start: number, written: string, countries: Countries, confidence: Sureness): Candidate {
  const text = Buffer.from(written, "latin1")
    .toString("utf8")
    .replaceAll(/[\u00A0\u2010-\u2015\u202F]/g, " ")
    .replace(/^\(\+ ?(\d{1,3})\)/, "+$1"); // which the library does not take
  return { match: { range: { start, end: start + written.length } }, text, countries, confidence };
}

/** A plus and figures can be a sum, too. */
function abroad(written: string, said: Said | undefined): Sureness {
  const isGrouped = /\d\D+\d+\D+\d/.test(written);
  if (said !== undefined) return said.as === "number" ? [0.9, 0.6] : [0.95, 0.8];
  if (isGrouped) return [0.9, 0.6];
  return /^\+\d+$/.test(written) ? [0.8, 0] : [0.5, 0];
}

/** Of national numbers by what is said of them: of a valid one, and of one that is long enough for one. */
const sureness: Readonly<Record<Said["as"], Sureness>> = { phone: [0.85, 0.6], call: [0.75, 0.5], number: [0.6, 0] };

/** Forms of one country that nothing else is written in. */
const usualForms: readonly { readonly form: RegExp; readonly country: Countries[number] }[] = [
  { form: /^(?:1 )?\([2-9]\d\d\) ?[2-9]\d\d-\d{4}$/, country: "US" },
  { form: /^0[67](?:[ .]\d\d){4}$/, country: "FR" },
  { form: /^01[5-7]\d[ /-]\d{7,8}$/, country: "DE" },
  { form: /^07\d{3} \d{3} ?\d{3}$/, country: "GB" },
  { form: /^\(\d\d\) ?9\d{4}-\d{4}$/, country: "BR" },
  { form: /^0[789]0-\d{4}-\d{4}$/, country: "JP" },
  { form: /^010-\d{4}-\d{4}$/, country: "KR" },
  { form: /^8 ?\(9\d\d\) ?\d{3}-\d\d-\d\d$/, country: "RU" },
];

/** A date, a time, an address, a version, a round number with its thousands apart, a postal code of Brazil. */
function isOtherNumber(written: string): boolean {
  return /^(?:19|20)\d\d([-./ ])[01]?\d\1[0-3]?\d|^[0-3]?\d([-./ ])[0-3]?\d\2(?:19|20)\d\d|^[012]?\d\.[0-5]\d-[012]?\d\.[0-5]\d$|^(?:19|20)\d\d-\d{2,5}-\d{1,4}$|^(?!(?!10)\d\d(?:\.\d\d){3}$)(?:(?:25[0-5]|2[0-4]\d|1?\d?\d)(?:\.(?!0\d)|$)){4}$|^[1-9]\d{0,1}(?:\.\d{3})+$|^(?:19|20)\d{6}(?:\d{4}|\d{6})?$|^(?:19|20)\d\d[-/](?:19|20)\d\d$|^\d{4}\.(?:19|20)\d{6}(?:-\d{1,3})?$|^97[89]-|^0?12345\d{4,7}$|^0+$|^[1-9]\d{0,2}(?:[ .]\d{3})*[ .]000$|^\d{3,5}(?:\/\d{3,5})+$|^\d{5}-\d{3}$/.test(
    written,
  );
}

/** Thousands apart: 2 345 678, and 612 345 600. */
function isCount(written: string): boolean {
  return /^[1-9]\d?(?:[ .]\d{3})+$|^[1-9]\d\d(?:[ .]\d{3})*[ .]\d00$/.test(written);
}

function isFormatted(written: string): boolean {
  return /^0|^\(|\d\D+\d/.test(written);
}

function matchesOf(candidates: readonly Candidate[]): Match[] {
  return candidates.flatMap(({ match, text, countries, confidence: [valid, possible] }) => {
    const isBare = countries.length === 0 && !text.includes("+");
    const kind = library?.kindOf(isBare ? `+${text.replace(/^00/, "")}` : text, countries);
    if (kind === undefined || isFictional(kind.international)) return [];
    const isService = kind.isService || (hotline.test(text) && library?.isServiceIn(text, countries) === true);
    const most = isService ? 0.4 : isMadeUp(text) ? 0.5 : 1;
    const confidence = Math.min(most, kind.isValid ? valid : possible);
    return confidence === 0 ? [] : [{ ...match, confidence }];
  });
}

/** Toll-free, shared and premium, as many countries write them: in some other a person may have the number. */
const hotline =
  /^(?:\(?0(?:80\d|900|18\d\d?)\)?|0 8\d\d|8[- ]?\(?80\d\)?|80\d|90[0-2]|444|1[- ]?8(?:00|88|77|66|55|44|33)|1300)[ /-]/;

/** As manuals make them up: figures in their order, the same one again and again, 555 in North America. */
function isMadeUp(text: string): boolean {
  return /12345678|23456789|98765432|(\d)\1{5}|^(?:\+?1)?(?:[2-9]\d\d)?555\d{4}$/.test(text.replaceAll(/[^\d+]/g, ""));
}
