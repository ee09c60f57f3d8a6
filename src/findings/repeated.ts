import type { Finding } from "../model/finding.ts";

/**
 * Without what a commit has brought and later commits of the same history carry on: a file that is changed in a hundred
 * commits is a hundred documents, and what one of them brought is in all that follow. Source maps that only warn are one question to
 * whoever builds the site, which is asked once.
 * @param findings in the order of the history, oldest first, or of the documents.
 */
export function unrepeated(findings: readonly Finding[]): readonly Finding[] {
  return findings.filter(firstOfEach());
}

/** Asked of each finding in that order: whether it is the first of its kind. */
export function firstOfEach(): (finding: Finding) => boolean {
  const seen = new Set<string>();
  return ({ commit, action, ruleId, document, fingerprint }) => {
    const isMap = ruleId === "artifact/source-map" && action === "warn";
    if (commit === undefined && !isMap) return true;
    const key = isMap ? ruleId : JSON.stringify([action, ruleId, document, fingerprint]);
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  };
}
