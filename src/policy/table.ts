import type { Audience } from "../model/audience.ts";
import { type Class, classes, type RuleId } from "../model/class.ts";
import type { Action, MessageAction } from "../model/finding.ts";

/** What happens to a finding that is sure, and to one that is not. */
export interface Row {
  readonly sure: Action;
  readonly unsure: Action;
}

export type Table = Readonly<Record<Class, Row>> & Readonly<Partial<Record<RuleId, Row>>>;

const block: Row = { sure: "block", unsure: "block" };
const blockWhenSure: Row = { sure: "block", unsure: "warn" };
const warn: Row = { sure: "warn", unsure: "warn" };
const ask: Row = { sure: "ask", unsure: "ask" };

/**
 * Code and sites (commit, push, files, site): one false stop too many gets the gate removed, so what is not sure warns.
 * `narrow`: a repository whose audience the config does not name, or a team's. `wide`: everybody else's.
 */
const codeTables: Readonly<Record<"narrow" | "wide", Table>> = {
  narrow: {
    secret: blockWhenSure,
    term: block,
    "term/relative": warn,
    claim: block,
    infrastructure: warn,
    "infrastructure/asset": warn,
    business: warn,
    person: warn,
    "person/card": blockWhenSure,
    internal: blockWhenSure,
    artifact: blockWhenSure,
    "artifact/photo-position": warn,
  },
  wide: {
    secret: blockWhenSure,
    term: block,
    "term/relative": ask,
    claim: block,
    infrastructure: warn,
    "infrastructure/tailnet": blockWhenSure,
    "infrastructure/cloud-account": blockWhenSure,
    "infrastructure/arn": blockWhenSure,
    "infrastructure/internal-url": blockWhenSure,
    "infrastructure/home-directory": blockWhenSure,
    "infrastructure/asset": block,
    business: warn,
    person: warn,
    "person/card": blockWhenSure,
    internal: blockWhenSure,
    artifact: blockWhenSure,
    "artifact/photo-position": block,
  },
};

/** What was written for the machine alone. */
const toMachine: MessageRow = { owner: "warn", team: "block", group: "block", public: "block" };

/**
 * Messages, by class or rule: what happens where the owner alone, a team, a group or everybody reads them. What is not sure is told
 * and stops nothing, but for rules that never are.
 */
const messageTable: Readonly<Record<Class, MessageRow>> & Readonly<Partial<Record<RuleId, MessageRow>>> = {
  secret: { owner: "block", team: "block", group: "block", public: "block" },
  term: { owner: "pass", team: "ask", group: "block", public: "block" },
  "term/relative": { owner: "pass", team: "pass", group: "ask", public: "ask" },
  person: { owner: "pass", team: "warn", group: "ask", public: "ask" },
  infrastructure: { owner: "pass", team: "score", group: "score", public: "score" },
  "infrastructure/asset": { owner: "pass", team: "warn", group: "block", public: "block" },
  business: { owner: "pass", team: "score", group: "block", public: "block" },
  internal: toMachine,
  // A page about agents shows these in its code, and nobody writes them to others.
  "internal/agent-step": toMachine,
  "internal/context-block": toMachine,
  "internal/provider-error": toMachine,
  "internal/session-key": toMachine,
  "internal/session-transcript": toMachine,
  "internal/system-prompt": toMachine,
  "internal/thinking": toMachine,
  "internal/tool-trace": toMachine,
  claim: { owner: "pass", team: "warn", group: "block", public: "block" },
  artifact: { owner: "warn", team: "ask", group: "block", public: "block" },
};

/** What happens to a finding in a message, by who reads it. */
export type MessageRow = Readonly<Record<Audience, MessageAction>>;

/** @returns undefined where the table has no row for the rule or class. */
export function messageRow(name: RuleId | Class): MessageRow | undefined {
  return (messageTable as Readonly<Partial<Record<string, MessageRow>>>)[name]; // a rule without a row of its own has none
}

/** What warns by itself, and stops with what stops in the same document: the classes of what it stops with. */
export function raisedBy(rule: RuleId): readonly Class[] {
  return raised[rule] ?? [];
}

const raised: Readonly<Partial<Record<RuleId, readonly Class[]>>> = {
  "artifact/dotenv": ["secret"],
  "artifact/source-map": classes,
};

/** What warns once in all documents: source maps are one question to whoever builds a site. */
export const warnsOnce: ReadonlySet<RuleId> = new Set<RuleId>(["artifact/source-map"]);

/** Which table judges a repository: one whose audience nobody named is taken as a team's. */
export function codeTable(audience: Audience | undefined): Table {
  return audience === "group" || audience === "public" ? codeTables.wide : codeTables.narrow;
}
