import type { Behind } from "../../model/trigger.ts";

/** What has to be known of a rule of secretlint's preset to run it on windows. */
export interface SecretlintRule {
  /** Shown as the finding's variant, in place of secretlint's message, which quotes the match. */
  readonly title: string;
  /** Every match contains one of them, in any case. */
  readonly literals: readonly string[];
  /** By literal: what stands behind it in every match. */
  readonly behind?: Readonly<Record<string, Behind>>;
  /**
   * Every match contains a match of it. It is what secretlint is loaded for, so that prose with a literal in it costs nothing;
   * lookaheads keep it from swallowing the sign of a neighbour.
   */
  readonly sign: RegExp;
  /** A match that is longer than the window, up to the window's end: to report it makes the engine widen the window. */
  readonly cut?: RegExp;
  readonly options?: Readonly<Record<string, unknown>>;
  /** The file names that the rule acts on, where it asks for the name. A window has none, so it is run once for each. */
  readonly fileNames?: readonly string[];
  /** By secretlint's id of the message. */
  readonly messages?: Readonly<Record<string, MessageNote>>;
  /** Templates of what it finds. */
  readonly examples: readonly string[];
}

/** What is special about one message of a rule. */
export interface MessageNote {
  readonly title?: string;
  /** The group `secret` (with the flag `d`) is the secret in what secretlint reports. Where it does not match, nothing is. */
  readonly secret?: RegExp;
  /** 1 unless told; 0 is nothing. `reported` is what secretlint reports, the secret and what stands around it. */
  readonly confidence?: (secret: string, reported: string) => number;
}
