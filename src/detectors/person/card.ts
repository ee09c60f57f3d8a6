import type { Window } from "../../model/window.ts";
import type { Detector } from "../detector.ts";
import { isTestCard } from "./test-cards.ts";
import { textBefore, textBehind } from "./context.ts";

/**
 * Numbers of payment cards: ISO/IEC 7812-1 with Luhn's check digit, in the ranges and lengths of the networks that issue them. One in
 * ten numbers has a fitting digit, so that a number alone, without groups and without a word that says what it is, is not sure.
 * https://en.wikipedia.org/wiki/Payment_card_number#Issuer_identification_number_(IIN)
 */
export const cardNumber: Detector = {
  id: "person/card",
  summary: "Payment card number",
  remedy:
    "Take it out: name the card by its last four digits. Tests use a number that the payment provider documents, such as 4242 4242 4242 4242.",
  trigger: { shape: "card" },
  reach: { before: 64, after: 48 },

  *detect(window) {
    for (const match of window.matchAll(number)) {
      const range = { start: match.index, end: match.index + match[0].length };
      const confidence = confidenceOf(window, range.start, match[0]);
      if (confidence !== undefined) yield { range, confidence };
    }
  },

  examples: [
    "my visa is «4539 {digits:4} {digits:4} {digits:3}{luhn}», exp 04/29",
    "card: «4539{digits:11}{luhn}»",
    "Kreditkarte «5425-{digits:4}-{digits:4}-{digits:3}{luhn}» bitte belasten",
    "amex «3714 {digits:6} {digits:4}{luhn}»",
    "カード番号 «3566{digits:11}{luhn}»",
    "dots and narrow spaces: «4539.{digits:4}.{digits:4}.{digits:3}{luhn}», «4539\u202f{digits:4}\u202f{digits:4}\u202f{digits:3}{luhn}»",
    "in groups: «4539 {digits:4} {digits:4} {digits:3}{luhn}»",
    "a number alone is not sure: «4539{digits:11}{luhn}»",
    'card_number=«4539{digits:11}{luhn}»&cvv=1, {"creditCardNo":"«4539{digits:11}{luhn}»"}, card #«4539{digits:11}{luhn}»',
    "discard=4539{digits:11}{luhn} offset=4539{digits:11}{luhn} #4539{digits:11}{luhn}",
    "tests: 4242 4242 4242 4242, 4111-1111-1111-1111, 5555555555554444, 378282246310005, 4000 0025 0000 3155",
    "wrong check digit: card 4539 1488 0343 6468",
    "card 45391488034364671, 4539148803436468.25, 0.4539148803436468, 4539148803436468n, x4539148803436468",
    "order id 4539{digits:12}, 4539 14880343 6467, 4539-1488 0343.6467",
    "4503599627370496, 0x4539148803436468, 45391488-0343-6467-8034-361488034367",
    "1700000000000, 20260501102030123, 9007199254740991",
  ],
};

// In one piece, or in the groups of the network with the same separator between all of them.
const number =
  /(?<![\w.,@$&/\\+-])(?<!\d(?:[\s-]|\xc2\xa0|\xe2\x80\xaf))(?<![\dA-F]{4} )(?:[2-6]\d{12,18}|[2-6]\d{3}([ .-]|\xc2\xa0|\xe2\x80\xaf)\d{4}\1\d{4}\1\d{4}(?:\1\d{3})?|3[47]\d{2}([ -])\d{6}\2\d{5}|3[0689]\d{2}([ -])\d{6}\3\d{4})(?![\w@]|[.,:/-]\w| \d{3}| [\dA-F]{4}\b)/g;

function confidenceOf(window: Window, start: number, written: string): number | undefined {
  const digits = written.replaceAll(/\D/g, "");
  if (!hasNetwork(digits) || !isLuhn(digits) || isTestCard(digits)) return undefined;
  const before = textBefore(window, start, 60);
  const behind = textBehind(window, start + written.length, 40);
  const isGrouped = written.length > digits.length;
  if (key.test(before)) return 0.95;
  if (/[=#]$/.test(before)) return undefined;
  if (other.test(before)) return isGrouped && said.test(before) ? 0.5 : undefined;
  if (said.test(before) || expiry.test(behind)) return 0.95;
  if (isGrouped) return 0.85;
  // Alone in a row of numbers it is data, and the longer ones are ids.
  return digits.length > 16 || digits.length < 15 || /[\d\]})][,;\s[({]*$/.test(before) || /^[,;\s]*\d/.test(behind)
    ? undefined
    : 0.5;
}

/** Visa, Mastercard, American Express, Discover, Diners Club, JCB, UnionPay, Mir, Maestro, RuPay, Elo, Verve. */
function hasNetwork(digits: string): boolean {
  return /^(?:4(?:\d{12}|\d{15}|\d{18})|(?:5[1-5]\d{2}|222[1-9]|22[3-9]\d|2[3-6]\d\d|27[01]\d|2720)\d{12}|3[47]\d{13}|(?:6011|64[4-9]\d|65\d\d)\d{12}|3(?:0[0-5]|[689]\d)\d{11}|35(?:2[89]|[3-8]\d)\d{12}|62\d{14,17}|220[0-4]\d{12}|(?:50|5[6-8]|6[037])\d{14}|(?:81|82)\d{14})$/.test(
    digits,
  );
}

function isLuhn(digits: string): boolean {
  let sum = 0;
  for (const [index, digit] of [...digits].toReversed().entries()) {
    const value = Number(digit) * (index % 2 === 0 ? 1 : 2);
    sum += value > 9 ? value - 9 : value;
  }
  return sum % 10 === 0;
}

const said =
  /\b(?:card|cards|cc|pan|visa|master ?card|amex|american express|discover|diners|jcb|unionpay|maestro|mir|debit|credit|pay (?:with|by)|paid (?:with|by)|charge)\b[^\d]{0,30}$|(?:kredit|debit|bank|giro)karte[^\d]{0,30}$|\b(?:carte|tarjeta|carta|cart[ãa]o|karta|kart[aıy]?|kaart|kort|luottokortti|creditcard|kreditkort|bankkort)[^\d]{0,30}$|(?:карт|картк|карточк|カード|クレジット|卡号|信用卡|信用咭|卡號|카드|بطاقة|כרטיס|कार्ड|บัตร|thẻ|κάρτα|kortti|kártya)[^\d]{0,40}$/iu;

/** `card_number=`, `"creditCardNo": "`, `card #` */
const key =
  /(?:(?<![a-z])|credit[_ -]?|debit[_ -]?|bank[_ -]?|payment[_ -]?)(?:card|cc|pan|kreditkarte|tarjeta|carte)(?:[_ -]?(?:number|num|nummer|no|nr))?\.?["'`]?\s{0,2}(?:[:=#]\s{0,2}){1,2}["'`]?$/i;

/** Numbers that say themselves that they are something else. */
const other =
  /(?:\b(?:id|ids|uid|guid|gid|ean|upc|gtin|isbn|imei|iccid|order|invoice|ticket|tracking|serial|sku|ref|reference|timestamp|time|ts|epoch|nonce|seed|hash|offset|size|bytes|version|build|commit|rev|checksum|phone|tel|iban|account|konto|seq|sequence|snowflake|fbid|asin|lot|barcode|parcel|waybill)(?:[ _-]?(?:no|nr|number|id))?|_id|Id|ID|#)["'`]?\s{0,2}[:=#.]?\s{0,2}["'`]?$/;

const expiry = /^["'`,;|\s]{0,4}(?:exp\w{0,8}|valid|gültig|val\.?|cvv|cvc|csc|\(?\d\d\s?\/\s?(?:\d\d)?\d\d)\b/i;
