import type { Class } from "../model/class.ts";
import type { Finding } from "../model/finding.ts";
import type { Verdict } from "../model/verdict.ts";
import { raisedBy } from "./table.ts";

/** What the findings of one check come to. */
export function judge(findings: readonly Finding[]): Pick<Verdict, "verdict" | "score" | "scoreParts"> {
  const actions = new Set(findings.map(({ action }) => action));
  const verdict = (["block", "ask", "redact"] as const).find((action) => actions.has(action)) ?? "pass";
  const disclosed = findings.some(({ action, class: of }) => action === "block" && (of === "secret" || of === "term"));
  return { verdict, score: disclosed ? 10 : 0, scoreParts: [] };
}

/** What warns by itself, and stops with what stops in the same document: a file of settings with a secret, a source map whatever its sources hold. */
export function withContents(findings: readonly Finding[]): readonly Finding[] {
  const stops = findings.filter(({ action }) => action === "block");
  if (stops.length === 0) return findings;
  const stopped = new Set<Class>(stops.map(({ class: of }) => of));
  return findings.map((finding) => {
    const isRaised = finding.action === "warn" && raisedBy(finding.ruleId).some((of) => stopped.has(of));
    return isRaised ? { ...finding, action: "block" } : finding;
  });
}
