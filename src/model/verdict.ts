import type { Audience, Boundary } from "./audience.ts";
import type { Finding } from "./finding.ts";
import type { Shard } from "./shard.ts";

/** The result of one check. It holds no text of what was checked, so that it can be kept and sent. */
export interface Verdict {
  readonly schema: 1;
  readonly id: string;
  /** ISO 8601, UTC. */
  readonly time: string;
  /** Which policy judged: "default", or the id of the config file as a git blob. */
  readonly policy: string;
  readonly actor: string | null;
  readonly boundary: Boundary;
  readonly target: string | null;
  readonly audience: Audience;
  readonly verdict: "pass" | "redact" | "ask" | "block";
  /** False where something could not be checked: exit code 2. */
  readonly complete: boolean;
  /** Disclosure, from 0 to 10. */
  readonly score: number;
  readonly scoreParts: readonly ScorePart[];
  readonly findings: readonly Finding[];
  readonly suppressed: readonly Suppressed[];
  readonly unusedSuppressions: readonly string[];
  /** Entries that this shard did not need, which are unused where no shard did; only in the report of a shard. */
  readonly idleSuppressions?: readonly string[];
  /** Suppressions that the change itself brings. */
  readonly newSuppressions: readonly string[];
  /** What looks like a suppression and is none, and why. */
  readonly rejectedSuppressions: readonly string[];
  /** Findings on lines that the change does not touch. */
  readonly alreadyThere: number;
  readonly unscanned: readonly Unscanned[];
  /** What a reader has to know of what was checked, a sentence each; missing where there is nothing. */
  readonly notes?: readonly string[];
  readonly scanned: Scanned;
  readonly milliseconds: number;
  /** Which part of a check it is; missing where it is all of it. */
  readonly shard?: ShardOf;
}

/** What a verdict says of suppressions. */
export type Suppressing = Pick<
  Verdict,
  "suppressed" | "unusedSuppressions" | "idleSuppressions" | "newSuppressions" | "rejectedSuppressions"
>;

/** Where nobody asked for any. Made anew each time: a verdict belongs to whoever gets it. */
export function nothingSuppressed(): Suppressing {
  return { suppressed: [], unusedSuppressions: [], newSuppressions: [], rejectedSuppressions: [] };
}

/** When a verdict was reached, and an identity to speak of it by: unique enough, without loading node:crypto. */
export function stamp(): Pick<Verdict, "id" | "time"> {
  const id = [Date.now(), process.pid, process.hrtime.bigint()].map((part) => part.toString(36)).join("-");
  return { id, time: new Date().toISOString() };
}

/** A part of a check, and what tells which other parts belong to it. */
export interface ShardOf extends Shard {
  /** The same in all shards of one check: a hash of ids and options, and of no text that could be guessed from it. */
  readonly run: string;
  /** How many documents all shards share out; what belongs together, such as a commit's message and header, counts once. */
  readonly documents: number;
  /** 16 bits of a hash of what they are. */
  readonly check: string;
}

export interface ScorePart {
  readonly class: string;
  readonly score: number;
}

/** `4.9 = 3.1 system + 1.2 network + 0.6 operations` */
export function sumOf({ score, scoreParts }: Pick<Verdict, "score" | "scoreParts">): string {
  const parts = scoreParts.map((part) => `${part.score.toFixed(1)} ${part.class}`);
  return parts.length === 0 ? score.toFixed(1) : `${score.toFixed(1)} = ${parts.join(" + ")}`;
}

export interface Suppressed extends Finding {
  readonly kind: "inline" | "baseline" | "allow";
  /** With everything masked that was found in it or anywhere else, and at most 200 characters long. */
  readonly reason: string;
}

export interface Unscanned {
  readonly document: string;
  readonly reason: string;
  /** `failed` makes the verdict incomplete. */
  readonly kind: "failed" | "skipped";
  /** As a finding has it. */
  readonly order?: number;
}

export interface Scanned {
  readonly documents: number;
  /** How many of the documents were not read again, because an earlier check found nothing in them; missing where there are none. */
  readonly known?: number;
  readonly bytes: number;
  readonly segments: number;
  readonly rules: number;
  readonly terms: number;
}
