import type { Config } from "./config/config.ts";
import type { Detector } from "./detectors/detector.ts";
import { detectors } from "./detectors/index.ts";
import { createEngine, type Engine } from "./engine/engine.ts";
import type { Audience } from "./model/audience.ts";
import { classes } from "./model/class.ts";
import { GateError } from "./model/error.ts";
import { codePolicy, type Policy } from "./policy/policy.ts";

/** What judges: the detectors, the policy, and what the config says beside. */
export interface Gate {
  readonly detectors: readonly Detector[];
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
  const used = options.detectors ?? detectors;
  const { strict, actions } = config;
  const audience = options.audience ?? config.audience;
  checkRules(Object.keys(actions ?? {}), used);
  return {
    detectors: used,
    engine: createEngine(used),
    policy: codePolicy({ ...(audience && { audience }), ...(strict && { strict }), ...(actions && { actions }) }),
    policyId,
    ...(audience && { audience }),
    blockUnscanned: config.unscanned === "block",
  };
}

/** What a config's "actions" can speak of: classes and rules. */
export function namesIn(detectors: readonly Detector[]): ReadonlySet<string> {
  return new Set([...classes, ...detectors.map(({ id }) => id)]);
}

function checkRules(names: readonly string[], used: readonly Detector[]): void {
  const known = namesIn(used);
  const unknown = names.find((name) => !known.has(name));
  if (unknown === undefined) return;
  throw new GateError(
    `the config's "actions" names ${unknown}, which is no class and no rule`,
    "`outgate rules` lists them.",
  );
}
