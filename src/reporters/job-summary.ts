import type { Finding } from "../model/finding.ts";
import type { Unscanned, Verdict } from "../model/verdict.ts";
import { seen, sorted } from "./finding.ts";
import { notices } from "./notices.ts";
import { count, placeOf, summary } from "./summary.ts";

/**
 * The whole verdict in GitHub's Markdown, the worst first. What does not fit is counted in the last line.
 * @param room in bytes; the outcome is told even where it is less.
 */
export function jobSummary(verdict: Verdict, room: number): string {
  const rows = rowsOf(verdict);
  const head = `\n### outgate\n\n${prose(summary(verdict))}\n${told(verdict)}${remedies(verdict)}`;
  if (rows.length === 0) return head;
  const table = "\n| | place | what | rule |\n|---|---|---|---|\n";
  let left = room - Buffer.byteLength(head + table + cut(rows.length));
  const fitting = rows.findIndex((line) => (left -= Buffer.byteLength(line)) < 0);
  if (fitting === -1) return head + table + rows.join("");
  return head + (fitting === 0 ? "" : table + rows.slice(0, fitting).join("")) + cut(rows.length - fitting);
}

/** What there is to know beside, a thousand sentences at most. */
function told(verdict: Verdict): string {
  const lines = notices(verdict)
    .slice(0, 1000)
    .map((text) => `- ${prose(text)}\n`);
  return lines.length === 0 ? "" : `\n${lines.join("")}`;
}

/** What to do, once for each rule. */
function remedies(verdict: Verdict): string {
  const { stopping, warnings } = sorted(verdict);
  const rules = Map.groupBy([...stopping, ...warnings], ({ ruleId }) => ruleId);
  const lines = [...rules].map(([rule, [worst]]) => `- ${code(rule)}: ${prose(worst?.remedy ?? "")}\n`);
  return lines.length === 0 ? "" : `\n${lines.join("")}`;
}

function cut(rows: number): string {
  return `\n${count(rows, "more line")} would not fit. \`--format json\` has all.\n`;
}

function rowsOf(verdict: Verdict): string[] {
  const { stopping, failed, warnings, skipped } = sorted(verdict);
  return [
    ...stopping.map((finding) => found("stops", finding)),
    ...failed.map((item) => missed("not checked", item)),
    ...warnings.map((finding) => found("warns", finding)),
    ...skipped.map((item) => missed("left out", item)),
    ...verdict.suppressed.map((finding) =>
      row("suppressed", code(placeOf(finding)), prose(`${finding.message}: ${finding.reason}`), code(finding.ruleId)),
    ),
  ];
}

function found(what: string, finding: Finding): string {
  return row(what, code(placeOf(finding)), prose(seen(finding)), code(finding.ruleId));
}

function missed(what: string, { document, reason }: Unscanned): string {
  return row(what, code(document), prose(reason), "");
}

function row(...cells: readonly string[]): string {
  return `| ${cells.join(" | ")} |\n`;
}

/** Words of ours, in which backquotes stand around code. */
function prose(text: string): string {
  return text
    .split("`")
    .map((part, index) => (index % 2 === 0 ? escaped(part, ":") : code(part)))
    .join("");
}

/** HTML's element and not backquotes: nothing in it is a mention, a link or the end of a cell. */
function code(text: string): string {
  return `<code>${escaped(text)}</code>`;
}

/** What Markdown or HTML could read as more than itself, as a reference, which neither reads. */
function escaped(text: string, harmless = ""): string {
  return text
    .toWellFormed()
    .replaceAll(/[^\p{L}\p{M}\p{N} .,/•-]/gu, (other) => (other === harmless ? other : `&#${other.codePointAt(0)};`));
}
