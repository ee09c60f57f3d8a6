import type { Audience } from "../model/audience.ts";
import { type Class, classOf, type RuleId } from "../model/class.ts";
import type { Action, MessageAction } from "../model/finding.ts";
import { codeTable, messageRow, type Row, type Table } from "./table.ts";

/** Says what happens to a finding. */
export type Policy = (rule: RuleId, confidence: number) => Action;

export interface PolicyOptions {
  /** Missing where nobody named one. */
  readonly audience?: Audience;
  readonly strict?: boolean;
  /** Rows of the config, by class or rule. */
  readonly actions?: Readonly<Record<string, Action | Row>>;
}

/** Says what happens to a finding in a message. */
export type MessagePolicy = (rule: RuleId, confidence: number, audience: Audience) => MessageAction;

export interface MessagePolicyOptions {
  /** Rows of the config, by class or rule: for all audiences, or for some of them. */
  readonly actions?: Readonly<Record<string, MessageAction | { readonly [A in Audience]?: MessageAction | undefined }>>;
}

/** From here on a finding counts as sure. */
const sure = 0.75;

/** The same of a secret in a message: nobody sends made-up passwords, which sources and manuals are full of. */
const sureInTalk = 0.5;

/** The policy for code: what the config says of the rule, then the default table; then the same of its class. */
export function codePolicy({ audience, strict = false, actions = {} }: PolicyOptions): Policy {
  const table: Table = codeTable(audience);
  const wide = table === codeTable("public");
  return (rule, confidence) => {
    const row = actions[rule] ?? table[rule] ?? actions[classOf(rule)] ?? table[classOf(rule)];
    const action = typeof row === "string" ? row : confidence >= sure ? row.sure : row.unsure;
    return action === "warn" && strict && wide ? "block" : action;
  };
}

/**
 * The policy for messages: what the config says of the rule, then the default table, then what the config says of its class. A finding that is
 * not sure warns where it would stop, unless the rule has a row of its own; the score asks itself how sure its facts are.
 */
export function messagePolicy({ actions = {} }: MessagePolicyOptions): MessagePolicy {
  const ownAction = (name: RuleId | Class, audience: Audience): MessageAction | undefined => {
    const own = actions[name];
    return typeof own === "object" ? own[audience] : own;
  };
  return (rule, confidence, audience) => {
    const ofRule = ownAction(rule, audience) ?? messageRow(rule)?.[audience];
    if (ofRule !== undefined) return ofRule;
    const ofClass = ownAction(classOf(rule), audience) ?? messageRow(classOf(rule))?.[audience] ?? "block";
    const least = classOf(rule) === "secret" ? sureInTalk : sure;
    return confidence < least && stopping.has(ofClass) ? "warn" : ofClass;
  };
}

const stopping: ReadonlySet<MessageAction> = new Set(["redact", "ask", "block"]);
