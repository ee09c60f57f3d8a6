import { extractPiece, type Piece } from "../extractors/extract.ts";
import type { Gate } from "../gate.ts";
import type { RuleId } from "../model/class.ts";
import type { Document } from "../model/document.ts";
import type { Segment } from "../model/segment.ts";
import type { Steps } from "../model/steps.ts";
import { nothing, runOf, type Searched } from "./run.ts";
import { searchHidden, searchSeen } from "./search.ts";

/** A piece of a text that comes piece by piece, and what hides in it besides. */
export interface TextPiece {
  readonly piece: Piece;
  readonly hidden: Iterable<Segment>;
  readonly classes: NonNullable<Document["classes"]>;
}

/** What the detectors find in it: whatever opens a window there, however far that reaches. */
export function* searchPiece({ piece, hidden, classes }: TextPiece, gate: Gate): Steps<Searched> {
  const run = { ...runOf({ classes }, gate, nothing()), last: gate.ruleOf.indexOf(askedLast) };
  yield* searchSeen(piece.of, extractPiece(piece, run.engine.look, 0, run.room), 0, run);
  yield* searchHidden(hidden, run);
  return run.searched;
}

/** Its rules are another program's: in a log with a token in every line they take as long as all of ours. */
const askedLast: RuleId = "secret/secretlint";
