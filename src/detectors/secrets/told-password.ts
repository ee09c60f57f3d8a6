import { letters } from "../../model/letters.ts";
import type { Match } from "../../model/match.ts";
import { isInPlaceholder } from "../../model/placeholder.ts";
import type { Range } from "../../model/range.ts";
import { showsValue } from "../../model/value.ts";
import type { Window } from "../../model/window.ts";
import type { Detector } from "../detector.ts";
import { guess } from "./guess.ts";
import { isMixed, isRow } from "./random.ts";
import { network, type Saying, sayingsIn } from "./told-grammar.ts";
import { isShuffled } from "./shuffled.ts";
import { told } from "./told-words.ts";

/**
 * With a figure or a mark; letters of Europe's languages stand in passwords as well. A quotation mark in front of a comma or a bracket, an
 * escaped one and an escaped line break end what JSON and programs quote.
 */
const value =
  /(?=[^\s\d!#%^&*=?@$~+]{0,80}[\d!#%^&*=?@$~+])(?:(?!\\{1,7}"|["'][,:;)\]}]|\\[rn](?:[\\"']|$)|\[\\[rn]\])[\x21-\x7e\u00C0-\u024F]){4,80}/uy;

const kinds = ["passwords", "doubtful", "keys"] as const;

/**
 * A password that a sentence tells, as people do, in some sixty languages: `das WLAN-Passwort ist …`, `пароль: …`, `密码是…`.
 * What English tells is `secret/assigned-password`'s, and in talk `secret/told-login`'s.
 */
export const toldPassword: Detector = {
  id: "secret/told-password",
  summary: "Password or key told in a sentence",
  remedy:
    "Leave it out, and change it where somebody has read it. Give it to whoever needs it through a password manager.",
  get trigger() {
    return [
      { literals: kinds.flatMap((kind) => told[kind].ascii), anyCase: true, behind: { value: "password" } },
      { literals: kinds.flatMap((kind) => told[kind].other), behind: { value: "password" } },
    ] as const;
  },
  reach: { before: 64, after: 384 },

  *detect(window) {
    yield* toldIn(window, told.passwords.pattern, "password");
    yield* toldIn(window, told.doubtful.pattern, "doubtful");
    yield* toldIn(window, told.keys.pattern, "key");
  },

  examples: [
    "Das WLAN-Passwort ist «Kx{digits:1}Qm{digits:1}vL{digits:1}», Kennwort: «Harbour-{digits:3}!», das neue Passwort für den Drucker heißt «drucker4{digits:3}!»",
    "La contraseña del wifi es «Kx{digits:1}Qm{digits:1}vL{digits:1}», contraseña: «sol!4{digits:3}Mar»",
    "Le mot de passe du wifi est «Kx{digits:1}Qm{digits:1}vL{digits:1}» ; mot de passe : «Harbour-{digits:3}!»",
    "A senha do wifi é «Kx{digits:1}Qm{digits:1}vL{digits:1}», la parola d'ordine è «sole!4{digits:3}»",
    "das Passwort habe ich auf «Harbour{digits:4}!» gesetzt, mot de passe maintenant c'est «Harbour#{digits:3}», a senha do painel agora é «Harbour#{digits:3}»",
    "mudei a senha para «Harbour!{digits:3}», пароль поменял на «Harbour!{digits:4}», nowe hasło do panelu: «Harbour!{digits:3}», वाईफाई का पासवर्ड «Harbour@{digits:3}» है",
    "het wachtwoord is «Kx{digits:1}Qm{digits:1}vL{digits:1}», lösenordet är «Harbour-{digits:3}!», adgangskoden er «Harbour{digits:3}»",
    "пароль «Kx{digits:1}Qm{digits:1}vL{digits:1}», пароль от вайфая: «Harbour{digits:4}!», мій пароль — «Gr{digits:1}uerWolf_{digits:1}»",
    "hasło to «Kx{digits:1}Qm{digits:1}vL{digits:1}», heslo na wifi je «Harbour{digits:4}!», lozinka: «Harbour-{digits:3}!»",
    "Wifi şifresi «Kx{digits:1}Qm{digits:1}vL{digits:1}», a jelszavam «Gr{digits:1}uerWolf_{digits:1}», salasana on «Harbour{digits:4}!»",
    "パスワードは«Kx{digits:1}Qm{digits:1}vL{digits:1}»です。密码：«Harbour-{digits:3}!» 비밀번호는 «Harbour{digits:4}!»이야",
    "הסיסמה היא «Kx{digits:1}Qm{digits:1}vL{digits:1}», كلمة المرور هي «Harbour{digits:4}!», रहा पासवर्ड «Kx{digits:1}Qm{digits:1}vL{digits:1}» है",
    "Der API-Schlüssel ist «{base62:24}», clé API : «{base62:24}», API密钥：«{base62:24}»",
    "el token de acceso es «{base62:40}», токен доступа: «{base62:40}», 访问令牌是«{base62:40}»",
    "der Webhook-Schlüssel ist «{base62:32}»",
    "Clé Wi-Fi : «Harbour!{digits:4}»",
    "WLAN-Schlüssel: «Harbour!{digits:4}»",
    "le mot de passe est «Harbour%lune{digits:2}», пароль от вайфая: «Harbour%river{digits:3}», wifi şifresi: «Harbour%d{digits:4}»",
    "账号:admin 密码:«Harbour{digits:4}!», パスワード:«Harbour-{digits:3}!» です",
    "WLAN-Netzwerkschlüssel (WPA2): «582{digits:17}»\nName: Villa",
    "das Passwort ist «582{digits:5}».",
    '{"text":"das Passwort ist «Harbour-{digits:3}!»","sent":"2026-11-20T10:20:30Z"}',
    "Das Passwort ist abgelaufen. Passwort vergessen? Passwort: mindestens 8 Zeichen, 12-stellig, SHA-256, ********, ${PASSWORT_1}",
    "la contraseña es obligatoria!, la contraseña es de 8 caracteres, le mot de passe : 8 caractères minimum, la clave es ES2015",
    "пароль: минимум 8 символов, hasło musi mieć co najmniej 8 znaków, пароль истёк 12.03.2024",
    "パスワードは8文字以上です。密码长度为 8-20 位, 비밀번호는 8자 이상, 默认密码：123456",
    "{base62:40}PAROL\n{base62:76}",
    "Je wachtwoord is gewijzigd!, [%s] Wachtwoord kwijt/gewijzigd, Proszę wprowadzić hasło do%0Azabezpieczenia klucza, Lozinka mora imati najmanje $1 {{PLURAL:$1|znak|znaka|znakova}}, Hasło bota „$1” {{GENDER:$2|użytkownika|użytkowniczki}} „$2” zostało utworzone",
    "Das Passwort liegt in KeePass2, mot de passe WPA2, el nombre o la contraseña es SOCKSv5, Passwort Base64URL-kodiert",
    "Passwort auf Wunsch geändert, mot de passe en 2024!, contraseña a las 10:30, пароль на Windows10!, password in react@18.2.0, la contraseña en Moodle4!",
    "Das Passwort muss ein Sonderzeichen enthalten: Abc!def1, ein Beispiel wie Passwort: %1$s, Passwort: %s!1, contraseña: {0}, лозинка: app.config2.value",
  ],
};

/** What the word promises that a value stands beside. */
export type Promised = "password" | "doubtful" | "key";

/** The values that are told behind words and look like what these promise. */
export function* toldIn(window: Window, word: RegExp, promised: Promised): Generator<Match> {
  for (const saying of sayingsIn(window, word, value)) {
    const confidence = confidenceOf(saying, promised);
    if (confidence > 0 && isShown(window, saying.range) && !isInPlaceholder(window.text, saying.range.start))
      yield { range: saying.range, confidence };
  }
}

/**
 * Whether the window opened for a value such as this one, and not only for what stands behind it. The nearest sighting alone is asked, as it sees
 * at least what those farther away do: asking each of them takes seconds for a window full of passwords.
 */
export function isShown({ text, sightings }: Window, range: Range): boolean {
  let nearest = -1;
  for (const { end } of sightings) if (end <= range.start && end > nearest) nearest = end;
  return nearest >= 0 && showsValue(text, range, nearest, "password");
}

function confidenceOf(saying: Saying, promised: Promised): number {
  const { link, tail } = saying;
  const plain = saying.value.normalize("NFD").replaceAll(/[^\x21-\x7e]/g, "");
  if (isShuffled(plain)) return 0.9;
  const looks = guess(plain);
  if (called.test(plain) && !(looks === "random" && isMixed(plain))) return 0;
  if ((saying.open === "" && words.test(plain)) || (link === "beside" && field.test(plain))) return 0;
  if (plain.length < 4 || noValue.test(plain) || standard.test(plain) || rule.test(tail)) return 0;
  if (saying.word.startsWith("signing") && fingerprint.test(plain)) return 0;
  if (looks === "random") return 0.9;
  if (promised === "key")
    return looks === "chosen" && link !== "beside" && plain.length >= 12 && changes(plain) >= 3 ? 0.5 : 0;
  if (looks === "words") return isFigures(saying, plain) && promised === "password" ? 0.5 : 0;
  if (looks !== "chosen" || (!/\d/.test(plain) && changes(plain) < 3)) return 0;
  if (link === "into") return isMade(plain) ? 0.5 : 0;
  if (link === "beside") return confidenceBeside(saying, plain);
  if (isMade(plain)) return 0.5;
  if (promised === "password") return word.test(plain) && wordsOf(tail) > 2 ? 0.4 : 0.5;
  if (serial.test(plain) || (word.test(plain) && tail !== "")) return 0;
  return tail === "" || ofAccount.test(tail) || changes(plain) >= 3 ? 0.5 : 0.4;
}

/** Without "is", what is no name with a number: `Passwort KeePass2`. */
function confidenceBeside({ behind }: Saying, plain: string): number {
  if (plain.length < 8 || wordBehind.test(plain)) return 0;
  if (changes(plain) >= 3 || isMade(plain)) return 0.5;
  return /\d{3}/.test(plain) && atEnd.test(behind) ? 0.4 : 0;
}

/** Letters, a figure and, where no word has one, a mark; the mark that ends a sentence says nothing behind a short number. */
function isMade(plain: string): boolean {
  return (
    plain.length >= 8 &&
    /[A-Za-z]{2}/.test(plain) &&
    /\d/.test(plain) &&
    /[!#$^](?!$)|@(?!\d+\.)|\d{3}[!#$^]$/.test(plain)
  );
}

/** A password of digits alone, at the end of what is said. */
function isFigures({ link, behind }: Saying, plain: string): boolean {
  return link !== "beside" && /^\d{6,20}$/.test(plain) && !isRow(plain) && atEnd.test(behind);
}

const atEnd = /^["'”“»」)*_]{0,3}(?:\s{0,2}$|[.,;!)。，、\n]|です|입니다|이야|\s(?:है|است)(?!\p{L}))/u;

/** What a sentence says of passwords: how many signs, a date, a version, a program, a standard, a file, an address, a link, a mask, a variable, a hole. */
const noValue = new RegExp(
  [
    String.raw`^\d{1,4}[-+]?[a-z]{2,}$|^\d+(?:[.:/,-]\d+)+\.?$|^v?\d+(?:\.\d+)+|^[A-Z]{2,8}v?\d{1,3}$`,
    String.raw`^(?:wpa|WPA|WEP|oauth|socks|ipv|pbkdf|bcrypt|scrypt|argon|keepass|1password|bitwarden|utf|base|windows|office|android|ios|iso|rfc|http)[-_/]?v?\d`,
    String.raw`:\/\/|^\/\/|^www\.|^\w+@[\w.-]+:|^:[a-z]+:|\]\(|\x60|[<>]|^&\w+;`,
    String.raw`(?:^|\[)[a-z]+:[a-z-]+:[\da-f]{4}|^[A-Z_]{3}[A-Z\d_]*=\S|^[\w-]+=["']|%[\d.$]{0,6}[a-z](?![a-z\d])|^\]string\{|(?:%[\dA-F]{2}.{0,12}){2}|[#$]\{|^[A-Za-z]-[A-Za-z]$|^[a-z]-z`,
  ].join("|"),
);

/** The last words of a sentence, `het wachtwoord is gewijzigd!`, and words beside each other, `kwijt/gewijzigd`, `do%0Azabezpieczenia`: letters say nothing of a language that is not English. */
const words = /^[A-Za-z]?[a-z]+(?:(?:\/|%0A)[a-z]+)*[!?]{0,3}$/;

/** The next field of a log: `error="wrong password" remote_addr=…`. */
const field = /^[a-z_]\w{0,63}=[^=]/;

/** How a file, a member of an object, an option and a heading are called, which are words. */
const called = /^[\w./~-]+\.[A-Za-z]{2,5}$|^[A-Za-z_]\w*(?:\.[A-Za-z_]\w*)+$|^--?\w|^[#.][\w-]+$/;

/** A standard or an algorithm, as it is written in whatever case: `RFC7613`, `PKCS#8`, `Argon2id`. */
const standard =
  /^(?:wpa|oauth|socks|ipv|pbkdf|bcrypt|scrypt|argon|utf|base|iso|rfc|http|pkcs)[-_/#]?v?\d[\w.-]{0,8}$/i;

/** By which everybody knows a key of OpenPGP that signs. */
const fingerprint = /^[\dA-F]{40}$/;

/** What tells how a password must be, and not what it is; or that the value is an example. */
const rule = new RegExp(
  String.raw`(?<![${letters}])(?:${[
    "field|input|feld|campo|champ|muss|müssen|soll|sollte|darf|kann|mindestens|maximal|minimal|zeichen|enthält|enthalten|beispiel|must|should|may|can|contain|contains|containing|at least|characters|example|min|max",
    "doit|doivent|peut|moins|caractères|exemple|contenir|debe|deben|puede|contener|menos|caracteres|ejemplo|deve|devem|pode|conter|exemplo|caratteri|contenere|almeno|esempio",
    "moet|minimaal|tekens|voorbeeld|måste|skal|tegn|tecken|minst|mindst|exempel|eksempel|pitää|merkkiä|esimerkiksi|musi|znak|znaki|znaków|przykład|np|musí|napřiklad|například",
    "trebuie|caractere|kell|karakter|karaktert|például|πρέπει|χαρακτήρες|παράδειγμα|olmalı|olmalıdır|örnek|örneğin|должен|должна|должно|символ|символы|символов|например|пример",
    "має|повинен|наприклад|phải|ví dụ|ký tự|harus|contoh",
  ].join(
    "|",
  )})(?![${letters}])|文字|必须|必須|示例|例如|例えば|たとえば|글자|예시|ตัวอักษร|ตัวอย่าง|مثال|उदाहरण|דוגמה|יש להזין`,
  "i",
);

/** What may stand between "code" and the value where it is the key of a network or an account. */
const ofAccount = new RegExp(
  `${network}|netz|nett|nät|red|rede|rete|сет|síť|sieć|konto|account|cuenta|conta|compte|mail|почт|server|сервер|网|網`,
  "i",
);

/** A name or a word with a number behind it. */
const word = /^[A-Za-z][a-z]+\d{1,4}$/;
const wordBehind = /-[a-z]{4,}$/;
/** The number of an article, an error, a flight. */
const serial = /^[A-Z\d_-]+$/;

function wordsOf(text: string): number {
  return text.split(/\s+/).filter((one) => one !== "").length;
}

/** How often letters of either case, digits and marks follow each other. A capital before small letters begins a word. */
function changes(text: string): number {
  return (
    text
      .replaceAll(/(?<![a-z])[A-Z](?=[a-z])/g, (letter) => letter.toLowerCase())
      .match(/(?<=[a-z])[^a-z]|(?<=[A-Z])[^A-Z]|(?<=\d)\D|(?<=[^A-Za-z\d])[A-Za-z\d]/g)?.length ?? 0
  );
}
