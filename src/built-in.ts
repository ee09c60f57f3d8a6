import type { Detector } from "./detectors/detector.ts";
import { detectors as all } from "./detectors/index.ts";
import { detectorOf, type Engine, plannedEngine } from "./engine/engine.ts";
import { joinedPlan, type Plan, planOf } from "./engine/plan.ts";
import type { RuleId } from "./model/class.ts";

// The build replaces this file (scripts/built-in.ts): there the engine's tables are constants, and a detector is loaded when
// the first of its windows opens. Most commits need few of them, and loading all takes longer than looking.

/** What is looked for everywhere: what only talk is searched for would be found in every source tree. */
const detectors = all.filter(({ messagesOnly = false }) => !messagesOnly);

/** The rules of the built-in detectors, in the order of their rank. */
export const builtInRules: readonly RuleId[] = detectors.map(({ id }) => id);

/** The rules that only talk is searched for. */
export const messageRules: readonly RuleId[] = all.filter(({ messagesOnly }) => messagesOnly).map(({ id }) => id);

/** The detectors that only talk is searched with. */
export async function messageDetectors(): Promise<readonly Detector[]> {
  return all.filter(({ messagesOnly }) => messagesOnly);
}

let plan: Plan | undefined;

/** A hash of the whole program, which the build makes; sources can change while they run. */
export const builtInDigest: string | undefined = undefined;

/** Loads all built-in detectors and what they may need: after it none has to be waited for. */
export async function loadBuiltIn(): Promise<void> {
  for (const { load } of detectors) await load?.();
}

/**
 * @param own detectors that go before the built-in ones where what they find overlaps
 * @param talk detectors that go behind them
 */
export function builtInEngine(own: readonly Detector[] = [], talk: readonly Detector[] = []): Engine<Detector> {
  plan ??= planOf(detectors);
  if (own.length + talk.length === 0) return plannedEngine(plan, detectorOf(detectors));
  return plannedEngine(joinedPlan(plan, detectors.length, own, talk), detectorOf([...detectors, ...own, ...talk]));
}
