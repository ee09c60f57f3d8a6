import { alphanumeric, byteClass, span } from "../../model/byte-runs.ts";
import type { Match } from "../../model/match.ts";
import { isInPlaceholder } from "../../model/placeholder.ts";
import { type Range, rangeOf, spanning } from "../../model/range.ts";
import { showsValue, type ValueKind } from "../../model/value.ts";
import type { Window } from "../../model/window.ts";
import { bindingsBehind, boundBy } from "./binding.ts";
import type { Binding, Place } from "./bound.ts";
import { guess } from "./guess.ts";
import { isConstant, type NamePromise, promiseOf } from "./key-name.ts";
import { confidenceOf } from "./named-secret.ts";
import { isRandom } from "./random.ts";

/** Names that promise a secret. */
export interface Names {
  /** The literals of the detector's trigger, in lower case: each name has one of them in it or at its edge. */
  readonly literals: readonly string[];
  /** What stands behind such a literal: see `showsValue`. */
  readonly value: ValueKind;
  /** Finds the part of a name that says so, and what follows of the name. */
  readonly noun: RegExp;
  readonly wanted: readonly NamePromise[];
}

/** The values that are written beside names which promise a secret, as sure as name, place and look make them. */
export function* assignments(window: Window, names: Names): Generator<Match> {
  const { text } = window;
  for (const named of namesIn(window, names)) {
    for (const binding of bindingsBehind(text, named)) {
      let isBound = false;
      for (const bound of boundBy(binding, text, named)) {
        isBound = true;
        const found = matchOf(binding, bound, text, named);
        // What is no secret so far may be one as a whole: a match at its edge makes the engine widen the window.
        if (found.confidence === 0 && isCut(found.range, window)) yield { range: found.range };
        if (found.confidence !== 0) yield found;
      }
      if (isBound) break;
    }
  }
}

interface Named extends Place {
  readonly names: Names;
  readonly start: number;
  readonly promise: NamePromise;
}

/** The names at the literals that were sighted: behind any other nothing stands that could be a secret. */
function* namesIn(window: Window, names: Names): Generator<Named> {
  const { text, sightings } = window;
  const isSighted = askerOf(sightings);
  for (const noun of nounsIn(text, sightings, names.noun)) {
    const start = nameStart(text, noun.start);
    const { end } = noun;
    if (!isSighted(start - 1, end + 2)) continue;
    const name = text.slice(start, end);
    const before = lineBefore(text, start);
    const promise = promiseOf(name) ?? promiseOfMember(name, before);
    if (promise === undefined || !names.wanted.includes(promise)) continue;
    if (
      isElsewhere(before, name) ||
      hashing.test(before) ||
      isTestResult(name, text, { start, end }) ||
      isInChain(before, text, end) ||
      isBranch(before, text, end) ||
      isInPlaceholder(text, start)
    )
      continue;
    yield { names, name, start, end, before, promise };
  }
}

/** `$config['api']['key']` and .NET's `"Api:Key"` promise what `api_key` does. */
function promiseOfMember(name: string, before: string): NamePromise | undefined {
  const parent = /^key$/i.test(name) ? memberOf.exec(before)?.slice(1).find(Boolean) : undefined;
  return parent === undefined ? undefined : promiseOf(`${parent}_key`);
}

const memberOf = /\[["':]{1,2}([\w-]{1,40})["']?\]\[["':]{1,2}$|["'](?:\w{1,40}:){0,4}(\w{1,40}):$/;

/** What the pattern of a noun finds in the words around sightings, of which the longest nouns have three. */
function* nounsIn(text: string, sightings: readonly Range[], pattern: RegExp): Generator<Range> {
  for (const { start, end } of joined(sightings.map((sighting) => wordsAround(text, sighting)))) {
    const words = text.slice(start, end);
    pattern.lastIndex = 0;
    for (let noun = pattern.exec(words); noun !== null; noun = pattern.exec(words)) {
      const { lastIndex } = pattern;
      yield { start: start + noun.index, end: start + lastIndex };
      pattern.lastIndex = lastIndex;
    }
  }
}

/** How far the words around a sighting are followed: as long as a name is, on both sides of its noun. */
const farthest = 130;

function wordsAround(text: string, sighting: Range): Range {
  const isIn = inName();
  let { start, end } = sighting;
  for (let spaces = 0; start > 0 && start > sighting.start - farthest; start--) {
    const code = text.charCodeAt(start - 1);
    if (isIn[code] !== 1 && (code !== 0x20 || ++spaces > 2)) break;
  }
  for (let spaces = 0; end < text.length && end < sighting.end + farthest; end++) {
    const code = text.charCodeAt(end);
    if (isIn[code] !== 1 && (code !== 0x20 || ++spaces > 2)) break;
  }
  return { start, end };
}

/** Ranges in order, those that touch as one. */
function joined(ranges: readonly Range[]): Range[] {
  const all: Range[] = [];
  for (const range of ranges) {
    const last = all.at(-1);
    if (last === undefined || last.end < range.start) all.push(range);
    else all[all.length - 1] = spanning(last, range);
  }
  return all;
}

/** Asked of places in order: whether a literal was sighted there. */
function askerOf(sightings: readonly Range[]): (from: number, to: number) => boolean {
  let at = 0;
  const startAt = (index: number): number => sightings[index]?.start ?? Infinity;
  return (from, to) => {
    while (startAt(at) < from) at++;
    for (let index = at; startAt(index) < to; index++) if ((sightings[index]?.end ?? 0) <= to) return true;
    return false;
  };
}

/** Whether a value may go on behind the window. */
function isCut({ start, end }: Range, { text, goesOn }: Window): boolean {
  return goesOn && end === text.length && end - start >= 256;
}

/** Where the name begins that holds the noun: `$config.smtp_` belongs to `$config.smtp_password`, the dashes of an option do not. */
function nameStart(text: string, noun: number): number {
  const isIn = inName();
  const isFirst = firstOfName();
  let start = noun;
  for (let at = noun - 1; at >= Math.max(0, noun - 64) && isIn[text.charCodeAt(at)] === 1; at--) {
    if (isFirst[text.charCodeAt(at)] === 1) start = at;
  }
  return start;
}

const inName = byteClass(() => `${alphanumeric}_.$@-`);
const firstOfName = byteClass(() => `${span("a", "z")}${span("A", "Z")}_$@`);

function lineBefore(text: string, at: number): string {
  const near = text.slice(Math.max(0, at - 120), at);
  return near.slice(near.lastIndexOf("\n") + 1);
}

/** The name of a type (`AWS::IAM::AccessKey`), a key that everybody may see, the token of a page or a badge. */
function isElsewhere(before: string, name: string): boolean {
  if (!":? &;".includes(before.charAt(before.length - 1)) || !elsewhere.test(before)) return false;
  if (setter.test(name)) return false; // Stripe::setApiKey
  // A program's line that begins with it: `public $password = "…"`, and Puppet's `profile::mysql::root_password: …`.
  return name.includes(" ") || !/(?:^|[{;])\s{0,40}(?:(?:public|var) |["']?(?:[a-z]\w{0,40}::){1,8})$/.test(before);
}

/** `md5("secret") == "…"`, `signHmac("", "secret") => "…"`: what a function gives, in its test. */
const hashing =
  /(?:md[245]|sha\d{0,3}(?:[._]\d{3})?|hash|digest|hmac|crc32|blake\w{0,3})\w{0,12}\(\s?(?:["'`]?[^"'`()\n]{0,40}["'`]?,\s?)?["'`]$/i;

const setter = /^(?:set|with)[A-Z_]/;
const elsewhere =
  /::$|(?:\bbadge[\w./-]{0,40}|\.svg)\?(?:[\w.-]{1,20}=[\w.-]{0,40}&(?:amp;)?)?$|\b(?:next|previous|page|continuation|csrf|xsrf|public) $/i;

/** `ALL:!PSK:!SRP:!kRSA`, `NORMAL:+PSK:+ECDHE-PSK:+DHE-PSK`, `i:Pass:Xk2:376`: one of many parts between colons, as lists of ciphers and identifiers have them. */
function isInChain(before: string, text: string, end: number): boolean {
  chain.lastIndex = end;
  return /\w:[!+-]?$/.test(before) && chain.test(text);
}

const chain = /:[^\s:"'`<>]{1,60}:/y;

/** `rank < 10 ? "a common password" : rank < 100 ? …`: what a condition gives. */
function isBranch(before: string, text: string, end: number): boolean {
  elseBehind.lastIndex = end;
  return elseBehind.test(text) && /\?\s{0,2}["'`][^"'`\n]{0,100}$/.test(before);
}

const elseBehind = /["'`]\s{0,2}:/y;

/**
 * `PASS: elf/relr`: a test that has passed, as `make check` and DejaGnu log it, by its path, or by a name among other results; behind an escaped line
 * break its name has an `n`.
 */
function isTestResult(name: string, text: string, { start, end }: Range): boolean {
  if (!/^n?PASS$/.test(name)) return false;
  testName.lastIndex = end;
  const [path] = testName.exec(text) ?? [];
  // A password in base64 can have a slash as well.
  if (path === undefined || (/[A-Z]/.test(path) && isRandom(path.slice(2)))) return false;
  return (
    path.includes("/") || resultBefore.test(text.slice(Math.max(0, start - 160), start)) || isBeforeResult(text, end)
  );
}

function isBeforeResult(text: string, end: number): boolean {
  resultBehind.lastIndex = end;
  return resultBehind.test(text);
}

const testName = /: [a-z][\w.+-]{0,60}(?:\/[\w.+-]{1,60}){0,8}(?=:?(?:[\s"'\\]|$))/y;
const result = String.raw`(?:X?PASS|X?FAIL|SKIP|UNSUPPORTED|UNTESTED|UNRESOLVED): `;
const resultBefore = new RegExp(String.raw`${result}[^\n]{1,80}\n[^\n]{0,40}$`);
const resultBehind = new RegExp(String.raw`: [^\n]{1,80}\n[^\n]{0,40}?${result}`, "y");

/** The value that a binding ties to a name; its confidence is 0 where it is no secret. */
function matchOf(binding: Binding, bound: RegExpExecArray, text: string, named: Named): Match {
  const { name, before } = named;
  const { range, promise } = promisedIn(rangeOf(bound, "secret"), text, named);
  const value = text.slice(range.start, range.end);
  if (isSpelled(name, value, promise)) return { range, confidence: 0 };
  const isSure = (): boolean => binding.isValue?.(bound, before, name) ?? true;
  const isSetting = (): boolean => binding.isSetting?.(bound, name) ?? false;
  const confidence =
    onlyNamed.test(name) && guess(value) === "uuid" ? 0 : confidenceOf(value, promise, isSure, isSetting);
  return { range, confidence: confidence !== 0 && opensWindow(text, range, named) ? confidence : 0 };
}

/** Of `BASIC_AUTH=carol:password` the part that is the password, and what is promised of it. */
function promisedIn(range: Range, text: string, { name, promise }: Named): { range: Range; promise: NamePromise } {
  const user = ofLogin.test(name) ? userOf.exec(text.slice(range.start, range.end)) : null;
  return user === null
    ? { range, promise }
    : { range: { start: range.start + user[0].length, end: range.end }, promise: "password" };
}

const ofLogin = /(?:auth|credentials?|creds)$/i;
const userOf = /^[a-z][\w.@+-]{1,63}:(?![/:])(?=[^\s:]{4,200}$)/i;

/**
 * Whether the engine opens a window because of the value's own name. Or else the value would be found beside some texts and not beside
 * others.
 */
function opensWindow(text: string, value: Range, named: Named): boolean {
  const from = Math.max(0, named.start - 1);
  const around = text.slice(from, named.end + 2).toLowerCase();
  const { literals, value: kind } = named.names;
  const own = literals.findLast((literal) => around.includes(literal));
  if (own === undefined) return false;
  const literalEnd = from + around.lastIndexOf(own) + own.length;
  // Behind the equals sign of such a name there is anything.
  const isSetting = kind === "password" && text.charAt(named.end) === "=" && isConstant(named.name);
  return isSetting || showsValue(text, value, literalEnd, kind);
}

/** `TOKEN_TYPE_X2 = "type-x2"`, `cryptoKey = Field("AcmeV2CryptoKey")`: a value that its own name spells is no secret, and no key that ends with it. */
function isSpelled(name: string, value: string, promise: NamePromise): boolean {
  const [ofName, ofValue] = [lettersOf(name), lettersOf(value)];
  return ofName.includes(ofValue) || (promise !== "password" && ofName.length >= 6 && ofValue.endsWith(ofName));
}

function lettersOf(text: string): string {
  return text.toLowerCase().replaceAll(/[^a-z\d]/g, "");
}

/** A token that only keeps a request from being done twice, and TeamCity's reference to a secret that it keeps. */
const onlyNamed = /^credentialsJSON$|(?:client|request|lock|action|update|idempotency)[_-]?token$/i;
