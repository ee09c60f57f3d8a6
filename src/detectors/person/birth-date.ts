import type { Detector } from "../detector.ts";
import { matchesInText, utf8Literals } from "./context.ts";

// Words that open a window; what they have to say is below.
const latin = [
  "born ",
  "born:",
  "birth",
  "b-day",
  "bday",
  "geboren",
  "geburt",
  "geb.",
  "dob ",
  "dob:",
  "d.o.b",
  "naissance",
  "anniversaire",
  "nacid",
  "nacim",
  "nac.",
  "nascid",
  "nascim",
  "nasc",
  "nato il",
  "nata il",
  "geboorte",
  "urodz",
  "narozen",
  "naroden",
  "doğum",
  "rojen",
  "dzimi",
  "dzim.",
  "rojst",
  "narojen",
  "breithe",
  "naixement",
  "nascut",
  "nascuda",
  "jaiotze",
  "kuzaliwa",
  "alizaliwa",
  "lindj",
  "kapanganakan",
  "ipinanganak",
  "gebore op",
  "dyddiad geni",
  "lahir",
  "cumplea",
].filter((word) => /^[ -~]+$/.test(word));
const others = [
  "né ",
  "née ",
  "született",
  "szül",
  "születési",
  "născut",
  "nașterii",
  "doğum",
  "nací",
  "nació",
  "född",
  "födelse",
  "fæðing",
  "fædd",
  "dzimš",
  "sünni",
  "datëlind",
  "ражда",
  "нараджэн",
  "ծննդ",
  "დაბად",
  "født",
  "fødsel",
  "synty",
  "sündin",
  "gimė",
  "gimimo",
  "rođen",
  "ur. ",
  "род",
  "Род",
  "рожд",
  "Рожд",
  "ур. ",
  "д.р.",
  "народ",
  "Народ",
  "рођен",
  "γεννήθ",
  "γέννησ",
  "γεν. ",
  "sinh",
  "生年月日",
  "生日",
  "出生",
  "生于",
  "誕生日",
  "생년월일",
  "생일",
  "الميلاد",
  "مواليد",
  "تولد",
  "ولد في",
  "לידה",
  "נולד",
  "जन्म",
  "জন্ম",
  "เกิด",
  "பிறந்த",
  "పుట్టిన",
];
const behindDates = ["生まれ", "년생", "г.р.", "г. р.", "р.н.", "doğumlu", "születésű", "生。"];

/**
 * Dates of birth: a whole date with its year beside a word that says so. Without the word a date is a date, and a year alone is an age.
 */
export const birthDate: Detector = {
  id: "person/birth-date",
  summary: "Date of birth",
  remedy: "Leave it out, or say the year or the age if that is what matters.",
  trigger: [
    { literals: latin, anyCase: true, behind: { run: "number", least: 2, within: 60 } },
    { literals: utf8Literals(...others), behind: { run: "number", least: 2, within: 60 } },
    { literals: utf8Literals(...behindDates) },
  ],
  reach: { before: 64, after: 96 },

  *detect(window) {
    if (!mayHaveDate.test(window.text)) return;
    for (const { match, text, range } of matchesInText(window, date)) {
      const { year, shortYear } = match.groups ?? {};
      if (year !== undefined && Number(year) > new Date().getUTCFullYear()) continue;
      const before = text.slice(Math.max(text.lastIndexOf("\n", match.index) + 1, match.index - 60), match.index);
      const behind = text.slice(match.index + match[0].length, match.index + match[0].length + 30);
      if (notPersons.test(before)) continue;
      if (said.test(before) || saidBehind.test(behind))
        yield { range, confidence: shortYear === undefined ? 0.9 : 0.8 };
    }
  },

  examples: [
    "Mia was born on «4 May 1987» in Aarhus, DOB: «04/05/1987»",
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
    "Born: 2147483647, birthday_token=04051987, reborn 10.5.1987.3",
  ],
};

/** Beside a word that says that it is a date of birth, a word between day and year is a month in whatever language. */
const month = String.raw`\p{L}[\p{L}\p{M}]{2,14}`;
const ordinal = "(?:[sS][tT]|[nNrR][dD]|[tT][hH])";

/** What each date has in it, in ASCII: V8 takes milliseconds to compile a pattern with letters of all alphabets. */
const mayHaveDate = /(?:19|20|25)\d\d|\d([-/.]) ?\d{1,2}\1 ?\d\d/;

// Year first, day first, and with the month in words. Case is told letter by letter: with the flag `i` compiling it takes ten times as long.
const date = new RegExp(
  [
    String.raw`(?<![\w.,/-])(?:(?<year>(?:19|20)\d\d)(?:[-/.] ?|년 ?|年 ?)\d{1,2}(?:[-/.] ?|월 ?|月 ?)\d{1,2}[일日]?`,
    String.raw`\d{1,2}(?<mark>[-/.]) ?\d{1,2}\k<mark> ?(?:(?:19|20|25)\d\d|(?<shortYear>\d\d))`,
    String.raw`\d{1,2}(?:\.|${ordinal}|[eE][rR]|º)?(?:[- ](?:[oO][fF] |[dD][eEiI] )?|(?<=\.))${month}\.?,?(?:-| (?:[dD][eE][lL]? )?)(?:19|20)\d\d`,
    String.raw`${month}\.? \d{1,2}${ordinal}?,? (?:19|20)\d\d`,
    String.raw`(?:19|20)\d\d(?:\.| [mM]\.|\. [gG][aA][dD][aA])? (?:\d{1,2}\. )?${month}(?: \d{1,2}\.?)?`,
  ].join("|") + String.raw`)(?![\w/-]|\.\d)`,
  "gu",
);

const said =
  /(?<![\p{L}])(?:born(?: on)?|birth ?day|b-?day|birth ?date|date of birth|d\.?o\.?b\.?|geboren(?: am)?|geb\.?(?: am)?|geburtstag|geburtsdatum|né(?:\(?e\)?)?(?: le)?|date de naissance|naissance|anniversaire|nacid[oa](?: el)?|fecha de nacimiento|nacimiento|nac\.|nac[ií]ó?|cumpleaños|nascid[oa](?: em| a)?|data de nascimento|nascimento|nasc\.|nat[oa] il|data di nascita|nascita|geboortedatum|geboren op|geb\. op|urodz\p{L}*|data urodzenia|ur\.|narozen[aá]?|datum narození|nar\.|naroden(?:ý|á|ia|ie)|datum rojstva|rojst\p{L}{2,4}(?: dan)?|született|születési (?:dátum|idő)|szül\.?|născut[ăa]?(?: pe)?|data nașterii|doğum tarihi|doğum(?:lu)?|född(?: den)?|födelse(?:datum|dag)|fæðingard\p{L}{2,4}|fædd\p{L}{0,3}(?: þann)?|f\.|født(?: den)?|fødselsdato|syntynyt|syntymäaika|s\.|rođen[a]?|datum rođenja|rojen[a]?|sündinud|dzim(?:is|us|\.|usi|šanas)(?: datums| diena)?|sünni(?:aeg|kuupäev|päev)|dáta breithe|(?:data de )?naixement|nascu(?:t|da)(?: el)?|jaiotze ?data|(?:tarehe ya )?kuzaliwa|alizaliwa(?: tarehe)?|datëlindj\p{L}|kapanganakan|ipinanganak(?: noong)?|gebore op|dyddiad geni|gimė|gimimo data|lahir|tanggal lahir|tarikh lahir|sinh ngày|ngày sinh|род\p{L}*|дата рожд\p{L}*|день рожд\p{L}*|дата на раждане|дата нараджэння|ծննդ\p{L}*(?: ամսաթիվ\p{L}{0,2})?|დაბადების თარიღი|д\.?\s?р\.|ур\.|народ\p{L}*|дата народ\p{L}*|рођен\p{L}*|γεννήθηκε|ημερομηνία γέννησης|γεν\.)[\s:：,=>*"'(|-]{0,6}(?:(?:is|was|ist|war|est|es|era|è|é|jest|je|este|är|er|on|am|the|le|el|il|em|op|den|dne|pe|w dniu|dnia|в|on the|\p{L}{2,9}day,?)\s){0,2}$|(?:生年月日|生日|出生日期|出生于|生于|出生|誕生日|생년월일|생일|출생|تاريخ الميلاد|مواليد|تاریخ تولد|ولد في|תאריך לידה|נולד\p{L}?|जन्म(?: ?तिथि| ?तारीख)?|জন্ম(?: ?তারিখ)?|วันเกิด|เกิดวันที่|เกิด|பிறந்த\p{L}{0,3}|పుట్టిన \p{L}{0,5})[\p{L}\p{M}\s:：（(－-]{0,8}$/iu;

const saidBehind =
  /^\s?(?:\(?(?:geb(?:oren|\.)|né\(?e?\)?|born|生まれ|出生|生(?=[まれ ,.、。）)]|$)|년생|출생|г\.?\s?р\.|года рожд\p{L}*|р\.\s?н\.|doğumlu|születésű|-?(?:jährig))\b|생|生まれ|出生|г\.?р\.)/iu;

/** Projects and ideas are born, too. */
const notPersons =
  /(?:project|projekt|library|idea|company|package|language|framework|site|repo(?:sitory)?|startup|tool|app|service|team|term|version|protocol|movement|band) (?:was|is|has been|were) (?:re)?born[^.]{0,30}$/i;
