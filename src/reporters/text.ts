import type { Boundary } from "../model/audience.ts";
import type { Finding } from "../model/finding.ts";
import { sumOf, type Unscanned, type Verdict } from "../model/verdict.ts";
import { suppressionNotices } from "./notices.ts";
import type { Reporter } from "./reporter.ts";
import { count, grouped, placeOf, stops, summary } from "./summary.ts";
import { whyIn } from "./why.ts";
import { wrap } from "./wrap.ts";

/** How many places of one rule are listed. */
const mostPlaces = 10;

/** How many documents that were not searched are listed, of each kind. */
const mostUnscanned = 3;

/** For people at a terminal of 80 columns: what stops is told rule by rule, what warns in one line. */
export const text: Reporter = (verdict, { color, quiet, advice, note }) => {
  const paint = color ? painted : plain;
  const stopping = verdict.findings.filter(stops);
  const passes = verdict.verdict === "pass" && verdict.complete;
  const isSilent = quiet && passes;
  const rules = Map.groupBy(stopping, ({ ruleId, message }) => `${ruleId} ${message}`);
  const blocks = [
    ...[...rules.values()].map((findings) => told(findings, verdict.boundary, paint)),
    note === undefined || isSilent ? [] : wrap(note, ""),
    isSilent ? [] : (verdict.notes ?? []).flatMap((line) => wrap(line, "")),
    [
      ...remarks(isSilent ? { ...verdict, alreadyThere: 0 } : verdict, paint),
      ...suppressions(verdict, isSilent),
      ...pointer(verdict, rules.values()),
    ],
    passes ? [] : [...advice, ...wayThrough(verdict.boundary, stopping)].flatMap((line) => wrap(line, "")),
    isSilent ? [] : wrap(summary(verdict), "").map((line) => paint(passes ? "green" : "red", line)),
  ].filter((block) => block.length > 0);
  return blocks.length === 0 ? "" : `${blocks.map((block) => block.join("\n")).join("\n\n")}\n`;
};

type Paint = (style: "bold" | "red" | "yellow" | "green" | "dim", line: string) => string;

const plain: Paint = (_, line) => line;

const codes = { bold: [1, 22], dim: [2, 22], red: [31, 39], green: [32, 39], yellow: [33, 39] } as const;

const painted: Paint = (style, line) => `\u001B[${codes[style][0]}m${line}\u001B[${codes[style][1]}m`;

/** The findings of one rule: what it is, where it stands, why that matters, what to do. */
function told(findings: readonly Finding[], boundary: Boundary, paint: Paint): string[] {
  const [first] = findings;
  if (first === undefined) return [];
  return [
    `${paint("bold", first.message)} ${paint("dim", `(${first.ruleId})`)}`,
    ...placesIn([...Map.groupBy(findings, ({ document }) => document).values()].map(rowsOf), paint),
    ...wrap(first.reason ?? whyIn(boundary, first.class), "  "),
    ...wrap(first.remedy, "  "),
  ];
}

/** What is one line of the report: in what was unpacked or decoded, many findings have one place. */
type Row = readonly [Finding, ...Finding[]];

function rowsOf(findings: readonly Finding[]): readonly Row[] {
  const rows = Map.groupBy(findings, (finding) => `${placeIn(finding)} ${seen(finding)}`);
  return [...rows.values()].map(([first, ...others]) => [first, ...others] as Row); // a group has one finding at least
}

/** As many places as are listed, shared out among the documents: one that has a thousand hides no other. */
function placesIn(documents: readonly (readonly Row[])[], paint: Paint): string[] {
  const most = Math.max(1, Math.floor(mostPlaces / documents.length));
  const whole = documents.reduce((sum, { length }) => sum + length, 0) <= mostPlaces;
  const shown = documents.slice(0, mostPlaces).flatMap((rows) => {
    const first = whole ? rows : rows.slice(0, most);
    const more = rows.slice(first.length).flat().length;
    return first.flatMap((row, index) => placed(row, index === first.length - 1 ? more : 0, paint));
  });
  const others = documents.slice(mostPlaces);
  const left = others.flat(2).length;
  return left === 0 ? shown : [...shown, `  and ${count(left, "more place")} in ${count(others.length, "document")}`];
}

/** Where it stands and what it looks like, in two lines where one is too long. */
function placed([finding, ...same]: Row, more: number, paint: Paint): string[] {
  const place = placeIn(finding);
  const times = same.length === 0 ? "" : `, ${grouped(same.length + 1)} times`;
  const what = `${seen(finding)}${times}${more === 0 ? "" : `, and ${grouped(more)} more there`}`;
  const shown = `  ${paint("red", place)}`;
  return place.length + what.length <= columns - 4 ? [`${shown}  ${what}`] : [shown, ...wrap(what, "    ")];
}

const columns = 79;

/** As terminals and editors make it a link. */
function placeIn(finding: Finding): string {
  const { commit } = finding;
  return commit === undefined ? placeOf(finding) : `${placeOf(finding)} in ${commit.slice(0, 8)}`;
}

function seen({ mask, surface, element }: Finding): string {
  const where = surface === "text" ? mask : `${mask}, ${surface}`;
  return element === undefined ? where : `${where} (${endOf(element)})`;
}

/** The last steps of a selector, which tell most, as far as they fit beside a place; one at least. */
function endOf(selector: string): string {
  if (selector.length <= mostSelector) return selector;
  const steps = selector.split(" > ");
  const from = steps.findIndex((_, index) => steps.slice(index).join(" > ").length <= mostSelector);
  return `… > ${steps.slice(from === -1 ? -1 : from).join(" > ")}`;
}

const mostSelector = 40;

function remarks(verdict: Verdict, paint: Paint): string[] {
  const { findings, alreadyThere, unscanned, scoreParts } = verdict;
  const warnings = findings.filter(({ action }) => action === "warn");
  const toMask = findings.filter(({ action }) => action === "redact");
  const failed = unscanned.filter(({ kind }) => kind === "failed");
  const skipped = unscanned.filter(({ kind }) => kind === "skipped");
  return [
    ...(scoreParts.length > 0 ? wrap(`Score ${sumOf(verdict)}; from 4 on it stops.`, "") : []),
    ...(toMask.length > 0 ? wrap(`${count(toMask.length, "finding")} to be masked: ${places(toMask)}`, "") : []),
    ...(warnings.length > 0 ? wrap(`${count(warnings.length, "warning")}: ${places(warnings)}`, "") : []),
    ...(alreadyThere > 0
      ? [
          `${count(alreadyThere, "finding")} that stood in the parents already, here or where it was moved or copied from.`,
        ]
      : []),
    ...listed("Not checked", failed).map((line) => paint("red", line)),
    ...listed("Left out", skipped),
  ];
}

/** What was let through and why, what the change brings for that, and what is none. What can be deleted is one line. */
function suppressions(verdict: Verdict, isSilent: boolean): string[] {
  const { suppressed, unusedSuppressions } = verdict;
  const reasons = Map.groupBy(suppressed, ({ kind, ruleId, reason }) => `${kind}: ${ruleId}: ${reason}`);
  const through = [...reasons.values()].flatMap((of) => {
    const [first] = of;
    if (first === undefined) return [];
    const more = of.length > 1 ? ` and ${of.length - 1} more` : "";
    return `${first.ruleId} at ${first.document}:${first.line}${more} (${first.kind}: ${first.reason})`;
  });
  const unused = `${count(unusedSuppressions.length, "suppression")} that suppress${unusedSuppressions.length === 1 ? "es" : ""} nothing and can be deleted`;
  return [
    ...(isSilent || through.length === 0
      ? []
      : wrap(`${count(suppressed.length, "finding")} let through with a reason: ${few(through)}.`, "")),
    ...Object.entries(suppressionNotices(verdict)).flatMap(([label, names]) => some(label, names)),
    ...(isSilent || unusedSuppressions.length === 0 ? [] : wrap(`${unused}: ${few(unusedSuppressions)}.`, "")),
  ];
}

/** How many suppressions are named in one line. */
const mostNamed = 3;

function few(names: readonly string[]): string {
  const shown = names.slice(0, mostNamed).join(", ");
  return names.length > mostNamed ? `${shown} and ${names.length - mostNamed} more` : shown;
}

/** One line each, up to as many as places. */
function some(label: string, names: readonly string[]): string[] {
  const shown = names.slice(0, mostPlaces).flatMap((name) => wrap(`${label}: ${name}.`, ""));
  return names.length > mostPlaces ? [...shown, `${label}: ${names.length - mostPlaces} more.`] : shown;
}

/** How many rules are named in one line. */
const mostRules = 6;

/** The rules, most frequent first, each with the first place of its findings. */
function places(findings: readonly Finding[]): string {
  const rules = [...Map.groupBy(findings, ({ ruleId }) => ruleId)].toSorted(([, a], [, b]) => b.length - a.length);
  const parts = rules.slice(0, mostRules).map(([rule, of]) => {
    const [first] = of;
    const more = of.length > 1 ? ` and ${grouped(of.length - 1)} more` : "";
    return first === undefined ? rule : `${rule} at ${first.document}:${first.line}${more}`;
  });
  const others = rules.slice(mostRules).reduce((sum, [, of]) => sum + of.length, 0);
  const more =
    rules.length > mostRules ? `; ${grouped(others)} more of ${count(rules.length - mostRules, "other rule")}` : "";
  return `${parts.join(", ")}${more}.`;
}

/** The first ones, and how many there are beside. */
function listed(label: string, items: readonly Unscanned[]): string[] {
  const shown = items
    .slice(0, mostUnscanned)
    .flatMap(({ document, reason }) => wrap(`${label}: ${document}: ${reason}`, ""));
  return items.length > mostUnscanned ? [...shown, `${label}: ${items.length - mostUnscanned} more.`] : shown;
}

/** What to do where a rule is wrong. Suppressions do not hold in messages and logs, nor in what has neither a path nor room for a comment. */
function wayThrough(boundary: Boundary, stopping: readonly Finding[]): string[] {
  if (boundary === "message" || boundary === "log") return [];
  if (stopping.every(({ document }) => fields.test(document))) return [];
  return ["`outgate explain RULE` tells how to let something through with a reason."];
}

const fields = /^(?:author|committer|(?:branch|tag|ref) name)$/;

/** How to see what is only counted, where something is. */
function pointer({ findings, unscanned }: Verdict, rules: Iterable<readonly Finding[]>): string[] {
  const warnings = findings.filter(({ action }) => action === "warn");
  const isCut =
    [...rules].some(({ length }) => length > mostPlaces) ||
    warnings.length > Math.min(mostRules, new Set(warnings.map(({ ruleId }) => ruleId)).size) ||
    [...Map.groupBy(unscanned, ({ kind }) => kind).values()].some(({ length }) => length > mostUnscanned);
  return isCut ? ["`--format json` lists every place that stops, warns or is left out."] : [];
}
