/** Nearly: patterns with all letters and nothing else take V8 far longer to compile. */
const letters = String.raw`A-Za-z\xaa-\u1fff\u2c00-\u2fff\u3005-\uffdc`;

/** Words in rows, as they are written in the midst of a sentence, at its beginning, and all in capitals. */
function anyOf(rows: string): string {
  const words = rows
    .trim()
    .split(/[\s|]+/)
    .map((word) => word.replaceAll("_", " "));
  const written = words.flatMap((word) => [inBoth(word), word.toUpperCase()]);
  return [...new Set(written)].map((word) => word.replaceAll(".", String.raw`\.`)).join("|");
}

function inBoth(word: string): string {
  const [first = ""] = word;
  const upper = first.toUpperCase();
  return upper === first ? word : `[${first}${upper}]${word.slice(first.length)}`;
}

/** Behind a street's name: `14 Elm Street`. */
const english = anyOf(`
  street|st.|st|road|rd.|rd|avenue|ave.|ave|lane|ln.|ln|drive|dr.|dr|court|ct.|ct|boulevard|blvd.|blvd|way|place|pl.|terrace|close|crescent|square|sq.|row|hill|gardens|grove|mews|parkway|pkwy|circle|cir.|highway|hwy|trail|loop|alley|walk|rise|view|park|green|heights|marg|nagar`);

/** Its end, in one word with it or behind it: `Gartenweg 12`. */
const endings = anyOf(`
  straße|strasse|str.|weg|gasse|gässchen|platz|allee|ring|damm|ufer|chaussee|steig|stieg|pfad|promenade|markt|wall|graben|hof|kamp|twiete|redder|straat|laan|plein|gracht|kade|singel|dijk|pad|dreef|steeg|plantsoen
  gatan|vägen|gränd|torget|stigen|backen|allén|gata|väg|gate|gaten|veien|vei|vejen|vej|gade|allé|stræde|plass|plassen|plads|svingen|stien|katu|tie|kuja|polku|kaari|raitti|rinne|vegur|stræti|tänav|maantee|puiestee|iela|gatvė
  utca|útja|út|tér|köz|körút|krt.|fasor|ulici|ulice|sokak|sokağı|sok.|sk.|caddesi|cad.|cd.|bulvarı|mahallesi|mah.|улица|ул.|проспект|переулок|шоссе|бульвар|площадь`);

/** In front of it: `calle Mayor 12`. */
const beginnings = anyOf(`
  rue|avenue|av.|boulevard|bd|place|chemin|allée|impasse|quai|route|square|cours|passage|villa|sentier|voie|faubourg
  calle|c/|avenida|avda.|avda|paseo|plaza|pza.|carrer|camino|carretera|ronda|travesía|glorieta|urbanización|rambla|cuesta|pasaje|rua|r.|travessa|praça|largo|alameda|estrada|rodovia|beco
  via|viale|v.le|piazza|p.zza|piazzale|corso|c.so|vicolo|strada|lungomare|borgo|contrada|salita|str.|bulevardul|bd.|aleea|șoseaua|calea|intrarea
  ul.|ulica|ulicy|ulici|ulice|al.|aleja|alei|aleje|pl.|plac|placu|os.|osiedle|osiedlu|nám.|náměstí|námestie|třída|tř.
  ул.|улица|улице|вул.|вулиця|вулиці|пр-т|просп.|проспект|проспекте|пер.|переулок|переулке|пров.|бульвар|бульваре|б-р|наб.|набережная|набережной|пл.|площадь|площади|ш.|шоссе|мкр.|бул.
  οδός|οδού|οδό|λεωφόρος|λεωφόρου|πλατεία|شارع|طريق|رحبة|רחוב|ברחוב|שדרות|בשדרות|דרך|خیابان|کوچه|بلوار|jalan|jl.|jln.|gang|gg.|đường|phố|ngõ|ถนน`);

/** German streets that have no such end: `Am Sandtorkai 50`. */
const german =
  "[Aa]m|[Aa]n der|[Ii]m|[Ii]n der|[Ii]n den|[Aa]uf (?:dem|der|den)|[Zz]u[mr]|[Uu]nter de[nr]|[Hh]inter de[mr]|[Bb]eim|[Vv]or dem|[AaHhNnLlGg](?:lte|ohe|eue|ange|roße)[rn]?";

const word = `[${letters}][${letters}.'’-]{0,24}`;
const capitalized = String.raw`[A-Z\xc0-\xde\u0100-\u017f\u0386-\u03ab\u0401-\u042f\u0490][${letters}.'’-]{1,24}`;
/** Of a street's name: no English word that only joins others. */
const namePart = String.raw`(?!(?:of|the|by|no|on|in|and|or|an?|per|to|for|is|are|was|at|from|with|it|that|this|my|our|dollars|days|years|people)\b)${word}`;
/** Not in the midst of a number, a date, a path or an address of machines. */
const begin = String.raw`(?<![\d${letters}/_#$€£-]|\d[.,:])`;
const end = String.raw`(?![\d%°€$£]|[.,:/-]\d{1,3}[.,:/-]|[:.]\d\d)`;
const figures = String.raw`\d{1,5}(?: ?[A-Za-z](?![${letters}]))?(?:[-/–]\d{1,4}[A-Za-z]?)?`;
const no = String.raw`(?:n[º°ro]{0,2}\.? ?|num\.? ?|[Nn][or][.:]{0,2} ?|č\. ?|č\.p\. ?|д\. ?|дом |буд\. ?|رقم |מספר |số )?`;
/** What counts no houses. */
const units =
  "(?! ?(?:Jahr|Monat|Woche|Tag|Uhr|Minuten|Nächte|Personen|Kinder|Zimmer|year|month|week|day|hour|night|min|mile|people|km|m²|años|ans |anni|anos|jaar|lat |лет|год))";

const houseNumber = `,? ?${no}${figures}${end}${units}`;

/** A street with the number of a house, as it is written in different countries. */
export const streets: readonly RegExp[] = [
  String.raw`${begin}\d{1,4}(?:/\d{1,3}| ?(?:bis|ter|[A-Ea-e]))?,? (?:${beginnings}) (?:(?:d['’]|l['’]|de|du|des|la|le|les) ?){0,3}${word}(?: ${capitalized}){0,4}`,
  String.raw`${begin}${figures},? (?:[NSEW]{1,2}\.? )?(?:(?:${namePart}|\d{1,3}(?:st|nd|rd|th)) ){1,3}(?:${english})(?![${letters}])`,
  String.raw`${begin}(?:${beginnings})(?: |(?<=[./]))${namePart}(?: ${word}){0,4}?${houseNumber}`,
  String.raw`${begin}(?:${capitalized} ){0,2}(?:[${letters}-]{2,30})?(?:${endings}):?${houseNumber}`,
  String.raw`${begin}(?:${german}) (?![${letters}-]{0,40}(?:${endings})(?![${letters}]))${capitalized}(?: ${capitalized})?${houseNumber}`,
  String.raw`${begin}(?:${capitalized} ){1,2}(?:Street|Road|Avenue|Lane|Drive|Close|Boulevard)${houseNumber}`,
  // In Colombia a street has a number, and a house that of the next crossing.
  String.raw`${begin}(?:[Cc]alle|[Cc]arrera|[CcKk]ra?\.?|[Tt]ransversal|[Dd]iagonal) \d{1,3} ?[A-Z]? ?(?:#|[Nn]o\.?) ?\d{1,3} ?[A-Z]? ?- ?\d{1,3}`,
  // Japan, China, Korea.
  String.raw`[\u3041-\u9fff]{1,16}[都道府県市区町村郡][\u3041-\u9fff]{0,16}[\d０-９]{1,4}(?:丁目|番地?|号|[-－ー−‐][\d０-９])[\d０-９番地号丁目の\-－ー−‐]{0,12}`,
  String.raw`[\u4e00-\u9fff]{2,24}[路街道弄巷里村苑园圃区座][\d０-９]{1,5}(?:号|號|弄|栋|幢|座|室)[\d０-９号弄栋幢座室单元樓楼层-]{0,16}`,
  String.raw`(?:[\uac00-\ud7a3]{1,8}[시도군구읍면동] ){0,3}[\uac00-\ud7a3\d]{1,10}(?:로|길|동|대로) ?\d{1,4}(?:-\d{1,4}|번길 ?\d{1,4}|번지)?(?![\d.:년월일시분명원])`,
].map((pattern) => new RegExp(pattern, "g"));

const postcode = String.raw`(?:[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}|[A-Z]\d[A-Z] ?\d[A-Z]\d|(?:[A-Z]{1,3}[- ])?\d{2,6}(?:[- ]\d{2,4})?(?: [A-Z]{2}(?![A-Za-z]))?)`;

/** What a home is a part of. */
const parts = `#|m\\.|${anyOf("apt|apartment|unit|flat|suite|кв|lok|bl|esc|piso|int|top|stiege|étage|bâtiment|bât")}`;

/** What follows a street up to the postcode and its town. */
export const town: RegExp = new RegExp(
  String.raw`^(?:,? ?(?:${parts})\.? ?#?\w{1,5}(?![${letters}\d]))?(?:(?:[,;\n·|]{1,2} ?| {1,2})(?:${capitalized}(?: ${capitalized}){0,2}[,;]? ?){0,3}${postcode}(?![\d.,:]\d)(?: ${capitalized}){0,3})?`,
);

/** What is called a home address, as a pattern: a number, and a word beside it. */
export const named: string = String.raw`(?:${word}[ ,]{1,2}){1,6}(?:${no}${figures}|${postcode})${end}|${figures}[ ,]{1,2}${word}(?:[ ,]{1,2}${word}){0,6}(?: ${figures})?`;

/** Of manuals, and those that everybody knows. */
export function isExample(address: string): boolean {
  return example.test(address);
}

const example =
  /^(?:street|address|stra(?:ß|ss)e|rue|calle|via|rua)\s\d{1,3}$|\b(?:123|1234|1|100|111|12345) (?:main|any|some|example|sample|fake|test|first|oak|elm|maple)\b|\b(?:example|sample|fake|your|any|placeholder|dummy)\s?(?:st|street|road|rd|ave|avenue|lane)\b|muster(?:stra|weg|gasse|allee|stadt|platz)|beispielstra|1600 (?:pennsylvania|amphitheatre)|10 downing|221 ?b baker|742 evergreen|4 privet|rue de l['’]exemple|calle (?:falsa|ejemplo)|rua exemplo|via esempio|voorbeeldstraat|exempelgatan|przykładow/i;
