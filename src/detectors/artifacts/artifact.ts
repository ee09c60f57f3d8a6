import type { RuleId } from "../../model/class.ts";
import { rangeOf } from "../../model/range.ts";
import type { Detector } from "../detector.ts";

/** A file that its path gives away. */
export interface Artifact {
  readonly id: RuleId;
  readonly summary: string;
  readonly remedy: string;
  /** What every path that one of the patterns takes contains, in any case. */
  readonly literals: readonly string[];
  /** How paths of files end that are nothing else. Every pattern takes whole components: `(?<=^|\/)(?:…)$`. */
  readonly sure?: RegExp;
  /** How paths of files end that may be harmless. */
  readonly unsure?: RegExp;
  /** Folders in which every file is one: `(?<=^|\/)(?:…)(?=\/)`. */
  readonly folder?: RegExp;
  /** Its folders may be harmless too. */
  readonly isNeverSure?: true;
  readonly sitesOnly?: true;
  readonly examples: readonly string[];
}

/** The detector of a file by its path; what tests and manuals keep to show it is unsure, or no finding. */
export function artifactDetector(artifact: Artifact): Detector {
  const { isNeverSure = false, ...rest } = artifact;
  const isOfSites = rest.sitesOnly === true;
  const { literals, sure, unsure, folder } = rest;
  return {
    ...rest,
    trigger: { literals, anyCase: true },
    // A path is no longer than that: PATH_MAX.
    reach: { before: 4096, after: 4096 },
    namesOnly: true,

    *detect({ text }) {
      const found = sure?.exec(text) ?? folder?.exec(text);
      const match = found ?? unsure?.exec(text);
      if (!match) return;
      const shown = forShow.test(text.slice(0, match.index));
      if (found && !shown && !isNeverSure) yield { range: rangeOf(found) };
      else if (found || !shown || isOfSites) yield { range: rangeOf(match), confidence: 0.5 };
    },
  };
}

/** Folders whose files are made to be shown. */
const forShow =
  /(?:^|\/)(?:__tests__|__fixtures__|tests?|testing|specs?|e2e|fixtures?|testdata|test[-_]data|test[-_]?resources|examples?|samples?|demos?|docs?|mocks?|node_modules|vendor|third[-_]party)\//i;
