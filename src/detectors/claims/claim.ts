import { RE2JS } from "re2js";
import { GateError } from "../../model/error.ts";
import type { Match } from "../../model/match.ts";
import { contains, type Range } from "../../model/range.ts";
import type { Trigger } from "../../model/trigger.ts";
import type { Window } from "../../model/window.ts";
import type { Detector } from "../detector.ts";
import { literalsOfPattern } from "./literals.ts";

/** A statement that must be right wherever it appears, as a config names it. */
export interface Claim {
  /** The rule is `claim/name`. */
  readonly name: string;
  /** A pattern in RE2's syntax (https://github.com/google/re2/wiki/Syntax) of what speaks of the topic; case does not count. */
  readonly topic: string;
  /** What may be said of it: what the topic finds has to stand inside of one of these. White space may be any other, and marks may stand between words. */
  readonly allowed: readonly string[];
}

/** A topic's match is looked for so far from what makes the engine look, in bytes. */
const reach = 512;

/**
 * Finds what is said of a topic in other words than the allowed ones. Case counts in these, because it is part of a name. Patterns of a config run on
 * RE2, whose time is linear in the text.
 * @param index of the claim in the config
 * @throws {GateError} if the pattern is none, or matches where there is nothing.
 */
export function claimDetector({ name, topic, allowed }: Claim, index: number): Detector {
  const pattern = compiled(topic, `"claims.${index}.topic" of the config`);
  const wordings = allowed.map((wording) => RE2JS.compile(wordingPattern(wording)));
  const longest = Math.max(0, ...allowed.map(longestOf));
  return {
    id: `claim/${name}`,
    summary: `Claim about ${name} that is not worded as allowed`,
    remedy: `Write it as the owner has allowed it: ${allowed.map((wording) => `“${wording}”`).join(" or ")}.`,
    trigger: triggerOf(topic),
    reach: { before: reach + longest, after: reach + longest },
    detect: (window) => claimsIn(window, pattern, wordings),
    examples: [],
  };
}

function compiled(topic: string, place: string): RE2JS {
  let pattern: RE2JS;
  try {
    pattern = RE2JS.compile(`(?i)${topic}`);
  } catch {
    throw new GateError(
      `${place} is no pattern that RE2 takes`,
      "See https://github.com/google/re2/wiki/Syntax; there are no lookarounds and no backreferences.",
    );
  }
  if (!pattern.matcher("").find()) return pattern;
  throw new GateError(`${place} matches nothing at all`, "Write a pattern that needs a word.");
}

/** White space, and what sets words apart for the eye alone: marks of Markdown, and tags. */
const between = "(?:[\\s\\x{A0}*_~`]|&nbsp;|<[^<>]{1,64}>)+";

function wordingPattern(wording: string): string {
  return wordsOf(wording)
    .map((word) => RE2JS.quote(word))
    .join(between);
}

function wordsOf(wording: string): string[] {
  return wording.trim().split(/\s+/);
}

/** How long a wording is at most with a tag or two between its words, in bytes. */
function longestOf(wording: string): number {
  return Buffer.byteLength(wording) * 2 + wordsOf(wording).length * 128;
}

function triggerOf(topic: string): Trigger {
  const literals = literalsOfPattern(topic);
  return literals === undefined ? "every segment" : { literals, anyCase: true };
}

function claimsIn({ bytes }: Window, pattern: RE2JS, wordings: readonly RE2JS[]): Match[] {
  const found = rangesOf(pattern, bytes);
  if (found.length === 0) return [];
  const right = wordings.flatMap((wording) => rangesOf(wording, bytes));
  return found.filter((range) => !right.some((one) => contains(one, range))).map((range) => ({ range }));
}

/** In bytes of UTF-8, which RE2 reads as they are. */
function rangesOf(pattern: RE2JS, bytes: Buffer): Range[] {
  const ranges: Range[] = [];
  const matcher = pattern.matcher(bytes);
  while (matcher.find()) ranges.push({ start: matcher.start(), end: matcher.end() });
  return ranges;
}
