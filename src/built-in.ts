import type { Detector } from "./detectors/detector.ts";
import { detectors as all } from "./detectors/index.ts";
import { detectorOf, type Engine, plannedEngine } from "./engine/engine.ts";
import { joinedPlan, type Plan, planOf } from "./engine/plan.ts";
import type { RuleId } from "./model/class.ts";

// The build replaces this file (scripts/built-in.ts): there the engine's tables are constants, and a detector is loaded when
// the first of its windows opens. Most commits need few of them, and loading all takes longer than looking.

/** Detectors that an engine can be made of at once, whatever others go with them. */
export interface BuiltIn {
  /** The rules of the detectors, in the order of their rank. */
  readonly rules: readonly RuleId[];
  /**
   * @param own detectors that go before these where what they find overlaps
   * @param readsFrames whether what stands in a string, a comment or a change is read without it as well: see `framedText`
   */
  readonly engine: (own: readonly Detector[], readsFrames: boolean) => Engine<Detector>;
  /** Loads them all and what they may need: after it none of them has to be waited for. */
  readonly load: () => Promise<void>;
}

/** What is looked for everywhere: what only talk or only sites are searched for would be found in every source tree. */
const detectors = all.filter(({ messagesOnly = false, sitesOnly = false }) => !messagesOnly && !sitesOnly);

export const builtIn: BuiltIn = builtInOf(detectors);

/** The rules that only talk is searched for. */
export const messageRules: readonly RuleId[] = all.filter(({ messagesOnly }) => messagesOnly).map(({ id }) => id);

/** What talk is searched for: all of these, and behind them what is looked for nowhere else. */
export async function builtInForMessages(): Promise<BuiltIn> {
  return builtInOf([...detectors, ...all.filter(({ messagesOnly }) => messagesOnly)]);
}

/** The same for sites. */
export const siteRules: readonly RuleId[] = all.filter(({ sitesOnly }) => sitesOnly).map(({ id }) => id);

export async function builtInForSites(): Promise<BuiltIn> {
  return builtInOf([...detectors, ...all.filter(({ sitesOnly }) => sitesOnly)]);
}

/** A hash of the whole program, which the build makes; sources can change while they run. */
export const programDigest: string | undefined = undefined;

function builtInOf(list: readonly Detector[]): BuiltIn {
  let plan: Plan | undefined;
  return {
    rules: list.map(({ id }) => id),
    engine(own, readsFrames) {
      plan ??= planOf(list);
      const whole = own.length === 0 ? plan : joinedPlan(plan, list.length, own);
      return plannedEngine(readsFrames ? whole : { ...whole, framed: [] }, detectorOf([...list, ...own]));
    },
    async load() {
      for (const { load } of list) await load?.();
    },
  };
}
