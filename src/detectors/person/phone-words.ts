import type { Range } from "../../model/range.ts";
import type { Countries } from "./phone-library.ts";

/** What the text says of a number. */
export interface Said {
  /** Where the word is spoken. */
  readonly countries: Countries;
  /** `phone`: a word for it. `call`: what is done with it, and with other things. `number`: only that it is one. */
  readonly as: "phone" | "call" | "number";
}

const list = (codes: string): Countries => codes.split(" ") as unknown as Countries; // two letters each, as the library has them

const english = list("US GB CA AU IE NZ ZA IN SG HK PH NG KE MY PK GH");
const latin = list(
  "DE AT CH FR IT ES PT NL BE LU PL CZ SK HU RO MD HR SI BA RS ME AL XK TR SE NO DK FI IS EE LV LT MT CY ID VN AZ UZ MX AR CO CL PE VE EC UY PY BO CR PA DO GT HN SV NI CU BR AO MZ MA DZ TN SN CI CM TZ",
);
const cyrillic = list("RU UA BY BG RS KZ KG MK UZ TJ MN");
const arabic = list("SA AE EG MA DZ TN JO IQ LB KW QA OM BH YE SY LY PS SD IR PK AF");
const indian = list("IN BD PK LK NP");
const chinese = list("CN TW HK SG MO");

/** Words for a telephone, and ways to ask for a call, in the languages of each part of the world. */
const words: readonly { readonly sure: RegExp; readonly unsure: RegExp; readonly countries: Countries }[] = [
  {
    sure: /(?<![\p{L}])(?:tele)?(?:phone|fone)s?|(?<![\p{L}])(?:tel|tél|telef|telf|tfn|tlf|tlph|ph|mob|cell|mobile|fax|gsm|sms|whats ?app|viber|cellphone|landline|handset)(?![\p{L}])|contact n(?:o|umber)|call me|text me|reach me|ring me|phone me/iu,
    unsure: /(?<![\p{L}])(?:call|dial|ring|text|contact|number|reach(?: us| him| her| them)?)(?![\p{L}])/iu,
    countries: english,
  },
  {
    sure: /(?<![\p{L}])(?:tel|tél|telef|telf|tlf|tfn|fax|gsm|sms|whats ?app|viber|mob|cell?|natel|fixe|hp)(?![\p{L}])|(?:tele|télé)(?:phon|pon|fon|fón|foon)\p{L}{0,10}|телефон|(?:mobi(?:l|el|lu|le|len|lem|lní|lnummer\p{L}{0,2}|ltelefon\p{L}{0,3})|móvil|telemóvel|celular|cellulare|portable|handy(?:nummer)?|rufnummer|durchwahl|komórk[ai]|komórkowy|puhelin(?:numero)?|matkapuhelin|síma?(?:i|inn|num|númer\p{L}{0,3})|tālruni\p{L}{0,2}|telp|telepon|ponsel|điện thoại|đt|sđt|cep(?: tel)?|simu|matkap|puh|tālr|tel nr|ffôn|rhif ffôn)(?![\p{L}])/iu,
    unsure:
      /(?<![\p{L}])(?:nummer|numéro|número|numero|numer|číslo|szám|număr|numara|numri|broj|номер|nomor|số|namba|ruf\p{L}{0,4}(?: mich)?(?: an)?|anruf\p{L}{0,4}|erreichbar|erreichst|appel\p{L}{0,4}|joindre|llám\p{L}{0,5}|llam\p{L}{0,5}|chiam\p{L}{0,5}|lig(?:ue|ar|a)|bel(?: m[ey])?|ffoniwch|zadzwoń|dzwoń|zavol(?:ej|aj|at)|vol[ae]j(?:te)?|volat|hívj|hívjon|sun[aă]\p{L}{0,4}|ara\p{L}{0,4}|ring|soita|zvati|nazovi|pokliči|skambink\p{L}{0,4}|helista|zvani|hubungi|gọi|liên hệ|piga)(?![\p{L}])/iu,
    countries: latin,
  },
  {
    sure: /(?<![\p{L}])(?:тел|моб|телефон\p{L}{0,4}|мобил\p{L}{0,6}|сотов\p{L}{0,4}|факс|gsm|гсм|вайбер|ватсап|вотсап)(?![\p{L}])/iu,
    unsure:
      /(?<![\p{L}])(?:номер\p{L}{0,3}|звон\p{L}{0,6}|позвон\p{L}{0,6}|дзвон\p{L}{0,6}|подзвон\p{L}{0,6}|обад\p{L}{0,5}|зателеф\p{L}{0,6}|тэлеф\p{L}{0,6}|број|утас\p{L}{0,4})(?![\p{L}])/iu,
    countries: cyrillic,
  },
  { sure: /τηλ|κινητ|φαξ/iu, unsure: /κάλεσ|καλέστε|αριθμ|πάρε/iu, countries: list("GR CY") },
  {
    sure: /電話|携帯|ケータイ|ＴＥＬ|でんわ|ファックス|(?<![\p{L}])tel(?![\p{L}])/iu,
    unsure: /番号|連絡先/u,
    countries: list("JP"),
  },
  {
    sure: /电话|電話|手机|手機|移动电话|座机|传真|微信|联系方式|聯絡電話|(?<![\p{L}])tel(?![\p{L}])/iu,
    unsure: /号码|號碼|致电|致電|拨打|撥打|联系|聯絡/u,
    countries: chinese,
  },
  {
    sure: /전화|휴대폰|핸드폰|휴대전화|팩스|연락처|(?<![\p{L}])tel(?![\p{L}])/iu,
    unsure: /번호|연락/u,
    countries: list("KR"),
  },
  {
    sure: /هاتف|الهاتف|جوال|موبايل|تلفون|تلفن|موبایل|همراه|فاكس|واتس|فون/u,
    unsure: /رقم|اتصل|شماره|تماس|نمبر/u,
    countries: arabic,
  },
  { sure: /טלפון|נייד|פלאפון|טל['׳]|פקס/u, unsure: /מספר|התקשר/u, countries: list("IL") },
  {
    sure: /फ़ोन|फोन|मोबाइल|टेलीफोन|भ्रमणध्वनी|ফোন|মোবাইল|ਫ਼ੋਨ|ਮੋਬਾਈਲ|ફોન|મોબાઇલ|தொலைபேசி|கைபேசி|ஃபோன்|ఫోన్|మొబైల్|ಫೋನ್|ಮೊಬೈಲ್|ഫോൺ|മൊബൈൽ|දුරකථන/u,
    unsure: /नंबर|नम्बर|कॉल|নম্বর|কল|எண்|నంబర్|ಸಂಖ್ಯೆ|നമ്പർ|ਨੰਬਰ|નંબર/u,
    countries: indian,
  },
  { sure: /โทร|มือถือ/u, unsure: /เบอร์|หมายเลข/u, countries: list("TH") },
  { sure: /ტელეფონ|ტელ|მობილურ/u, unsure: /ნომერ|დამირეკ/u, countries: list("GE") },
  { sure: /հեռախոս|հեռ|բջջ/iu, unsure: /համար|զանգ/iu, countries: list("AM") },
  { sure: /ስልክ|ሞባይል/u, unsure: /ቁጥር|ደውል/u, countries: list("ET") },
  { sure: /ទូរស័ព្ទ|ဖုန်း|ໂທ/u, unsure: /លេខ|နံပါတ်/u, countries: list("KH MM LA") },
];

/** Whoever says whose number it is means a phone's. */
const whose =
  /(?:my|his|her|their|new|phone|cell)\s(?:\p{L}{1,12}\s)?number|mein\p{L}{0,2} nummer|sein\p{L}? nummer|ihre nummer|(?:mon|ton|son|votre) numéro|(?:mi|tu|su) número|(?:meu|seu) número|(?:mio|suo|tuo) numero|(?:mijn|zijn|haar) nummer|m[oó]j\p{L}? (?:numer|číslo|broj)|számom|numărul (?:meu|lui|ei)|numaram|numarası|м[оі][йї]\p{L}? номер|(?:mitt|hans|hennes|mit|min) nummer|numeroni|numero på|nomor (?:saya|hp|wa)|số (?:của|điện)/iu;

/** So much may stand between the word and the number: "call me after nine at". No code, and no other number. */
const nearNumber = /(?:[^\d\n{}[\];=<>]|<\/?[a-z]{1,8}>|["'\w]=){0,28}$/u;

/**
 * How the words above begin: two letters are a whole word. Most numbers in logs and sources have none of them beside them, which is told
 * before the patterns above, which take long to compile, are asked. What has other letters than ASCII's may be any of them.
 */
export const beginningsOfWords: readonly string[] = [
  "tel pho fon mob mov cel fax gsm sms whats viber landl hands handy contact cal text reach ring dial",
  "num ruf anruf durchw erreich kom puh matk sim pons cep port joind appel lla chiam",
  "lig bel ffon zad dzwo zavol volej volaj natel fix hiv sun ara soit zva nazov pokli skamb",
  "helis hubu goi piga broj cislo szam namba nomor so ph hp tfn tlf tlph wa",
].flatMap((row) => row.split(" "));

const hint = new RegExp(
  String.raw`[^!-~\s]|(?<![a-z])(?:${beginningsOfWords.map((word) => (word.length < 3 ? String.raw`${word}(?![a-z])` : word)).join("|")})`,
  "i",
);

export const saying: {
  /** Whether there may be a word, told by the bytes around a number. */
  readonly mayBeBeside: (text: string, number: Range) => boolean;
  /** What the words before a number say of it, or right behind it; undefined where they say nothing. */
  readonly beside: (before: string, behind: string) => Said | undefined;
} = {
  mayBeBeside: (text, { start, end }) => hint.test(wordsBefore(text, start)) || hint.test(text.slice(end, end + 24)),
  beside(before, behind) {
    // Not across another number, or through code.
    const [near = ""] = nearNumber.exec(before.slice(-40)) ?? [];
    const after = /^\s?[([–-]\s?[\p{L}. ]{2,16}/u.exec(behind)?.[0] ?? "";
    const sure = words.filter((group) => group.sure.test(near) || group.sure.test(after));
    if (sure.length > 0 || whose.test(near))
      return { countries: countriesOf(sure.length > 0 ? sure : words), as: "phone" };
    const unsure = words.filter((group) => group.unsure.test(near));
    return unsure.length === 0
      ? undefined
      : { countries: countriesOf(unsure), as: noun.test(near) ? "number" : "call" };
  },
};

/** What stands close before a place, without the word that it begins in the midst of. */
function wordsBefore(text: string, at: number): string {
  const start = Math.max(0, at - 44);
  const before = text.slice(start, at);
  return /[a-z]/i.test(text.charAt(start - 1)) ? before.replace(/^[a-z]+/i, "") : before;
}

const noun =
  /n[uú]mm?[eé]ro?|number|contact|číslo|szám|număr|numara|numri|broj|номер|број|nomor|namba|番号|連絡先|号码|號碼|번호|رقم|شماره|نمبر|מספר|नंबर|नम्बर|নম্বর|எண்|หมายเลข|เบอร์|αριθμ/iu;

function countriesOf(groups: typeof words): Countries {
  return [...new Set(groups.flatMap(({ countries }) => countries))];
}

/** Whether it is said to be a number of another kind. */
export function isSaidToBeOther(before: string): boolean {
  return other.test(before);
}

const other =
  /(?:(?<![\p{L}])(?:order|orders|invoice|ticket|tickets|case|issue|bug|pr|id|ids|uid|gid|pid|isbn|issn|ean|upc|imei|iccid|sku|ref|reference|tracking|parcel|serial|s\/n|account|acct|konto|kontonr|iban|bic|routing|version|build|commit|rev|revision|port|bestell\p{L}{0,8}|rechnung\p{L}{0,9}|kunden\p{L}{0,7}|auftrag\p{L}{0,7}|vorgang\p{L}{0,9}|aktenzeichen|artikel\p{L}{0,7}|commande|facture|pedido|factura|ordine|fattura|zamówieni\p{L}{1,2}|faktur\p{L}{0,4}|factuur|заказ\p{L}{0,3}|счет\p{L}{0,3}|订单\p{L}{0,2}|注文\p{L}{0,2}|주문\p{L}{0,2}|model|part|item|zip|plz|postal|vat|tax|ssn|seed|hash|offset|line|page|timestamp|epoch|rfc|cve|error code|exit code|amount|total|price|sum)(?:[ ._-]?(?:no|nr|num|number|nummer|numéro|número|numero|id|код|номер|号|番号|号码|번호))?[.:#=\s"'(№-]{0,5}$)|[#№]\s?$|[$€£¥]\s?$/iu;
