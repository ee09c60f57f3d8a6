import type { Finding } from "../model/finding.ts";
import type { Unscanned, Verdict } from "../model/verdict.ts";
import { pathOf, sentences, sorted } from "./finding.ts";
import { notices } from "./notices.ts";
import type { Reporter } from "./reporter.ts";
import { count, isInName, summary } from "./summary.ts";

/** GitHub shows so many annotations of each level of one step and drops all others without a word. */
const most = 10;

/**
 * Annotations of a GitHub Actions job: one for each document, of the worst that is to be said of it, the worst documents first;
 * then what there is to know beside, such as suppressions that the change brings.
 * What has no room is in the job summary (job-summary.ts).
 * https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-commands
 */
export const github: Reporter = (verdict) => {
  const documents = [...Map.groupBy(remarks(verdict), ({ document }) => document).values()];
  const shown = (["error", "warning"] as const).flatMap((level) =>
    documents.filter(([worst]) => worst?.level === level).slice(0, most),
  );
  const told = notices(verdict).slice(0, most);
  return [
    ...shown.map(annotation),
    ...told.map((text) => `::notice title=outgate::${escapeData(text)}`),
    ...rest(documents.length - shown.length),
    escapeData(summary(verdict)),
  ]
    .map((line) => `${line}\n`)
    .join("");
};

/** Something that an annotation can say. */
interface Remark {
  readonly level: "error" | "warning";
  readonly document: string;
  readonly place: Readonly<Record<string, number>>;
  readonly title: string;
  readonly text: string;
}

/** From the worst to what is only said. */
function remarks(verdict: Verdict): Remark[] {
  const { stopping, failed, warnings, skipped } = sorted(verdict);
  return [
    ...stopping.map((finding) => found("error", finding)),
    ...failed.map((item) => missed("error", item)),
    ...warnings.map((finding) => found("warning", finding)),
    ...skipped.map((item) => missed("warning", item)),
  ];
}

function found(level: Remark["level"], finding: Finding): Remark {
  const { document, line, column, endLine, endColumn, ruleId } = finding;
  // GitHub takes columns only if a finding begins and ends on one line.
  const columns = line === endLine ? { col: column, endColumn } : {};
  const place = isInName(finding) ? {} : { line, endLine, ...columns };
  return { level, document, place, title: ruleId, text: sentences(finding) };
}

function missed(level: Remark["level"], { document, reason }: Unscanned): Remark {
  return { level, document, place: {}, title: level === "error" ? "not checked" : "left out", text: reason };
}

function annotation([worst, ...others]: readonly Remark[]): string {
  if (worst === undefined) return "";
  const { level, document, place, title, text } = worst;
  const more = others.length === 0 ? "" : ` And ${others.length} more here.`;
  const list = Object.entries<string | number>({ file: pathOf(document), ...place, title }).map(
    ([key, value]) => `${key}=${escapeProperty(String(value))}`,
  );
  return `::${level} ${list.join(",")}::${escapeData(text + more)}`;
}

function rest(hidden: number): string[] {
  if (hidden === 0) return [];
  return [`GitHub shows no more than ten annotations of a kind: ${count(hidden, "more document")} in the job summary.`];
}

function escapeData(text: string): string {
  return text.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
}

function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(":", "%3A").replaceAll(",", "%2C");
}
