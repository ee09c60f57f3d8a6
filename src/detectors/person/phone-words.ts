import type { Range } from "../../model/range.ts";
import { languages, type Spoken } from "./phone-languages.ts";
import type { Countries } from "./phone-library.ts";

/** What the text says of a number. */
export interface Said {
  /** Where the word is spoken. */
  readonly countries: Countries;
  /** `phone`: a word for it, or whose it is. `call`: what is done with it, and with other things. `number`: only that it is one. */
  readonly as: "phone" | "call" | "number";
}

/** Not across another number, or through code. */
const clause = /(?:[^\d\n{}[\];=<>]|<\/?[a-z]{1,8}>|["'\w]=){0,48}$/u;

/** So far may a word stand from the number: "call me after nine at". */
const nearby = 28;

/**
 * How the words of phone-languages.ts begin: two letters are a whole word. Most numbers in logs and sources have none of them beside them, which is
 * told before its patterns, which take long to compile, are asked. What has other letters than ASCII's may be any of them.
 */
export const beginningsOfWords: readonly string[] = [
  "tel pho fon mob mov cel fax gsm sms whats wa zap viber landl hands handy contact cal text buzz reach ring dial give",
  "offi num nom uimh rhif ruf anruf durchw erreich meld kom puh matk sim pons cep port joind appel rappel lla chiam",
  "lig bel ffon galw zad dzwo zavol volej volaj natel fix hiv hring sun apel ara soit zva zov nazov pozov pokli skamb pask piez",
  "helis hubu goi piga nipig wapig taw tum deitu glao skak broj cislo stev szam zen mug mow namba so ph hp tfn tlf tlph dt",
].flatMap((row) => row.split(" "));

/** And what stands in the midst of others: `Diensttelefon`. In front of a number that begins with a zero the kernel leaves it to this. */
const inCompounds =
  "telef|telep|foon|mobil|handy|rufnummer|durchwahl|festnetz|zentrale|privat|dienstlich|notfallkontakt|signal|threema|joignable|oficina|ufficio|bureau|kantoor|biuro";

const hint = new RegExp(
  String.raw`[^!-~\s]|(?:(?<![A-Za-z])|(?<=[a-z])(?=[A-Z]))(?:${beginningsOfWords.map(begins).join("|")})|${inAnyCase(inCompounds)}`,
);

function begins(word: string): string {
  return inAnyCase(word) + (word.length < 3 ? "(?![A-Za-z])" : "");
}

/** What the flag `i` does, which would make `workPhone` one word. */
function inAnyCase(word: string): string {
  return word.replaceAll(/[a-z]/g, (letter) => `[${letter}${letter.toUpperCase()}]`);
}

/** With a space where the next word of a name begins: `workPhone`. */
export function inWords(text: string): string {
  return text.replaceAll(/(?<=[a-z])(?=[A-Z])/g, " ");
}

export const saying: {
  /** Whether there may be a word, told by the bytes around a number. */
  readonly mayBeBeside: (text: string, number: Range) => boolean;
  /** What the words before a number say of it, or right behind it; undefined where they say nothing. */
  readonly beside: (before: string, behind: string) => Said | undefined;
} = {
  mayBeBeside: (text, { start, end }) => hint.test(wordsBefore(text, start)) || hint.test(text.slice(end, end + 24)),
  beside(before, behind) {
    const [whole = ""] = clause.exec(before) ?? [];
    const near = whole.slice(-nearby);
    const after = /^\s?[([–-]\s?[\p{L}. ]{2,16}/u.exec(behind)?.[0] ?? "";
    const sure = languages.filter(
      (spoken) => spoken.sure.test(near) || spoken.sure.test(after) || isDirect(spoken, whole, behind),
    );
    if (sure.length > 0) return { countries: countriesOf(sure), as: "phone" };
    const unsure = languages.filter((spoken) => spoken.unsure.test(near));
    return unsure.length === 0
      ? undefined
      : { countries: countriesOf(unsure), as: noun.test(near) ? "number" : "call" };
  },
};

/** Whether the words at the number say that somebody answers there. */
function isDirect({ direct, behind: follows }: Spoken, before: string, behind: string): boolean {
  return direct?.test(before) === true || follows?.test(behind) === true;
}

/** What stands close before a place, without the word that it begins in the midst of. */
function wordsBefore(text: string, at: number): string {
  const start = Math.max(0, at - 44);
  const before = text.slice(start, at);
  return /[a-z]/i.test(text.charAt(start - 1)) ? before.replace(/^[a-z]+/i, "") : before;
}

const noun =
  /n[uú]mm?[eéè]?ro?|number|contact|číslo|szám|numara|broj|số|номер|број|nomor|nombor|namba|番号|連絡先|号码|號碼|번호|رقم|شماره|نمبر|מספר|नंबर|नम्बर|নম্বর|எண்|หมายเลข|เบอร์|αριθμ/iu;

function countriesOf(groups: readonly Spoken[]): Countries {
  return [...new Set(groups.flatMap(({ countries }) => countries))];
}

/** Whether it is said to be a number of another kind. */
export function isSaidToBeOther(before: string): boolean {
  return other.test(before);
}

const other =
  /(?:(?<![\p{L}])(?:order|orders|invoice|ticket|tickets|case|issue|bug|pr|id|ids|uid|gid|pid|isbn|issn|ean|upc|imei|iccid|sku|ref|reference|tracking|parcel|serial|s\/n|account|acct|konto|kontonr|iban|bic|routing|version|build|commit|rev|revision|port|bestell\p{L}{0,8}|rechnung\p{L}{0,9}|kunden\p{L}{0,7}|auftrag\p{L}{0,7}|vorgang\p{L}{0,9}|aktenzeichen|artikel\p{L}{0,7}|commande|facture|pedido|factura|ordine|fattura|zamówieni\p{L}{1,2}|faktur\p{L}{0,4}|factuur|заказ\p{L}{0,3}|счет\p{L}{0,3}|订单\p{L}{0,2}|注文\p{L}{0,2}|주문\p{L}{0,2}|model|part|item|zip|plz|postal|vat|tax|ssn|seed|hash|offset|line|page|timestamp|epoch|rfc|cve|error code|exit code|amount|total|price|sum)(?:[ ._-]?(?:no|nr|num|number|nummer|numéro|número|numero|id|код|номер|号|番号|号码|번호))?(?:\s(?:is|was|ist|lautet|war|est|es|è|é|jest|to|je|este|är|er|on|это|е))?[.:#=\s"'(№-]{0,5}$)|[#№]\s?$|[$€£¥]\s?$/iu;
