/** What kind of information a detector finds. Policy speaks of classes. */
export const classes = [
  "secret",
  "term",
  "person",
  "infrastructure",
  "business",
  "internal",
  "claim",
  "artifact",
] as const;

export type Class = (typeof classes)[number];

/** `class/name`, for example `secret/github-token`. */
export type RuleId = `${Class}/${string}`;

export function classOf(rule: RuleId): Class {
  return rule.slice(0, rule.indexOf("/")) as Class; // the type of RuleId says so
}

export type Severity = "error" | "warning" | "info";
