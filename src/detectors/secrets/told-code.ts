import { latinOrCyrillic, letters } from "../../model/letters.ts";
import type { Match } from "../../model/match.ts";
import { rangeOf } from "../../model/range.ts";
import type { Window } from "../../model/window.ts";
import type { Detector } from "../detector.ts";
import { matchesInText, utf8Literals } from "../person/context.ts";
import { type Saying, sayingsIn } from "./told-grammar.ts";
import { told } from "./told-words.ts";

/** Not a part of a longer number, a date or a time, and no count of something. */
const end = String.raw`(?![${latinOrCyrillic}\d%°$€£_-]|[.,:/]\d|\s?(?:桁|位|자리|文字|字|分|초|秒|digits?|ziffern|stellen|zeichen|chiffres|cifre|cifras|dígitos|cyfr|цифр[${letters}]*|знак[${letters}]*|characters|bytes?|lines?|files?|tests?|days?|hours?|zeilen|minut[${letters}]*|seconds?|times|users?|people|€|usd|eur)(?![${letters}]))`;
// What people type at a door or a telephone: four digits or more, with a letter or `#` perhaps.
const typed = String.raw`[#*]?(?:\d{4,10}|\d{3}[ -]\d{3}|\d{1,4}[A-ZА-Я]\d{0,4}|[A-Z]\d{3,6})[#*]?${end}`;
const sent = String.raw`(?:[A-Z]{1,3}-)?(?:\d{4} \d{4}|\d{4,8}|\d{3}[ -]\d{3}|(?=[A-Z]*\d)(?=\d*[A-Z])[A-Z\d]{6,8})${end}`;

const pin = new RegExp(typed, "y");
const sentOnce = new RegExp(sent, "y");

const figures = new RegExp(String.raw`(?:[A-Z]{1,3}-)?(?:\d{4} \d{4}|\d{4,8}|\d{3}[ -]\d{3})${end}`, "y");

/** `your code is …`, `use code …`: whose code it is, or what is done with it, says that it is one to log in with. */
const yours = new RegExp(
  String.raw`(?<![${letters}])(?:(?:your|dein|ihr|votre|ton|tu|su|seu|teu|tuo|suo|je|uw|din|ditt|ваш|твой|твій|twój|váš|tvůj|vaš|tvoj)(?:\s[${letters}\d-]{1,16}){0,3}?|(?:use|enter|usa|use o|usa el|usa il|utilise le|utilisez le|saisissez le|nutze den|verwende den|gib den|gebruik|użyj|введите|введи)(?: (?:the|this))?)\s(?:code|kod|kód|código|codice|codi|koodi|код|pin|otp)`,
  "gi",
);

/** `the code for the front door`, in languages that do not make one word of it. */
const doors = new RegExp(
  String.raw`(?<![${letters}])(?:code|cod|codul|kod|koden|kód|kode|código|clave|codice|codi|код)(?:\s[${letters}]{1,5}){0,3}?\s(?:(?:front|back|all|dell|de l|d|l)[\s'’])?(?:door|gate|garage|alarm|safe|building|lockbox|locker|voordeur|deur|poort|haustür|tür|tor|tresor|porta|porte|immeuble|puerta|garaje|portão|portone|cancello|coffre|cofre|cassaforte|allarme|alarme|alarma|schlüsseltresor|schlüsselbox|døren|dörren|klatki|bramy|drzwi|dveří|bytu|vrata|двери|подъезда|дверей|під['’]їзду|входа)`,
  "gi",
);

/** `… is your verification code`. */
const before = new RegExp(
  String.raw`(?<![${letters}\d$€£#.,:/]|(?<!G)-)(?<secret>\d{4} \d{4}|\d{4,8}|\d{3}[ -]\d{3})["”“»'’)*\x60]{0,2}\s(?:is|ist|lautet|est|es|é|è|to|je|er|är|on|—|–|-|adalah|ay|là|ni|е|є|这是|是)\s(?:your|dein|ihr|votre|ton|tu|su|(?:o )?seu|il tuo|il suo|je|uw|din|ditt|dit|ваш|твой|твій|twój|váš|tvůj|vaš|kode|mã|ang iyong|您的)(?=[^\n.!?]{0,48}?(?:code|kod|kód|koodi|codice|código|код|mã|pin|otp|tan|码|sandi)(?![${letters}]{5}))`,
  "dgi",
);

/** `use … to verify your account`. */
const used =
  /\b(?:use|enter|type)(?: code)? (?<secret>\d{5,8}|\d{3}[ -]\d{3})(?= (?:to (?:verify|confirm|reset your|activate|unlock|log ?in|sign ?in)|as your (?:otp|pin|(?:\w{1,16} ){0,2}(?:code|password)))(?![a-z]))/dgi;

const words = ["pins", "once"] as const;

/** The last words of `doors` and of `yours`. */
const owned = [
  "door",
  "gate",
  "garage",
  "alarm",
  "safe",
  "building",
  "lockbox",
  "locker",
  "deur",
  "poort",
  "tür",
  "tor",
  "tresor",
  "port",
  "immeuble",
  "puerta",
  "garaje",
  "cancello",
  "coffre",
  "cofre",
  "cassaforte",
  "schlüsselbox",
  "allarme",
  "døren",
  "dörren",
  "klatki",
  "bramy",
  "drzwi",
  "dveří",
  "bytu",
  "vrata",
  "двер",
  "подъезда",
  "під’їзду",
  "під'їзду",
  "входа",
  "code",
  "kod",
  "kód",
  "código",
  "codice",
  "codi",
  "koodi",
  "код",
  "pin",
  "otp",
];

/** Behind them begins the code in so many bytes, and then it has three digits in so many. */
const [latest, within] = [64, 80];

const ours = [
  "is your ",
  "ist dein ",
  "ist ihr ",
  "est votre ",
  "est ton ",
  "es tu ",
  "es su ",
  "é o seu ",
  "é seu ",
  "è il tuo ",
  "is je ",
  "is uw ",
  "är din ",
  "er din ",
  "— ваш",
  "- ваш",
  "твой",
  "to twój",
  "je váš",
  "adalah kode",
  "là mã",
];

/**
 * What opens a door, a telephone or an account: PINs, codes of doors and alarms, codes that are sent and used once, told in a sentence in
 * some sixty languages. Sources and pages are full of other codes.
 */
export const toldCode: Detector = {
  id: "secret/told-code",
  summary: "PIN, access code or one-time code told in a sentence",
  remedy: "Leave it out, and change it where somebody has read it. Nobody who may ask for a code needs it in writing.",
  messagesOnly: true,
  get trigger() {
    return [
      {
        literals: words.flatMap((kind) => told[kind].ascii),
        anyCase: true,
        behind: { run: "number", least: 2, within: 96 },
      },
      { literals: words.flatMap((kind) => told[kind].other) },
      {
        literals: owned.filter((text) => !isOther(text)),
        anyCase: true,
        behind: { run: "number", least: 3, within },
      },
      { literals: utf8Literals(...owned.filter(isOther)), behind: { run: "number", least: 3, within } },
      { literals: ours.filter((text) => !isOther(text)), anyCase: true },
      { literals: utf8Literals(...ours.filter(isOther)) },
      { literals: ["use ", "enter ", "type "], anyCase: true, behind: { run: "number", least: 3, within: 16 } },
    ] as const;
  },
  reach: { before: 96, after: 192 },

  *detect(window) {
    for (const saying of sayingsIn(window, told.pins.pattern, pin)) yield* codeIn(saying);
    for (const saying of sayingsIn(window, doors, pin, latest)) yield* codeIn(saying);
    for (const saying of sayingsIn(window, told.once.pattern, sentOnce))
      for (const code of codeIn(saying)) {
        yield code;
        if (several.test(saying.word + saying.tail)) yield* codesBehind(window, code);
      }
    for (const saying of sayingsIn(window, yours, figures, latest)) yield* codeIn(saying);
    yield* codesBefore(window);
    for (const match of window.matchAll(used))
      if (!isShown(match.groups?.["secret"] ?? "")) yield { range: rangeOf(match, "secret"), confidence: 0.8 };
  },

  examples: [
    "Türcode «48{digits:2}5», die PIN ist «48{digits:2}5», my pin is «48{digits:2}5», the gate code: «48{digits:2}5#»",
    "Your verification code is «48{digits:2}53». Do not share it. «48{digits:2}53» is your Acme verification code.",
    "«48{digits:2}53» ist dein Bestätigungscode, G-«48{digits:2}53» est votre code de validation",
    "Tu código de verificación es «48{digits:2}53», seu código de verificação é «48{digits:2}53», il codice di verifica: «482 9{digits:2}»",
    "Ваш код подтверждения: «48{digits:2}53», код от двери «48{digits:2}5», twój kod weryfikacyjny to «48{digits:2}53»",
    "認証コードは「«48{digits:2}53»」です。您的验证码是«48{digits:2}53»，请勿泄露。인증번호는 [«48{digits:2}53»] 입니다",
    "رمز التحقق الخاص بك هو «48{digits:2}53», קוד האימות שלך הוא «48{digits:2}53», आपका सत्यापन कोड «48{digits:2}53» है",
    "doğrulama kodunuz: «48{digits:2}53», az ellenőrző kódod: «48{digits:2}53», vahvistuskoodisi on «48{digits:2}53»",
    "the PIN is 4 digits, die PIN ist 4-stellig, le code PIN est à 4 chiffres, 暗証番号は4桁です, a PIN of 1234",
    "exit code 4711, error code: 48213, status code 5031, zip code 90210, promo code: SAVE2024, the code is 5120 lines long, your code is 15234 bytes smaller",
    "The verification code expires in 10 minutes; your code review of #48213; the PIN 1024 digits long; otp: '694207'",
    "GPIO pin 4821, BCM pin 1738 is not a thing, Kahoot PIN: 4{digits:5}, Game PIN: 4{digits:6}, our quiz pin is 48{digits:2}5",
    "connect pin 13 to GPIO17, (Luigi Pinca) [#36067], tan 45.125, the security code has 4821 users",
  ],
};

function isOther(text: string): boolean {
  return /[^ -~]/.test(text);
}

function* codeIn({ word, before: front, value, range, link, tail, open }: Saying): Generator<Match> {
  // In apostrophes it is a program's.
  if (isShown(value) || link === "into" || open.startsWith("'") || about.test(`${word} ${tail}`) || others.test(front))
    return;
  const isDoubtful = /^(?:19|20)\d\d$/.test(value) || (word === "pin" && link === "colon" && tail !== "");
  yield { range, confidence: isDoubtful ? 0.4 : 0.8 };
}

/** `Backup codes: … … …` */
const several = /(?:codes|códigos|codici)(?!\p{L})/iu;

/** The codes of a list behind its first one, which are written as that one is. */
function* codesBehind({ text }: Window, first: Match): Generator<Match> {
  const form = formOf(text.slice(first.range.start, first.range.end));
  next.lastIndex = first.range.end;
  for (let match = next.exec(text); match !== null; match = next.exec(text)) {
    const range = rangeOf(match, "code");
    if (formOf(text.slice(range.start, range.end)) !== form) return;
    yield { ...first, range };
  }
}

function formOf(code: string): string {
  return code.replaceAll(/\d/g, "0").replaceAll(/[A-Z]/g, "A");
}

const next = new RegExp(
  String.raw`(?:[\s,;|*•·-]|\d{1,2}[.):]\s){1,12}(?:(?:and|und|et|y|e)\s)?(?<code>${sent})`,
  "dy",
);

function* codesBefore(window: Window): Generator<Match> {
  for (const { match, range } of matchesInText(window, before)) {
    const { secret = "" } = match.groups ?? {};
    if (!isShown(secret)) yield { range: { start: range.start, end: range.start + secret.length }, confidence: 0.8 };
  }
}

/** What manuals show: `1234`, `0000`, `654 321`. */
function isShown(value: string): boolean {
  const digits = value.replaceAll(/\D/g, "");
  return /^(\d)\1*$/.test(digits) || rows.some((row) => row.includes(digits));
}

const rows = ["01234567890", "09876543210"];

/** Whose pins they are: those of boards and plugs, and those by which everybody joins a game. */
const others =
  /(?<!\p{L})(?:gpio|bcm|wpi|arduino|esp\d{0,4}|i\/?o|analog(?:ue)?|digital|data|signal|header|connector|kahoot!?|game|quiz\p{L}{0,3}|spiel|jeu|juego|gioco|mentimeter|blooket|gimkit|jackbox|lobby|push|safety|bowling)[ -]?$/iu;

/** What says how a code is, or is an error's, or an example. */
const about =
  /(?<!\p{L})(?:promo|promotion|discount|coupon|referral|invite|tracking|order|booking|product|zip|postal|postcode|source|area|country|dress|rabatt|gutschein|error|fehler|erreur|must|muss|doit|debe|deve|example|beispiel|exemple|ejemplo|expires?|gültig|valid|valable|since|seit|gpio|status|version|rfc|page|issue|line|port)(?!\p{L})|例|桁/iu;
