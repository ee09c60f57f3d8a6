import type { Finding } from "../model/finding.ts";
import type { Unscanned, Verdict } from "../model/verdict.ts";
import { stops } from "./summary.ts";

/** What there is to say of a verdict, from the worst on. A finding that may pass unsaid is in none of the lists. */
export interface Sorted {
  readonly stopping: readonly Finding[];
  /** What keeps the verdict from being complete. */
  readonly failed: readonly Unscanned[];
  readonly warnings: readonly Finding[];
  readonly skipped: readonly Unscanned[];
}

export function sorted({ findings, complete, unscanned }: Verdict): Sorted {
  const worstFirst = findings.toSorted((a, b) => weight(b) - weight(a));
  const failed = unscanned.filter(({ kind }) => kind === "failed");
  const skipped = unscanned.filter(({ kind }) => kind === "skipped");
  // The config can say that nothing may be left out.
  const isSkippedTooMuch = !complete && failed.length === 0;
  return {
    stopping: worstFirst.filter(stops),
    failed: isSkippedTooMuch ? skipped : failed,
    warnings: worstFirst.filter((finding) => finding.action === "warn" || finding.action === "redact"),
    skipped: isSkippedTooMuch ? [] : skipped,
  };
}

const severities = { error: 2, warning: 1, info: 0 } as const satisfies Record<Finding["severity"], number>;

/** A no weighs more than a question, then how bad it is, then how sure. */
function weight({ action, severity, confidence }: Finding): number {
  return (action === "block" ? 10 : 0) + severities[severity] * 2 + confidence;
}

/** What was found, what it looked like, which commit brings it. */
export function seen({ message, mask, surface, commit }: Finding): string {
  const where = surface === "text" ? "" : `, ${surface}`;
  const origin = commit === undefined ? "" : ` Commit ${commit.slice(0, 12)} brings it.`;
  return `${message}: ${mask}${where}.${origin}`;
}

/** The one text of formats that have one, which therefore also says what to do. */
export function sentences(finding: Finding): string {
  return `${seen(finding)} ${finding.remedy}`;
}

/** A document's name as hosts know the file: none of them makes a link of `./a.ts`. */
export function pathOf(document: string): string {
  return document.replace(/^(?:\.\/+)+(?=.)/s, "");
}
