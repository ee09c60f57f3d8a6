import type { RuleId } from "./class.ts";

/** A rule of the deny list. What it finds stands in the owner's list alone, so that it has no examples. */
export interface DeniedRule {
  readonly id: RuleId;
  readonly summary: string;
  readonly remedy: string;
}

/** What a rule is about: kinds of terms, values, and what is told of a person without the whole name. */
type Denied = "value" | "person" | "customer" | "codename" | "host" | "word" | "relative" | "asset";

const remedy = "Take it out, or ask the owner of the deny list.";

/** All rules of a deny list: a config may speak of them where there is none. */
export const deniedRules: Readonly<Record<Denied, DeniedRule>> = {
  value: {
    id: "secret/denied-value",
    summary: "Denied value",
    remedy: "Change it where it is used, because what was written down stays. Then read it from the environment.",
  },
  person: { id: "term/person", summary: "Denied person", remedy },
  customer: { id: "term/customer", summary: "Denied customer", remedy },
  codename: { id: "term/codename", summary: "Denied code name", remedy },
  host: { id: "term/host", summary: "Denied host", remedy },
  word: { id: "term/word", summary: "Denied word", remedy },
  relative: {
    id: "term/relative",
    summary: "First name of a denied person beside a word that says who is meant",
    remedy,
  },
  asset: {
    id: "infrastructure/asset",
    summary: "Host, address, account or other asset of the owner's",
    remedy: "Write a name or an address that is reserved for documentation, or ask the owner of the deny list.",
  },
};

export const deniedRuleIds: readonly RuleId[] = Object.values(deniedRules).map(({ id }) => id);

/** Whether a rule finds terms of a list: what is a question of its own, and guessed soon from a hash of it. Values are secrets. */
export function isOfTerms(rule: RuleId): boolean {
  return rule !== deniedRules.value.id && deniedRuleIds.includes(rule);
}
