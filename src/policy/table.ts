import type { Audience } from "../model/audience.ts";
import type { Class, RuleId } from "../model/class.ts";
import type { Action } from "../model/finding.ts";

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
    business: warn,
    person: warn,
    "person/card": block,
    internal: blockWhenSure,
    artifact: blockWhenSure,
  },
  wide: {
    secret: blockWhenSure,
    term: block,
    "term/relative": ask,
    claim: block,
    infrastructure: blockWhenSure,
    business: warn,
    person: warn,
    "person/card": block,
    internal: blockWhenSure,
    artifact: blockWhenSure,
  },
};

/** Which table judges a repository: one whose audience nobody named is taken as a team's. */
export function codeTable(audience: Audience | undefined): Table {
  return audience === "group" || audience === "public" ? codeTables.wide : codeTables.narrow;
}
