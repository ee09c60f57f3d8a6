import type { Detector } from "./detectors/detector.ts";
import { detectors } from "./detectors/index.ts";
import { createEngine, type Engine } from "./engine/engine.ts";
import type { RuleId } from "./model/class.ts";

// The build replaces this file (scripts/built-in.ts): there the engine's tables are constants, and a detector is loaded when
// the first of its windows opens. Most commits need few of them, and loading all takes longer than looking.

/** The rules of the built-in detectors, in the order of their rank. */
export const builtInRules: readonly RuleId[] = detectors.map(({ id }) => id);

export function builtInEngine(): Engine<Detector> {
  return createEngine(detectors);
}
