import type { RuleId } from "../../model/class.ts";
import { rangeOf } from "../../model/range.ts";
import { fileName } from "../../model/segment.ts";
import type { Detector } from "../detector.ts";

/** A file that its path gives away. */
export interface Artifact {
  readonly id: RuleId;
  readonly summary: string;
  readonly remedy: string;
  /** Paths of files that are nothing else. Each matches whole components, from the one that says what it is. */
  readonly sure?: RegExp;
  /** Paths of files that may be harmless. */
  readonly unsure?: RegExp;
  readonly examples: readonly string[];
}

/** The detector of a file by its path; what tests and manuals keep is unsure. */
export function artifactDetector({ sure, unsure, ...rest }: Artifact): Detector {
  const known = sure && anchored(sure);
  const guessed = unsure && anchored(unsure);
  return {
    ...rest,
    trigger: "every segment",
    surfaces: [fileName],

    *detect({ text }) {
      const found = known?.exec(text);
      if (found) yield forShow.test(text.slice(0, found.index)) ? { range: rangeOf(found), confidence: 0.5 } : { range: rangeOf(found) };
      const maybe = found ? null : guessed?.exec(text);
      if (maybe) yield { range: rangeOf(maybe), confidence: 0.5 };
    },
  };
}

/** Folders whose files are made to be shown. */
const forShow = /(?:^|\/)(?:__tests__|__fixtures__|tests?|testing|specs?|e2e|fixtures?|testdata|test[-_]data|test[-_]?resources|examples?|samples?|demos?|docs?|mocks?|node_modules|vendor|third[-_]party)\//i;

/** From the beginning of one component of a path to the end of the path, or of another component. */
function anchored(path: RegExp): RegExp {
  return new RegExp(String.raw`(?<=^|/)(?:${path.source})(?=$|/)`, "i");
}
