import { builtInEngine, builtInRules } from "./built-in.ts";
import type { Config } from "./config/config.ts";
import type { Detector } from "./detectors/detector.ts";
import { createEngine, type Engine } from "./engine/engine.ts";
import type { Audience } from "./model/audience.ts";
import { classes, type RuleId } from "./model/class.ts";
import { GateError } from "./model/error.ts";
import { codePolicy, type Policy } from "./policy/policy.ts";

/** What judges: the detectors, the policy, and what the config says beside. */
export interface Gate {
  /** The rules that are looked for, in the order of their rank. */
  readonly rules: readonly RuleId[];
  readonly engine: Engine<Detector>;
  readonly policy: Policy;
  /** "default", or the id of the config file. */
  readonly policyId: string;
  /** Missing where nobody named one. */
  readonly audience?: Audience;
  /** Whether something that was left out makes the check incomplete. */
  readonly blockUnscanned: boolean;
}

export interface GateOptions {
  readonly config?: Config;
  readonly policyId?: string;
  /** Goes before the config's. */
  readonly audience?: Audience;
  /** The built-in ones unless told. */
  readonly detectors?: readonly Detector[];
}

/** @throws {GateError} where the config speaks of a rule that there is not. */
export function createGate({ config = {}, policyId = "default", ...options }: GateOptions = {}): Gate {
  const rules = options.detectors?.map(({ id }) => id) ?? builtInRules;
  const { strict, actions } = config;
  const audience = options.audience ?? config.audience;
  if (actions !== undefined) checkRules(Object.keys(actions), rules);
  return {
    rules,
    engine: options.detectors === undefined ? builtInEngine() : createEngine(options.detectors),
    policy: codePolicy({ ...(audience && { audience }), ...(strict && { strict }), ...(actions && { actions }) }),
    policyId,
    ...(audience && { audience }),
    blockUnscanned: config.unscanned === "block",
  };
}

/** What a config's "actions" can speak of: classes and rules. */
export function actionNames(rules: readonly RuleId[] = builtInRules): ReadonlySet<string> {
  return new Set([...classes, ...rules]);
}

function checkRules(names: readonly string[], rules: readonly RuleId[]): void {
  const known = actionNames(rules);
  const unknown = names.find((name) => !known.has(name));
  if (unknown === undefined) return;
  throw new GateError(
    `the config's "actions" names ${unknown}, which is no class and no rule`,
    "`outgate rules` lists them.",
  );
}
