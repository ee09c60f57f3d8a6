import type { Verdict } from "../model/verdict.ts";

/** Says a verdict. A reporter sees no text of what was checked, so that it cannot show any. */
export type Reporter = (verdict: Verdict, options: ReportOptions) => string;

export interface ReportOptions {
  readonly color: boolean;
  /** Leaves out what a pass would say, but for its warnings. */
  readonly quiet: boolean;
  /** What to do next besides mending the findings, such as how to go on with a stopped rebase; one line each. */
  readonly advice: readonly string[];
  /** What a reader has to know of what was checked, such as that nothing is staged. */
  readonly note?: string;
}
