import type { Verdict } from "../model/verdict.ts";

/** What a reader of a verdict has to know beside its findings: a sentence each. */
export function notices(verdict: Verdict): string[] {
  const told = Object.entries(suppressionNotices(verdict)).flatMap(([label, names]) =>
    names.map((name) => `${label}: ${name}.`),
  );
  return [...(verdict.notes ?? []), ...told];
}

/** The suppressions that a change brings and what is none, by what is said of each. */
export function suppressionNotices({
  newSuppressions,
  rejectedSuppressions,
}: Verdict): Readonly<Record<string, readonly string[]>> {
  return { "This change brings a new suppression": newSuppressions, "Not a suppression": rejectedSuppressions };
}
