import type { Verdict } from "../model/verdict.ts";

/** What a reader of a verdict has to know beside its findings: a sentence each. */
export function notices({ notes = [], newSuppressions, rejectedSuppressions }: Verdict): string[] {
  return [
    ...notes,
    ...newSuppressions.map((name) => `This change brings a new suppression: ${name}.`),
    ...rejectedSuppressions.map((name) => `Not a suppression: ${name}.`),
  ];
}
