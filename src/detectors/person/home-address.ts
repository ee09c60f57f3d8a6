import { matchesOf } from "../../model/matches.ts";
import type { Match } from "../../model/match.ts";
import type { Range } from "../../model/range.ts";
import type { Window } from "../../model/window.ts";
import type { Detector } from "../detector.ts";
import { matchesInText, withEnds } from "./context.ts";
import { saidBefore, saidBehind, saidOfValue } from "./home-words.ts";
import { isExample, named, streets, town } from "./streets.ts";

/** What programs call it. */
const keys = ["home_address", "homeaddress", "residential_address", "residentialaddress"];

/**
 * Where somebody lives: a street with the number of a house beside words that say that it is a home. Without them it may be a shop's, an
 * office's, a museum's.
 */
export const homeAddress: Detector = {
  id: "person/home-address",
  summary: "Home address",
  remedy: "Leave it out, or say the town or the part of it if that is what matters.",
  trigger: [
    {
      literals: [...saidBefore.ascii, ...keys],
      anyCase: true,
      behind: { run: "number", least: 1, within: 255 },
    },
    { literals: [...saidBefore.other, ...saidBehind.other] },
    { literals: saidBehind.ascii, anyCase: true },
  ],
  reach: { before: 512, after: 768 },

  *detect(window) {
    if (!mayTell(window)) return;
    yield* streetsIn(window);
    yield* namedIn(window);
  },

  examples: [
    "Carol lives at «14 Elm Grove Road», we live on «27 Harbour Street, Springfield, IL 62704» now",
    "my address is «8 Larch Close, Leeds LS6 2AB», home address: «The Old Rectory, Nether Wallop, SO20 8EZ»",
    '{"homeAddress": "«27 Harbour Street»"}, home_address: «27 Harbour Street», ADR;TYPE=home:;;«27 Harbour Street;Springfield;IL;62704»;USA',
    "Jonas wohnt in der «Lindenstraße 12a, 24103 Kiel», ich wohne «Am Sandtorkai 50»; Privatadresse: «Zum Mühlbach 7, 79100 Freiburg»",
    "elle habite au «27 rue de la Paix, 75002 Paris», domicilié «8 bis avenue Victor Hugo»",
    "vive en la «calle Mayor 27, 28013 Madrid», mora na «Rua das Flores, 27», abita in «via Garibaldi 27, 20121 Milano»",
    "Sanne woont in de «Kerkstraat 27, 1017 GC Amsterdam», Kasia mieszka przy «ul. Długa 27, 00-238 Warszawa»",
    "она живёт по адресу: «ул. Ленина, д. 27, кв. 4», мешкає на «вул. Шевченка, 27»",
    "自宅住所：«東京都新宿区西新宿2-8-1»、家住«上海市徐汇区淮海中路1984号»、집주소: «서울시 강남구 테헤란로 27»",
    "bor på «Storgatan 27, 111 51 Stockholm», asuu osoitteessa «Mannerheimintie 27», «Atatürk Caddesi No: 27»'de oturuyor",
    "«27 Harbour Street» is where she lives",
    "our office is at 27 Harbour Street, the museum at Lindenstraße 12, she lives in Leeds. The shop is at 27 Harbour Street",
    "he lives in Leeds and works at 27 Harbour Street, we live in 2026, they live on 20 dollars a day, the band is live at 27 Harbour Street",
    "my address is 0x{hex:40}, my address is carol@example.com, my address is 10.0.4.7, home address: {{ user.address1 }}",
    "home address: 123 Main Street, I live at 1 Example Road, wohnhaft in der Musterstraße 1",
    "the code lives in src/app/27/main.ts, the cache lives at line 27 of way.ts, lives in chapter 3",
  ],
};

/** The patterns of streets take twenty milliseconds to be compiled: words that only begin so, or have no number near them, do not ask for them. */
function mayTell({ bytes }: Window): boolean {
  const text = bytes.toString("utf8");
  if (saidBehind.areIn(text)) return true;
  return matchesOf(text, said).some(({ index }) => houseNumber.test(text.slice(index, index + 256)));
}

const houseNumber = /(?<![\d/-])(?<!\d[.:,])\d{1,5}(?!\d|[.:]\d|\/\d{4})|[０-９]/;

function* streetsIn(window: Window): Generator<Match> {
  for (const { match, text, range } of matchesInText(window, streets, withEnds)) {
    const [written] = match;
    const behind = text.slice(match.index + written.length, match.index + written.length + 96);
    // Where words have no space between them, the one that says so can be taken for a part of the street.
    const [said = ""] = inStreet.exec(written) ?? [];
    const before = text.slice(Math.max(0, match.index - 80), match.index) + said;
    if (isHome(before, written, behind) && !elsewhere.test(written))
      yield* addressOf(written.slice(said.length), behind, range);
  }
}

/** What is called a home address is one, whatever its street is called. */
function* namedIn(window: Window): Generator<Match> {
  for (const { match, text, range } of matchesInText(window, called, withEnds)) {
    const written = match.groups?.["address"] ?? "";
    const end = match.index + match[0].length;
    yield* addressOf(written, text.slice(end, end + 96), range);
  }
}

/** With postcode and town, as far as they stand behind it. @param end where the range of what was written ends */
function* addressOf(written: string, behind: string, { end }: Range): Generator<Match> {
  if (isExample(written)) return;
  const [more = ""] = town.exec(behind) ?? [];
  const range = { start: end - Buffer.byteLength(written), end: end + Buffer.byteLength(more) };
  yield { range, confidence: 0.85 };
}

const inStreet = new RegExp(`^.{0,8}${saidBefore.pattern.source}[:：はが是 ]{0,2}`, "i");

/** Whether the sentence around a street says that somebody lives there, close enough for a window to be opened by it. */
function isHome(before: string, written: string, behind: string): boolean {
  const [sentence = ""] = before.split(sentenceEnd).at(-1)?.split(number).slice(-1) ?? [];
  const last = matchesOf(sentence, said).at(-1);
  if (last === undefined) return saidBehind.areIn(behind.split(sentenceEnd, 1)[0]?.slice(0, 48) ?? "");
  const between = sentence.slice(last.index + last[0].length) + written.slice(0, written.search(/\d/));
  return Buffer.byteLength(between) < 250 && !elsewhere.test(sentence.slice(last.index));
}

const said = new RegExp(`${saidBefore.pattern.source}|${keys.join("|")}`, "gi");

const called = new RegExp(
  String.raw`${saidOfValue.pattern.source}[a-zà-ÿ]{0,3}["'*_\`]{0,3} ?(?:is|ist|lautet|est|es|è|é|jest|je|:|：|=|\|)["'*\s]{1,4}(?<address>${named})`,
  "gi",
);

/** Of years, prices and the like; four or five in front of a name are a postcode, and one that of a flat. */
const number = /(?<!\d)(?:\d{2,3}|\d{6,20}|\d{4,5}(?! [A-Z\xc0-\xde]))(?!\d)/;

const sentenceEnd = /[!?。！？]|\n\s*\n|(?<=[^\s.]{4})\. (?=[^a-z\d])/u;

/** Where somebody is who lives at another place. */
const elsewhere =
  /\b(?:work|office|shop|store|school|meet|hôtel|hotel|museum|restaurant|arbeit|büro|schule|travaill|bureau|école|trabaj|oficina|escuela|lavor|ufficio|scuola|werk|kantoor|prac|biur|работа|офис)/i;
