import { isDocumented } from "./documented.ts";
import { isPlaceholder } from "./placeholder.ts";
import { isMixed, isRandom, isRow } from "./random.ts";
import { isShuffled } from "./shuffled.ts";
import { surprise } from "./surprise.ts";

/**
 * What a value that stands in the place of a secret looks like.
 * - `none`: a hole of a template, a reference, a path, a placeholder: certainly no secret.
 * - `words`: words and names alone. A secret only where the place leaves no doubt.
 * - `chosen`: a password that a person could have made up, `Winter2019!`.
 * - `uuid`: a UUID, which may be the name of anything.
 * - `random`: drawn by a machine.
 */
export type Guess = "none" | "words" | "chosen" | "uuid" | "random";

export function guess(value: string): Guess {
  if (value.length < 4 || cut.test(value) || sealed.test(value)) return "none";
  if (worded.test(value)) return "words";
  return guessPlain(/[\x80-\xff]/.test(value) ? value.replaceAll(letters, "e").replaceAll(beyond, "") : value);
}

/** Letters alone, and some that a machine would not draw: `Överträdelselösenord:`. */
const worded = /^(?=[A-Za-z]{0,80}\xc3)(?:[A-Za-z]|[\xc3-\xc9][\x80-\xbf]){4,80}[:!?.]?$/;
/** Letters of Europe's languages, as UTF-8 shows in Latin-1. */
const letters = /[\xc3-\xc9][\x80-\xbf]/g;
/** Letters of other scripts, written so: of a word of them nothing is left that looks chosen. Other marks and what is no text make a value none. */
const beyond = /[\xca-\xdf][\x80-\xbf]|[\xe0\xe1\xe3-\xed][\x80-\xbf]{2}/g;

function guessPlain(value: string): Guess {
  if (value.length < 4) return "none";
  if (isShuffled(value) || drawnVariable(value)) return isPlaceholder(value) || isDocumented(value) ? "none" : "random";
  const rest = value.replaceAll(holes, "");
  if (rest !== value) return rest.length >= 16 && guessPlain(rest) === "random" ? "random" : "none";
  if (isPlaceholder(value) || isRow(value) || ofManuals.test(value)) return "none";
  if (isDrawnPath(value)) return "random";
  if (reference.test(value) || constant.test(value) || pattern.test(value) || isDocumented(value)) return "none";
  if (uuid.test(value)) return "uuid";
  if (isRandom(value)) return base64OfText(value) ?? "random";
  if (expression.test(value) || algorithm.test(value) || address.test(value)) return "none";
  return mayBeChosen(value) ? "chosen" : "words";
}

/** Masked or cut by a person or a log, with marks in Latin-1 or as UTF-8 shows in it: `****`, `abc...`. */
const cut = /\*{3}|\.{3}|[•…]|\xe2\x80[\xa2\xa6]/;

/**
 * What nobody reads without a key that is kept elsewhere, so that it may be committed, and the hash of a password: WebLogic's `{AES}…`, Spring
 * Cloud's `{cipher}…`, Jasypt's `ENC(…)`, `ENC[…]` of SOPS and eyaml, Bamboo's, dotenvx's, ejson's and Mule's, blobs of Windows' DPAPI in base64
 * and hex, Sealed Secrets (a key of 512 bytes and its length in front).
 * https://learn.microsoft.com/windows/win32/api/dpapi/nf-dpapi-cryptprotectdata · https://github.com/bitnami-labs/sealed-secrets/blob/main/docs/developer/crypto.md
 */
const sealed =
  /^(?:\{(?:AES|3DES|cipher|S?SHA\d{0,3}|[bs]crypt|pbkdf2|argon2)\}|ENC[[(]|\$[\w-]{1,16}\$|BAMSCRT@|encrypted:[\w+/]{40}|EJ\[\d:|!\[[\w+/]{16,2000}={0,2}\]$|AQAAANCMnd8BFdERjHoAwE\/C|01000000d08c9ddf0115d1118c7a00c04fc297eb|Ag[A-D][\w+/]{690})/i;

/**
 * What a template, a shell or a program fills in later: `${X}`, `{{ x }}`, `<token>`, `%s`. A long random value may
 * have such a thing in it by chance.
 */
const holes =
  /\$\{[^}]*\}?|\$\([^)]*\)?|[{#]\{[^}]*\}{0,2}|<%.*|^['"]?\$\w+|^%[\w-]+%|%[sdvq@](?![\w%])|%\(\w+\)|\{\w*(?::[\w.]{1,12})?\}|^[<[({].*[>\])}]$|^&lt;.*|^@{1,2}[\w.-]+@{1,2}$|^__\w+__$|^(?:#+|-+|_+|x+)$/gi;

/** What begins like the name of a variable, `$k7Qw2xP9sL1m`, and would be none that a person gives. */
function drawnVariable(value: string): boolean {
  return /^\$[\w!#$%^&*-]{9,}$/.test(value) && isMixed(value) && isRandom(value.slice(1));
}

/** An address of Ethereum, rules that a form has for a field, an address, a path, a file, the name of a secret that lives elsewhere, a hash, or what somebody encrypted. */
const reference =
  /^(?:0x[\da-f]{40}$|(?:required|nullable|string|sometimes|confirmed)[|,][\w|:,]+$|[a-z][\w+.-]{1,20}:\/\/|data:|arn:|urn:|vault:|file:|azure:keyvault:|gcp:secretmanager:|kms:|ssm:|op:|ref\+|env[.:(]|var\.|local\.|secrets?\.|process\.|import\.|system\.|os\.|config\.|settings\.|this\.|self\.|(?:hmac-)?sha\d{1,3}[-:]|credentialsjson:|[.~]{0,2}\/[\w.-]+\/|\.{1,2}\/[\w-]+\.[a-z]{2,5}(?:[#?]|$)|[a-z]:\\|\\|-----|[#.][a-z_-]+$|null$|undefined$|true$|false$|none$)|aws4_request$/i;

/** Base64 that begins like a path: `/k7Qw2…/xP9s…`. */
function isDrawnPath(value: string): boolean {
  return /^\/[A-Za-z\d+/]{31,}={0,2}$/.test(value) && isMixed(value) && isRandom(value.replaceAll("/", ""));
}

/** `THE_NAME_OF_A_CONSTANT`. */
const constant = /^[A-Z][A-Z\d]*(?:_[A-Z\d]+)+$/;

/** A regular expression, ranges of characters (`a-zA-Z0-9`), or a function of JavaScript. */
const pattern =
  /=>[{(]|(?:a-z|A-Z|0-9){2}|\\[sdwbSDWB.]|\[\^|\(\?[:=!<]|\[[a-zA-Z\d]-[a-zA-Z\d]|\[:|\([^()]{0,80}\)[*+]|\[[^[\]]{0,80}\][*+]/;

/** Parts of programs: a call, a member, an operator, an escape. */
const expression = /^[A-Za-z_$][\w$]*(?:\??(?:\.|::|->)[A-Za-z_$][\w$]*)+$|[A-Za-z_]\(|=>|\+\s|\s\+|[;{}]$|\\[ux]/;
const algorithm = /\b(?:sha|md|aes|rsa|hmac|pbkdf|base|utf|hs|rs|es)[-_]?\d/i;
const address = /^[\w.+-]{1,64}@[\w-]{1,63}\.[\w.-]{2,63}$/;
const uuid = /^(?:[a-z]{1,12}[-_])?[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}$/i;

/** What manuals and tests write for a password: `mypassword`, `user_secret`, `test1`, `Admin@123`. */
const ofManuals =
  /^(?:(?:my|your|our|the|this|is|some|any|new|old|wrong|bad|good|right|valid|in|correct|secure|strong|weak|plain|clear|super|top|very|default|initial|client|server|app|api|auth|jwt|session|shared|access|refresh|bearer|db|database|mysql|mongo|postgres|redis|rabbitmq|root|admin|user|name|guest|login|email|account|service|public|private|anonymous|pass|word|wd|phrase|pwd|pw|secret|token|key|credential|test|ing|value|string|text|here|foo|bar|baz|qux|quux|abc|hello|world|welcome|let|me|none|null|empty|required|optional|missing|unset|s)[ _.-]?)+(?:\d|@?123?4?5?6?7?8?9?|4567|5678|6789|7890)?!?$/i;

/** What the text looks like that a value is the base64 of; undefined where it is not the base64 of a text, or that of JSON. */
function base64OfText(value: string): Guess | undefined {
  if (!/^[\w+/-]{8,}={0,2}$/.test(value)) return undefined;
  const text = Buffer.from(value, "base64").toString("latin1");
  return /^(?:[\t\r\n\x20-\x7e]{12,}|[A-Za-z: ]{9,})$/.test(text) && !/^[[{]/.test(text)
    ? guess(text.trim())
    : undefined;
}

/** Letters with digits or marks, or letters in no order that words have, and long enough for a password. */
function mayBeChosen(value: string): boolean {
  if (value.length < 6 || !/^[\x21-\x7e]+$/.test(value) || !/[A-Za-z]/.test(value)) return false;
  return /[\d!#%^&*=?@$~+]/.test(value) || (value.length >= 8 && surprise(value) >= 5.5 * value.length);
}
