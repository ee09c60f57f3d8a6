import type { Match } from "../../model/match.ts";
import type { Range } from "../../model/range.ts";
import type { Window } from "../../model/window.ts";
import type { Detector } from "../detector.ts";
import { isPlaceholder } from "./placeholder.ts";

const names =
  "recovery code,recovery-code,recovery_code,recoverycode,backup code,backup-code,backup_code,backupcode,scratch code,emergency code," +
  "wiederherstellungscode,notfallcode,codes de secours,codici di recupero,codici di backup,digos de recuper,herstelcode";

/**
 * The codes that a service gives to whoever switches a second factor on, each of which logs in once: five or more of one form behind what they are
 * called, or three on lines of their own. GitHub has `xxxxx-xxxxx`, Google eight figures in two groups, GitLab and PyPI 16 hexadecimal digits, others two groups of four.
 * https://docs.github.com/en/authentication/securing-your-account-with-two-factor-authentication-2fa/configuring-two-factor-authentication-recovery-methods
 */
export const recoveryCodes: Detector = {
  id: "secret/recovery-codes",
  summary: "Recovery codes of a second factor",
  remedy: "Generate new ones where the account is: that makes these worthless. Keep them in a password manager.",
  isFramed: true,
  trigger: { literals: names.split(","), anyCase: true },
  reach: { before: 16, after: 4_400 },

  *detect(window) {
    let done = 0;
    for (const { end } of window.sightings) {
      if (end < done) continue;
      const found = codesBehind(window, end);
      if (found === undefined) continue;
      yield found;
      done = found.range.end;
    }
  },

  examples: [
    "GitHub recovery codes\n\n«{hex:4}1-{hex:4}a\n{hex:4}2-{hex:4}b\n{hex:4}3-{hex:4}c\n{hex:4}4-{hex:4}d\n{hex:4}5-{hex:4}e»\n",
    "Recovery codes:\n«{hex:4}1-{hex:4}a\n{hex:4}2-{hex:4}b\n{hex:4}3-{hex:4}c»\n",
    "Your backup codes (each works once):\n  1. «{digits:3}7 {digits:4}   6. {digits:3}8 {digits:4}\n  2. {digits:3}9 {digits:4}   7. {digits:3}1 {digits:4}\n  3. {digits:3}2 {digits:4}»\n",
    '{"recoveryCodes":["«{lower36:4}1-{lower36:4}a","{lower36:4}2-{lower36:4}b","{lower36:4}3-{lower36:4}c","{lower36:4}4-{lower36:4}d","{lower36:4}5-{lower36:4}e»"]}',
    "# Wiederherstellungscodes\n\n- [ ] `«a{hex:14}1`\n- [x] `b{hex:14}2`\n- [ ] `c{hex:14}3`\n- [ ] `d{hex:14}4`\n- [ ] `e{hex:14}5»`\n",
    "backup codes: {hex:4}1-{hex:4}a {hex:4}2-{hex:4}b {hex:4}3-{hex:4}c {hex:4}4-{hex:4}d",
    "Recovery codes:\nfirst-1st00\nsecond-2nd\nthird-third\n",
    "Recovery codes have the form xxxxx-xxxxx: xxxxx-xxxxx, xxxxx-xxxxx, xxxxx-xxxxx, xxxxx-xxxxx, xxxxx-xxxxx, xxxxx-xxxxx",
    "backup codes such as 12345678, 23456789, 34567890, 45678901, 56789012, 67890123",
    "The recovery code handles failover, rollback, recovery, snapshot, replicas, followers and elections",
    "backup code of 20260101 20260102 20260103 20260104 20260105 20260106",
  ],
};

/** The first list of codes that begins close behind a name. */
function codesBehind({ text }: Window, from: number): Match | undefined {
  const behind = text.slice(from, from + farthest);
  let run: Range[] = [];
  let form = "";
  for (const { 0: code, index } of behind.matchAll(written)) {
    const own = code.replaceAll(/[A-Za-z0-9]/g, "x");
    const last = run.at(-1);
    const isNext = last !== undefined && own === form && between.test(behind.slice(last.end, index));
    if (!isNext && areCodes(run, behind)) break;
    if (!isNext && index > closest) return undefined;
    run = isNext ? [...run, { start: index, end: index + code.length }] : [{ start: index, end: index + code.length }];
    form = own;
  }
  const [first, last] = [run[0], run.at(-1)];
  if (first === undefined || last === undefined || !areCodes(run, behind)) return undefined;
  return { range: { start: from + first.start, end: from + last.end }, confidence: 0.9 };
}

/** In bytes: up to where a list begins, and up to where it is read. */
const closest = 400;
const farthest = 4_000;

/** Two groups of figures, or letters and figures with hyphens. */
const written = /(?<![\w-])(?:\d{4} \d{4}|[A-Za-z0-9]{4,64}(?:-[A-Za-z0-9]{3,16}){0,3})(?![\w-])/g;

/** What stands between two in a list: marks, the number of the next one, the box that is ticked when it is used. */
const between = /^(?:[\s"'`,;|*•·()[\]-]|\\[nrt]|\[x\]|\d{1,2}[.):]){1,40}$/i;

function areCodes(run: readonly Range[], text: string): boolean {
  const codes = run.map(({ start, end }) => text.slice(start, end));
  const [first = ""] = codes;
  const least = areLines(run, text) ? 3 : 5;
  if (codes.length < least || new Set(codes).size < codes.length || first.replaceAll(/[ -]/g, "").length < 8)
    return false;
  const isDrawn = codes.every((code) => /^[\d -]+$/.test(code)) ? areFigures : hasFigureAndLetter;
  const drawn = codes.filter((code) => isDrawn(code) && !isPlaceholder(code)).length;
  return codes.length < 5 ? drawn === codes.length : drawn * 3 > codes.length * 2;
}

/** Codes in two groups, each on a line of its own. */
function areLines(run: readonly Range[], text: string): boolean {
  return run.every(({ start, end }, at) => {
    const last = run[at - 1];
    return /[ -]/.test(text.slice(start, end)) && (last === undefined || text.slice(last.end, start).includes("\n"));
  });
}

/** A word has no figures. */
function hasFigureAndLetter(code: string): boolean {
  return /\d/.test(code) && /[A-Za-z]/.test(code);
}

/** Neither a date nor figures that somebody typed one after the other. */
function areFigures(code: string): boolean {
  const figures = code.replaceAll(/\D/g, "");
  const steps = [...figures].map((figure, at) => (Number(figure) - Number(figures[at - 1] ?? 0) + 10) % 10).slice(1);
  return !/^(?:19|20)\d\d[01]\d[0-3]\d$/.test(figures) && new Set(steps).size > 1;
}
