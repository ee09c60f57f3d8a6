import type { Audience } from "../model/audience.ts";
import type { Action } from "../model/finding.ts";
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
  readonly newSuppressions?: NewSuppressions | undefined;
}

/** Where the owner's terms are. */
export interface DenyListConfig {
  /** Paths, counted from the config's folder. */
  readonly stores: readonly string[];
  /** Whether git may track a plain list. */
  readonly private?: boolean | undefined;
  /** False: a store or a key that is missing is told, and does not end the check. */
  readonly required?: boolean | undefined;
}
