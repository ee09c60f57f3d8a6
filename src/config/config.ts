import type { Audience } from "../model/audience.ts";
import type { Action, MessageAction } from "../model/finding.ts";
import type { Allow, NewSuppressions } from "../model/suppression.ts";

/** What outgate.config.json may hold. Every key has a default. */
export interface Config {
  readonly $schema?: string | undefined;
  readonly audience?: Audience | undefined;
  readonly strict?: boolean | undefined;
  readonly unscanned?: "warn" | "block" | undefined;
  readonly actions?: Readonly<Record<string, Action | { readonly sure: Action; readonly unsure: Action }>> | undefined;
  readonly allow?: readonly Allow[] | undefined;
  readonly denylist?: DenyListConfig | undefined;
  /** What the owner's company, products and brands are called: figures of a business beside one of them are its own. */
  readonly names?: readonly string[] | undefined;
  readonly newSuppressions?: NewSuppressions | undefined;
  readonly audiences?: AudiencesConfig | undefined;
  readonly trustCaller?: boolean | undefined;
  readonly observe?: boolean | undefined;
  readonly messages?: Readonly<Record<string, MessageAction | MessageActions>> | undefined;
  readonly claims?: readonly ClaimConfig[] | undefined;
}

/** Targets of messages by who reads them: patterns with `*`, such as `telegram:chat:-100*`. */
type AudiencesConfig = { readonly [A in Audience]?: readonly string[] | undefined };

/** What happens to the findings of a class or rule in messages, by audience. */
type MessageActions = { readonly [A in Audience]?: MessageAction | undefined };

/** A statement that must be right wherever it appears. */
interface ClaimConfig {
  /** The rule is `claim/name`. */
  readonly name: string;
  /** A pattern in RE2's syntax of what speaks of the topic; case does not count. */
  readonly topic: string;
  /** What may be said of it. */
  readonly allowed: readonly string[];
}

/** Where the owner's terms are. */
export interface DenyListConfig {
  /** Paths, counted from the config's folder; missing where the lists at the top of the repository count. */
  readonly stores?: readonly string[] | undefined;
  /** Whether git may track a plain list. */
  readonly private?: boolean | undefined;
  /** False: a store or a key that is missing is told, and does not end the check. */
  readonly required?: boolean | undefined;
  /** Words of kinship and roles, in addition to the built-in ones: see `term/relative`. */
  readonly kinship?: readonly string[] | undefined;
}
