import type { Finding } from "../model/finding.ts";

/**
 * Without what a commit has brought and later commits of the same history carry on: a file that is changed in a hundred
 * commits is a hundred documents, and what one of them brought is in all that follow.
 * @param findings in the order of the history, oldest first.
 */
export function unrepeated(findings: readonly Finding[]): readonly Finding[] {
  return findings.filter(firstOfEach());
}

/** Asked of each finding in that order: whether it is the first of its kind. */
export function firstOfEach(): (finding: Finding) => boolean {
  const seen = new Set<string>();
  return ({ commit, action, ruleId, document, fingerprint }) => {
    if (commit === undefined) return true;
    const key = JSON.stringify([action, ruleId, document, fingerprint]);
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  };
}
