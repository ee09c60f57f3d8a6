import { letters } from "../../model/letters.ts";
import type { Detector } from "../detector.ts";
import { birthdays, saidBefore, saidBehind } from "./birth-words.ts";
import { matchesInText, withEnds } from "./context.ts";

/**
 * Dates of birth: a whole date with its year beside a word that says so. Without the word a date is a date, and a year alone is an age.
 */
export const birthDate: Detector = {
  id: "person/birth-date",
  summary: "Date of birth",
  remedy: "Leave it out, or say the year or the age if that is what matters.",
  trigger: [
    { literals: saidBefore.ascii, anyCase: true, behind: { run: "number", least: 2, within: 60 } },
    { literals: [...saidBefore.other, ...saidBehind.other] },
    { literals: saidBehind.ascii, anyCase: true },
  ],
  reach: { before: 96, after: 112 },

  *detect(window) {
    for (const { match, text, range } of matchesInText(window, date, withEnds)) {
      const written = match[0];
      const before = clauseBefore(text.slice(Math.max(0, match.index - 64), match.index));
      const behind = text.slice(match.index + written.length, match.index + written.length + 40);
      const after = clauseBehind(behind);
      const isBefore = saidBefore.areIn(before.replaceAll(/(?<=[a-z])(?=[A-Z])/g, " "));
      if ((!isBefore && !saidBehind.areIn(after)) || isThings(before) || toTheSecond.test(behind)) continue;
      const age = new Date().getUTCFullYear() - yearOf(match, `${before}${after}`);
      if (age < 0 || age > oldest) continue;
      // A birthday of these days is one that is celebrated.
      const isParty = age < 2 && birthdays.areIn(before);
      yield { range, confidence: isParty ? 0.5 : match.groups?.["short"] === undefined ? 0.9 : 0.8 };
    }
  },

  examples: [
    "Mia was born on «4 May 1987» in Aarhus, DOB: «04/05/1987»",
    '{"m":"see\\nborn on «04.05.1987» and\\tborn on «04.05.1987»"}',
    "date of birth «1987-05-04», birthday: «May 4, 1987»",
    "geboren am «4.5.1987», geb. «04.05.87», Geburtsdatum: «4. Mai 1987»",
    "né le «4 mai 1987», née le «04/05/1987», date de naissance : «4 août 1987»",
    "nacida el «4 de mayo de 1987», nascido em «04/05/1987», nato il «4 maggio 1987»",
    "生年月日：«1987年5月4日», 生于«1987年5月4日», родился «4 мая 1987», ур. «04.05.1987» г.р.",
    "urodzona «4 maja 1987», doğum tarihi: «04.05.1987», född «1987-05-04», født «4. mai 1987»",
    "geboren op «4 maart 1987», nací el «4 de mayo de 1987», született «1987. május 4», gimimo data «1987 m. gegužės 4», fædd «4. maí 1987»",
    "my date of birth is «04/05/1987», datum rojstva: «4. 5. 1987», dáta breithe «04/05/1987», วันเกิด «04/05/2530»",
    "released on 4 May 1987, 2026-05-01, updated 04.05.2026, geb. 1987, born in 1987",
    "the project was born on 4 May 2015 as a fork, Copyright 2004-05-04",
    "Linux was born on 25 August 1991, Git was born on 7 April 2005\nThe Euro was born on 1 January 1999",
    "Unser Hund ist am 3.6.2021 geboren, Die Republik wurde am 9. November 1918 geboren, Internet nació el 29 de octubre de 1969",
    "The film was born out of a dream on 3 May 1999, our cat was born on 3 June 2021, Panda Pit was born on August 31, 2019",
    "Our dog sitter was born on «4 May 1987», the founder of the company was born on «4 May 1987», Cat was born on «4 May 1987»",
    "Lou Brand was born on «4 May 1987», Jo Rust ist am «4.5.1987» geboren, the model was born on «4 May 1987»",
    "The project lead was born on «4 May 1987», der Kunde ist am «4.5.1987» geboren, la patiente est née le «4 mai 1987»",
    '{"birthDate":"«1987-05-04»T00:00:00Z"}, {"dateOfBirth":"«1987-05-03»T22:00:00.000Z"}, dob: «1987-05-04» 00:00:00, dob=«19870504», userBirthdate: «1987-05-04»',
    "BDAY:«19870504»\nBDAY;VALUE=date:«1987-05-04»\nBDAY;value=date:«19870504»",
    ' Birth: 2024-05-04 12:34:56.1 +0200, birthtime: Mon, 10 Oct 2011 23:24:11 GMT, {"birthtime":"2011-10-10T23:24:11.0Z"}, dob 19870504, dob=19871904',
    "Born: 2147483647, birthday_token=04051987, reborn 10.5.1987.3",
  ],
};

/** So the birth of a file is told. Where a date is kept as a time it is midnight, in whatever zone. */
const toTheSecond = /^(?:T|,? )\d\d:\d\d:(?!00)\d\d/;

/** Of whoever was born earlier nobody lives: it is history. */
const oldest = 115;

/** Beside a word that says that it is a date of birth, a word between day and year is a month in whatever language. */
const month = `[${letters}]{2,15}`;
const otherDigits = String.raw`\u0660-\u0669\u06F0-\u06F9\u0966-\u096F\u09E6-\u09EF\u0E50-\u0E59`;
const day = String.raw`[\d${otherDigits}]{1,2}`;
const year = String.raw`(?:[12]\d{3}|[${otherDigits}]{4})`;

// Year first, day first, with the month in words, and in figures alone.
const date = new RegExp(
  [
    String.raw`(?<![\w.,/]|(?<![\u0590-\u05ff])-)(?:(?<iso>${year})(?:[-/.] ?|년 ?|年 ?)${day}(?:[-/.] ?|월 ?|月 ?)${day}[일日]?`,
    String.raw`${day}(?<mark>[-/.]) ?${day}\k<mark> ?(?:(?<numeric>${year})|(?<short>\d\d))`,
    String.raw`${day}(?:\.|st|nd|rd|th|er|º)?(?:[- ](?:of |de |di |ta['’] ?|d['’])?|(?<=\.))${month}\.?,?(?:-| (?:de |del |năm )?)(?<named>${year})`,
    String.raw`${day} tháng ${day},? năm (?<vietnamese>${year})`,
    String.raw`${month}\.? ${day}(?:st|nd|rd|th)?,? (?<american>${year})`,
    String.raw`(?<first>${year})(?:\.| m\.|\. gada|ko| жылғы)? (?:${day}\.? )?${month}(?: ${day}a?\.?)?`,
    String.raw`(?<=[:=] ?["']?)(?<compact>[12]\d{3})(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])`,
  ].join("|") + String.raw`)(?!(?!T\d\d:\d\d)[\w/]|-(?![éáj])|\.\d)`,
  "gi",
);

/**
 * The year of our calendar. Thailand counts 543 years more; Iran 621 less, which in letters of other countries is a year of the Middle Ages.
 */
function yearOf({ groups = {} }: RegExpExecArray, around: string): number {
  const { short, ...whole } = groups;
  if (short !== undefined)
    return Number(short) > new Date().getUTCFullYear() % 100 ? 1900 + Number(short) : 2000 + Number(short);
  const { mark: _, ...years } = whole;
  const written = Object.values(years).find((value) => value !== undefined) ?? "";
  const number = Number(Array.from(written, digitOf).join(""));
  if (number > 2400) return number - 543;
  return number < 1500 && /\p{Script=Arabic}/u.test(around) ? number + 621 : number;
}

/** Unicode has ten digits of a script in a row: in those of India's alphabets they begin at the seventh place of sixteen. */
function digitOf(character: string): number {
  const code = character.codePointAt(0) ?? 0;
  const isIndian = code >= 0x900 && code < 0xe00;
  return (code & 15) - (isIndian ? 6 : 0);
}

/** What the sentence says before a date, back to the last figure. */
function clauseBefore(text: string): string {
  const [clause = ""] = text.split(/[\d\n!?。！？]|;(?!VALUE=)/i).slice(-1);
  return clause.split(sentenceEnd).at(-1) ?? "";
}

function clauseBehind(text: string): string {
  const [clause = ""] = text.split(/[\d\n,!?;。！？]/, 1);
  return clause.split(sentenceEnd, 1)[0] ?? "";
}

/** A full stop that is no abbreviation's. */
const sentenceEnd = /(?<=\p{L}{5})\. (?=\p{Lu})/u;

/** Projects, states, programs and animals are born, too. */
const things = [
  String.raw`pro[jy]e[ck]t\p{L}{0,2}|projet|progetto|projeto|проект\p{L}{0,2}|librar(?:y|ies)|ideas?|idee|idée|company|companies|packages?|languages?|frameworks?|sites?|website|repo(?:sitory)?|startups?|tools?|apps?|services?|teams?|terms?|versions?|protocols?|movements?|bands?|firma|empresa|entreprise|unternehmen|verein`,
  "internet|world wide web|www|wikipedia|linux|unix|git|github|gitlab|google|youtube|facebook|twitter|instagram|whatsapp|telegram|amazon|microsoft|android|iphone|firefox|mozilla|debian|ubuntu|windows|macos|python|javascript|typescript|java|php|html|bitcoin|ethereum|blockchain|chatgpt|openai|docker|kubernetes|интернет|линукс|википедия|インターネット|互联网",
  "euro|dollar|republic|republik|république|república|repubblica|republika|республика|union|nation|state|country|staat|pays|país|paese|city|stadt|ville|ciudad|città|constitution|verfassung|grundgesetz|partei|parti|partido|partito|currency|währung|monnaie|moneda|club|klub|kirche|school|schule|university|agency|festival|holiday|tradition|film|movie|series|serie|série|song|album|book|buch|livre|libro|game|spiel|jeu|juego|gioco|podcast|blog|channel|newsletter|network|netzwerk|community|industry|technology|standard|format|robot|art form|genre|hip[ -]hop|techno",
  "dog|puppy|kitten|horse|foal|rabbit|hamster|parrot|panda|tiger|elephant|giraffe|gorilla|calf|hund|hündin|katze|welpe|pferd|stute|fohlen|kaninchen|chien|chienne|chat|chatte|chiot|chaton|cheval|perr[oa]|gat[oa]|gatt[oa]|cachorr[oa]|caballo|cane|cagnolino|cavallo|cão|hond|paard|kotek|kočka|собака|кошка|щенок|пёс|кіт|кішка",
].join("|");
const isBorn =
  "was|were|is|are|got|wurde|ward|ist|sind|est|fut|a été|es|fue|nació|nace|è|é|foi|nasceu|nacque|naquit|werd|je|jest|został[ao]?|родил\\p{L}{1,3}|появил\\p{L}{1,3}";
const on = "on|am|le|el|em|il|op|a|в";

/** What stands before a date, of what was born: itself, and not whose it is, perhaps what an animal is called, and that it was born. */
const thing = new RegExp(
  String.raw`(?<!\p{L}|(?<!\p{L})(?:of|von|du|del|della|do|da)\s(?:\p{L}{1,5}\s)?)(?:(?:${things})|(?:our|my|the|your|their|his|her|onze|mijn|de)\s[ck]at)(?:\s(?!(?:${isBorn}|${on})\s)(?<name>\p{L}{2,15}))?(?:\s(?:${isBorn})(?:\s\p{L}{1,12}){0,6})?(?:\s(?:${on}))?\s$`,
  "iu",
);

function isThings(before: string): boolean {
  const match = thing.exec(before);
  return match !== null && /^(?:\p{Lu}|$)/u.test(match.groups?.["name"] ?? "");
}
