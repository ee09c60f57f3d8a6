import type { Audience } from "../model/audience.ts";
import { classOf, type RuleId } from "../model/class.ts";
import type { Action } from "../model/finding.ts";
import { codeTable, type Row, type Table } from "./table.ts";

/** Says what happens to a finding. */
export type Policy = (rule: RuleId, confidence: number) => Action;

export interface PolicyOptions {
  /** Missing where nobody named one. */
  readonly audience?: Audience;
  readonly strict?: boolean;
  /** Rows of the config, by class or rule. */
  readonly actions?: Readonly<Record<string, Action | Row>>;
}

/** From here on a finding counts as sure. */
const sure = 0.75;

/** The policy for code: what the config says of the rule, then of its class, then the default table. */
export function codePolicy({ audience, strict = false, actions = {} }: PolicyOptions): Policy {
  const table: Table = codeTable(audience);
  const wide = table === codeTable("public");
  return (rule, confidence) => {
    const row = actions[rule] ?? table[rule] ?? actions[classOf(rule)] ?? table[classOf(rule)];
    const action = typeof row === "string" ? row : confidence >= sure ? row.sure : row.unsure;
    return action === "warn" && strict && wide ? "block" : action;
  };
}
