import type { Match } from "../../model/match.ts";
import { matchesOf } from "../../model/matches.ts";
import { type Range, rangeOf } from "../../model/range.ts";
import type { Literals } from "../../model/trigger.ts";
import type { Window } from "../../model/window.ts";
import type { Detector } from "../detector.ts";
import { isPlaceholder } from "./placeholder.ts";
import { sightedIn } from "./sighted.ts";
import type { SecretlintRule } from "./secretlint-rule.ts";
import { secretlintRules } from "./secretlint-rules.ts";
import type * as Run from "./secretlint-run.ts";

const rules: readonly Rule[] = Object.entries(secretlintRules).map(([name, rule]) => ({
  id: `@secretlint/secretlint-rule-${name}`,
  folded: rule.literals.map((literal) => literal.toLowerCase()),
  ...rule,
}));
const literals = rules.flatMap((rule) => rule.literals);

/**
 * The rules of secretlint's recommended preset, run in process on the windows around what they look for. It stands last in
 * the list: where a detector of ours knows the format, its word counts.
 * https://github.com/secretlint/secretlint
 */
export const secretlint: Detector = {
  id: "secret/secretlint",
  summary: "Credential",
  remedy: "Revoke it where it was issued, make a new one, and read it from the environment.",
  trigger: rules.flatMap(groupsOf),
  // Enough for the longest user name and password before an `@`; what is longer still has a `cut`.
  reach: { before: 544, after: 544 },
  prefixes: literals.filter((literal) => /^\w{2,}[_.-]$/.test(literal)),

  load,

  detect(window) {
    const text = asciiOf(window);
    const signed = signedRules(text, sightedIn(window));
    if (signed.length === 0) return [];
    return loaded === undefined ? load().then((run) => lint(text, signed, run)) : lint(text, signed, loaded);
  },

  examples: [
    ...rules.flatMap((rule) => rule.examples),
    "lin_api_{base62:31}",
    "compiled.and_npm_install_D_types_Slashnode_6290Ensure, npm_config_{base62:29}",
    "GROQ_API_KEY=gsk_xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx",
    "AWS_SECRET_ACCESS_KEY=wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY",
    'account: 123456789012, "AccountId": "111122223333", "account_id": "4444-5555-6666"',
    'fs.writeFileSync(".npmrc", "//registry.npmjs.org/:_authToken=" + process.env.NPM_TOKEN2)',
    "apt install xapp-status-icon-applet",
    `${"-".repeat(5)}BEGIN PRIVATE KEY${"-".repeat(5)}\\n...\\n${"-".repeat(5)}END PRIVATE KEY${"-".repeat(5)}`,
  ],
};

/** A group for each literal: most have nothing in common that stands behind them. */
function groupsOf({ literals: own, behind = {} }: SecretlintRule): Literals[] {
  return own.map((literal) => {
    const { [literal]: after } = behind;
    return { literals: [literal], anyCase: true, ...(after && { behind: after }) };
  });
}

type Rule = SecretlintRule & {
  readonly id: string;
  /** The literals in lower case. */
  readonly folded: readonly string[];
};

/**
 * One character for each byte of the window, as secretlint would see them in text: none of UTF-8's bytes is a letter or a
 * space, as Latin-1 has it, but for the no-break space.
 */
function asciiOf({ text }: Window): string {
  return text.replaceAll("\xc2\xa0", "  ").replaceAll(/[\x80-\xff]/g, "\x7f");
}

/**
 * The rules that could find something in a text. A sign is only compiled for a text with one of the rule's literals: most
 * windows open because of a link, and all signs together take longer to compile than the rest of the check.
 */
function signedRules(text: string, sighted: ReadonlySet<string>): Rule[] {
  return rules.filter(({ folded, sign }) => folded.some((literal) => sighted.has(literal)) && sign.test(text));
}

let loaded: typeof Run | undefined;

/** Loads secretlint's rules, for whoever cannot wait for them when there is something to run. */
async function load(): Promise<typeof Run> {
  return (loaded ??= await import("./secretlint-run.ts"));
}

function lint(text: string, signed: readonly Rule[], { runRule }: typeof Run): Match[] {
  const matches: Match[] = [];
  for (const rule of signed) {
    if (rule.cut !== undefined)
      for (const cut of matchesOf(text, rule.cut)) matches.push({ range: rangeOf(cut), variant: rule.title });
    for (const fileName of rule.fileNames ?? ["window"]) {
      for (const message of runRule(rule.id, rule.options ?? {}, fileName, text)) {
        const match = matchOf(message, rule, text);
        if (match !== undefined) matches.push(match);
      }
    }
  }
  return matches;
}

/** Nobody writes a longer value only to show the format, and in that many random characters every short word occurs. */
const longestPlaceholder = 128;

function matchOf(message: Run.Message, rule: Rule, text: string): Match | undefined {
  const note = rule.messages?.[message.messageId];
  const reported = reportedRange(message, text);
  const range = secretIn(reported, text, note?.secret);
  if (range === undefined) return undefined;
  const secret = text.slice(range.start, range.end);
  if (secret.length <= longestPlaceholder && isPlaceholder(withoutPrefix(secret, rule))) return undefined;
  const confidence = note?.confidence?.(secret, text.slice(reported.start, reported.end)) ?? 1;
  return confidence === 0 ? undefined : { range, confidence, variant: note?.title ?? rule.title };
}

/**
 * Where the value stands that secretlint reports. Its range begins with what matched, which is not always the value: of
 * `_authToken=…` it covers the key and leaves the token's end out. The value itself is among the message's data; some rules
 * cut it short, as Slack's does the last part of an app token, so it goes on to the end of the run of token characters.
 */
function reportedRange({ range: [start, end], data }: Run.Message, text: string): Range {
  const value = Object.values(data).find((datum) => typeof datum === "string" && datum.length === end - start);
  const at = typeof value === "string" ? text.indexOf(value, start) : -1;
  const shift = at === -1 ? 0 : at - start;
  const rest = /(?<=[\w-])[\w-]*/y;
  rest.lastIndex = end + shift;
  return { start: start + shift, end: end + shift + (rest.exec(text)?.[0].length ?? 0) };
}

function secretIn(range: Range, text: string, pattern: RegExp | undefined): Range | undefined {
  if (pattern === undefined) return range;
  const match = pattern.exec(text.slice(range.start, range.end));
  if (match === null) return undefined;
  const secret = rangeOf(match, "secret");
  return { start: range.start + secret.start, end: range.start + secret.end };
}

function withoutPrefix(secret: string, rule: Rule): string {
  const prefix = rule.literals.find((literal) => secret.startsWith(literal)) ?? "";
  return secret.slice(prefix.length);
}
