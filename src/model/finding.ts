import type { Class, RuleId, Severity } from "./class.ts";

/** `redact` masks and lets through; `ask` is `block` until somebody answers. */
export type Action = "pass" | "warn" | "redact" | "ask" | "block";

/** What a table may say of a finding in a message: `score` leaves it to what all of the message comes to. */
export const messageActions = ["pass", "warn", "score", "redact", "ask", "block"] as const;

export type MessageAction = (typeof messageActions)[number];

/** A match with its rule and its place, and no part of the matched text. */
export interface Finding {
  readonly ruleId: RuleId;
  readonly class: Class;
  readonly severity: Severity;
  readonly confidence: number;
  readonly action: Action;
  /** The document's name, with what was found in it masked and control characters escaped. */
  readonly document: string;
  /** The commit, or the annotated tag, that brought it: a full id; only where a history was checked. */
  readonly commit?: string;
  readonly surface: string;
  /** What it stands in, without anything that was found: a CSS selector of a page's element, the path of a value in JSON, the name of a value. */
  readonly element?: string;
  /** Whether a visitor of the page sees it without looking for it; only of pages. */
  readonly visible?: boolean;
  /** Lines and columns begin at 1; a column counts characters; the end is exclusive. */
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
  readonly message: string;
  readonly remedy: string;
  /** Why it must not be read there, in a sentence; only of messages. */
  readonly reason?: string;
  /** A documented public prefix and a length: `ghp_•••• (40 characters)`. */
  readonly mask: string;
  readonly fingerprint: string;
  /** The place of its document among those that shards share out; only in the report of a shard. */
  readonly order?: number;
}
