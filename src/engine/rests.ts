import type { Rest } from "../model/rest.ts";

/** What looks like the beginning of many tables can stand in one: of more than these the first are read no farther, or a text of beginnings would be read once for each. */
const most = 8;

/** Those of several windows. Of what two of them have in the midst of the same, the one that is farther on goes on. */
export function joined(rests: readonly Rest[], more: readonly Rest[]): readonly Rest[] {
  const byBeginning = new Map(rests.map((rest) => [rest.of, rest]));
  for (const rest of more) {
    const known = byBeginning.get(rest.of);
    if (known === undefined || known.from < rest.from) byBeginning.set(rest.of, rest);
  }
  return [...byBeginning.values()].toSorted((a, b) => a.of - b.of).slice(-most);
}

/** The same as places count from elsewhere; what goes on before that is lost. */
export function moved(rests: readonly Rest[], by: number): readonly Rest[] {
  return rests.flatMap((rest) =>
    rest.from + by < 0 ? [] : [{ of: rest.of + by, from: rest.from + by, detect: rest.detect }],
  );
}
