import type { Finding } from "../model/finding.ts";
import type { Unscanned } from "../model/verdict.ts";
import { pathOf, sentences, sorted } from "./finding.ts";
import type { Reporter } from "./reporter.ts";

/**
 * GitLab's code quality report. What is suppressed is not in it: GitLab would show it as if it were not.
 * https://docs.gitlab.com/ci/testing/code_quality/#code-quality-report-format
 */
export const gitlab: Reporter = (verdict) => {
  const { stopping, failed, warnings, skipped } = sorted(verdict);
  const violations = [
    ...stopping.map(found),
    ...failed.map((item) => missed("blocker", item)),
    ...warnings.map(found),
    ...skipped.map((item) => missed("info", item)),
  ];
  // One fingerprint is one violation to GitLab; several commits can bring the same.
  const unique = [...Map.groupBy(violations, ({ fingerprint }) => fingerprint).values()].map(([first]) => first);
  return `${JSON.stringify(unique)}\n`;
};

interface Violation {
  readonly description: string;
  readonly check_name: string;
  readonly fingerprint: string;
  readonly severity: "info" | "minor" | "major" | "critical" | "blocker";
  readonly location: { readonly path: string; readonly lines: { readonly begin: number } };
}

function found(finding: Finding): Violation {
  return {
    description: sentences(finding),
    check_name: finding.ruleId,
    fingerprint: finding.fingerprint,
    severity: severity(finding),
    location: location(finding.document, finding.line),
  };
}

function severity({ action, severity: of }: Finding): Violation["severity"] {
  if (action === "block") return "blocker";
  if (action === "ask") return "critical";
  return ({ error: "major", warning: "minor", info: "info" } as const)[of];
}

function missed(level: Violation["severity"], { document, reason }: Unscanned): Violation {
  const name = level === "info" ? "left-out" : "not-checked";
  return {
    description: `${level === "info" ? "Left out" : "Not checked"}: ${reason}`,
    check_name: name,
    fingerprint: `${name} ${document}: ${reason}`,
    severity: level,
    location: location(document, 1),
  };
}

function location(document: string, begin: number): Violation["location"] {
  return { path: pathOf(document), lines: { begin } };
}
