import type { Finding } from "./finding.ts";

/** What a scan has come to so far. */
export interface Progress {
  readonly documents: number;
  readonly bytes: number;
  /** All that are left after suppression, in their order; more are added at the end. */
  readonly findings: readonly Finding[];
}
