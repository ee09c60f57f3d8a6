import type { RuleId, Severity } from "../model/class.ts";
import type { Disclosure } from "../model/disclosure.ts";
import type { Range } from "../model/range.ts";
import type { Triggered } from "../model/trigger.ts";

/**
 * Finds one kind of thing. A detector is one file and one line in `index.ts`, where the order is the rank: of two findings
 * that overlap, the one of the earlier detector is kept.
 */
export interface Detector extends Triggered {
  readonly id: RuleId;
  /** What was found, in a few words: "GitHub access token". */
  readonly summary: string;
  /** What to do, in one sentence or two. Links lead to the vendor's own page. */
  readonly remedy: string;
  /** "error" unless told. */
  readonly severity?: Severity;
  /** What a finding tells a stranger; only for classes that a policy scores. */
  readonly disclosure?: Disclosure;
  /** What it finds is kept beside what others find there, and beside what they know for a placeholder. */
  readonly isApart?: true;
  /** What it finds is told where no rule that says more tells as much of the same place: see `toldOnce`. */
  readonly isGeneral?: true;
  /** Where it finds no more than a mark: all that goes with it out of a message that is sent without it. Text and ranges are of the whole, in Latin-1. */
  readonly block?: (text: string, mark: Range) => Range;
  /** Loads what `detect` may need, for whoever cannot wait: after it `detect` gives no promise. */
  readonly load?: () => Promise<unknown>;
  /** Says something in talk alone, and stands everywhere in code and its documents: only a gate of messages looks for it. */
  readonly messagesOnly?: true;
  /** Is normal in a repository and has no place on a site: only `outgate site` looks for it. */
  readonly sitesOnly?: true;
  /** Public beginnings that a mask may show, as the vendor documents them: `ghp_`. */
  readonly prefixes?: readonly string[];
  /**
   * Its tests and its documentation: templates (see `template.ts`), with «marks» around what must be found. Near misses
   * have no marks.
   */
  readonly examples: readonly string[];
}
