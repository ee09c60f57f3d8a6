import type { Finding } from "../model/finding.ts";
import type { Verdict } from "../model/verdict.ts";

/** What the findings of one check come to. */
export function judge(findings: readonly Finding[]): Pick<Verdict, "verdict" | "score" | "scoreParts"> {
  const actions = new Set(findings.map(({ action }) => action));
  const verdict = (["block", "ask", "redact"] as const).find((action) => actions.has(action)) ?? "pass";
  const disclosed = findings.some(({ action, class: of }) => action === "block" && (of === "secret" || of === "term"));
  return { verdict, score: disclosed ? 10 : 0, scoreParts: [] };
}

/** A file of settings stops if there is a secret in it, and warns if there is none. */
export function withDotenv(findings: readonly Finding[]): readonly Finding[] {
  const hasSecret = findings.some(({ action, class: of }) => action === "block" && of === "secret");
  if (!hasSecret) return findings;
  return findings.map((finding) =>
    finding.ruleId === "artifact/dotenv" && finding.action === "warn" ? { ...finding, action: "block" } : finding,
  );
}
