import { classOf, type RuleId } from "./class.ts";
import type { Range } from "./range.ts";

/**
 * What outgate writes in the place of what it masked: in a log `[secret:github-token:91c2]`, `[term:07ab]`, `[card:5e01]`, in a message
 * `[secret:github-token]`, `[person:card]`. The name of a secret has no long number, and two words.
 */
export const placeholderPattern: RegExp =
  /\[(?:(?:secret:)?[a-z0-9][a-z0-9-]{0,60}:[0-9a-f]{4}|secret:(?![a-z0-9-]{0,60}\d{3})[a-z0-9]{1,60}-[a-z0-9-]{1,60}|(?:person|infrastructure|business|internal|claim|artifact):[a-z][a-z0-9-]{2,60})\]/g;

/** What a rule is called there. A secret is named with its class, so that it is found by it. The kind of a term would tell what was denied. */
export function placeholderName(rule: RuleId): string {
  const of = classOf(rule);
  if (of === "term") return "term";
  const name = rule.slice(of.length + 1);
  return of === "secret" ? `secret:${name}` : (shortNames[name] ?? name);
}

/** What a rule is called in a message that was masked. The kind of a term would tell what was denied there, too. */
export function placeholderInMessage(rule: RuleId): string {
  return classOf(rule) === "term" ? "term" : rule.replace("/", ":");
}

/** Of rules whose names are longer than what they find. */
const shortNames: Readonly<Record<string, string>> = {
  "private-address": "ip",
  "public-address": "ip",
  "ip-address": "ip",
};

/** No placeholder is longer, in bytes. */
const longest = 80;

/** Where a placeholder ends that begins at a place; the place itself where none does. */
export function endOfPlaceholder(text: string, at: number): number {
  here.lastIndex = at;
  return here.test(text) ? here.lastIndex : at;
}

/** Whether a place is in the midst of a placeholder: the words in it name nothing. */
export function isInPlaceholder(text: string, at: number): boolean {
  const bracket = text.slice(Math.max(0, at - longest), at).lastIndexOf("[");
  if (bracket === -1) return false;
  return endOfPlaceholder(text, Math.max(0, at - longest) + bracket) > at;
}

const here = new RegExp(placeholderPattern.source, "y");

/**
 * Whether of a range nothing is left but placeholders and what stands between them, or it begins in the midst of one: what was masked is no
 * finding, whoever takes it for one, and names nothing that stands behind it.
 * @param names of rules, as placeholders have them: programs write `[name:4711]` as well
 */
export function isMasked(bytes: Buffer, { start, end }: Range, names: () => ReadonlySet<string>): boolean {
  const first = Math.max(0, start - longest);
  let bracket = end - 1;
  while (bracket >= first && bytes[bracket] !== 0x5b) bracket--;
  if (bracket < first) return false;
  const text = bytes.toString("latin1", first, end + longest);
  let rest = "";
  let last = start - first;
  for (const { 0: found, index } of text.matchAll(placeholderPattern)) {
    if (index >= end - first) break;
    if (
      !ofLog.test(found) &&
      !names().has(found.slice(1, -"]".length)) &&
      !names().has(found.slice(1, -":07ab]".length))
    )
      continue;
    if (index < start - first && index + found.length > start - first) return true;
    if (index > last) rest += text.slice(last, index);
    last = Math.max(last, index + found.length);
  }
  return last > start - first && !/[A-Za-z0-9\x80-\xff]/.test(rest + text.slice(last, end - first));
}

/** A secret's in a log, whatever rules the program had that wrote it. */
const ofLog = /^\[secret:.{1,61}:/;

/** Where the placeholder ends in whose midst a place is; the place itself where there is none. */
export function behindPlaceholder(bytes: Buffer, place: number): number {
  const first = Math.max(0, place - longest);
  const bracket = place > 0 ? bytes.subarray(first, place).lastIndexOf(0x5b) : -1;
  if (bracket === -1) return place;
  const text = bytes.toString("latin1", first + bracket, place + longest);
  return Math.max(place, first + bracket + endOfPlaceholder(text, 0));
}
