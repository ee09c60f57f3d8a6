import type { Match } from "../../model/match.ts";
import type { Rest } from "../../model/rest.ts";
import type { Place, Rows } from "./column-rows.ts";

/** A table whose columns are known, and where it begins. */
export interface Begun {
  readonly rows: Rows;
  /** How sure it is that a cell is a secret, from 0 for one that is none. */
  readonly confidence: (value: string, column: number) => number;
  readonly of: number;
}

/** What is a secret in the rows from a place on, and what is left of the table behind the text. */
export function* secretsIn(
  text: string,
  place: Place,
  { rows, confidence, of }: Begun,
  goesOn: boolean,
): Generator<Match, Rest | undefined> {
  const cells = rows(text, place, goesOn);
  let step = cells.next();
  for (; step.done !== true; step = cells.next()) {
    const { column, start, end } = step.value;
    const sure = confidence(text.slice(start, end), column);
    if (sure > 0) yield { range: { start, end }, confidence: sure };
  }
  const next = step.value;
  if (next === undefined) return undefined;
  const begun = { rows, confidence, of: of - next.at };
  return {
    of,
    from: next.at,
    *detect(window) {
      const rest = yield* secretsIn(window.text, { ...next, at: 0 }, begun, window.goesOn);
      return rest === undefined ? [] : [rest];
    },
  };
}
