import type { Finding } from "../model/finding.ts";

/**
 * Without what a commit has brought and later commits of the same history carry on: a file that is changed in a hundred
 * commits is a hundred documents, and what one of them brought is in all that follow.
 * @param findings in the order of the history, oldest first.
 */
export function unrepeated(findings: readonly Finding[]): readonly Finding[] {
  const seen = new Set<string>();
  return findings.filter(({ commit, action, ruleId, document, fingerprint }) => {
    if (commit === undefined) return true;
    const key = JSON.stringify([action, ruleId, document, fingerprint]);
    return !seen.has(key) && seen.add(key);
  });
}
