import type { Finding } from "../model/finding.ts";
import { warnsOnce } from "./table.ts";

/**
 * Without what a commit has brought and later commits of the same history carry on: a file that is changed in a hundred
 * commits is a hundred documents, and what one of them brought is in all that follow. What the table has warn once is asked once.
 * @param findings in the order of the history, oldest first, or of the documents.
 */
export function unrepeated(findings: readonly Finding[]): readonly Finding[] {
  return findings.filter(firstOfEach());
}

/** Asked of each finding in that order: whether it is the first of its kind. */
export function firstOfEach(): (finding: Finding) => boolean {
  const seen = new Set<string>();
  return ({ commit, action, ruleId, document, fingerprint }) => {
    const isOnce = action === "warn" && warnsOnce.has(ruleId);
    if (commit === undefined && !isOnce) return true;
    const key = isOnce ? ruleId : JSON.stringify([action, ruleId, document, fingerprint]);
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  };
}
