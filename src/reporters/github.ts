import type { Finding } from "../model/finding.ts";
import type { Reporter } from "./reporter.ts";
import { summary } from "./summary.ts";

/**
 * Annotations of a GitHub Actions job.
 * https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-commands
 */
export const github: Reporter = (verdict) => {
  const annotations = [
    ...verdict.findings.map((finding) =>
      command(level(finding), placeOf(finding), `${finding.message}: ${finding.mask}. ${finding.remedy}`),
    ),
    ...verdict.unscanned.map(({ document, reason, kind }) =>
      command(kind === "failed" ? "error" : "warning", { file: document, title: "not checked" }, reason),
    ),
  ];
  return [...annotations, escapeData(summary(verdict))].join("\n") + "\n";
};

function level({ action }: Finding): string {
  return action === "block" || action === "ask" ? "error" : "warning";
}

function placeOf(finding: Finding): Record<string, string | number> {
  const { document, line, column, endLine, endColumn, ruleId } = finding;
  // GitHub takes columns only if a finding begins and ends on one line.
  const columns = line === endLine ? { col: column, endColumn } : {};
  return { file: document, line, endLine, ...columns, title: ruleId };
}

function command(name: string, properties: Record<string, string | number>, message: string): string {
  const list = Object.entries(properties).map(([key, value]) => `${key}=${escapeProperty(String(value))}`);
  return `::${name} ${list.join(",")}::${escapeData(message)}`;
}

function escapeData(text: string): string {
  return text.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
}

function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(":", "%3A").replaceAll(",", "%2C");
}
