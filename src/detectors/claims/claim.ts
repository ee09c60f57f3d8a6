import { RE2JS } from "re2js";
import { GateError } from "../../model/error.ts";
import type { Match } from "../../model/match.ts";
import { contains, type Range, united } from "../../model/range.ts";
import type { Trigger } from "../../model/trigger.ts";
import type { Window } from "../../model/window.ts";
import { asRead } from "../as-read.ts";
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
const between = "(?:[\\s*_~`]|<[^<>]{1,64}>)+";

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

function claimsIn({ text, bytes }: Window, pattern: RE2JS, wordings: readonly RE2JS[]): Match[] {
  const readings: Reading[] = [{ bytes, toWritten: (range) => range }];
  if (text.search(typeset) !== -1) {
    const read = asRead(text, typeset, ([, space]) => (space === undefined ? "" : " "));
    readings.push({ bytes: Buffer.from(read.text, "latin1"), toWritten: read.toWritten });
  }
  const found = readings.flatMap((reading) => rangesOf(pattern, reading));
  if (found.length === 0) return [];
  const right = wordings.flatMap((wording) => readings.flatMap((reading) => rangesOf(wording, reading)));
  const wrong = found.filter((range) => !right.some((one) => contains(one, range)));
  return united(wrong.toSorted((a, b) => a.start - b.start)).map((range) => ({ range }));
}

/** In Latin-1: an end of a line that ends no paragraph, spaces at which no line ends or that have a width of their own, which are none to RE2, and hyphens that show at the end of a line alone. */
const typeset =
  /((?<![\n \t])[ \t]{0,16}\r?\n[ \t]{0,16}(?=\S)|\xc2\xa0|\xe2\x80[\x80-\x8a\xaf]|\xe2\x81\x9f|\xe3\x80\x80|&(?:nbsp|e[mn]sp|thinsp|#160|#8239|#[xX](?:[aA]0|202[fF]));)|\xc2\xad|&(?:shy|#173|#[xX][aA][dD]);/g;

/** The bytes as they stand, or with plain spaces and without hyphens that are not seen. */
interface Reading {
  readonly bytes: Buffer;
  readonly toWritten: (range: Range) => Range;
}

/** In bytes of UTF-8, which RE2 reads as they are. */
function rangesOf(pattern: RE2JS, { bytes, toWritten }: Reading): Range[] {
  const ranges: Range[] = [];
  const matcher = pattern.matcher(bytes);
  while (matcher.find()) ranges.push(toWritten({ start: matcher.start(), end: matcher.end() }));
  return ranges;
}
