import { builtInDigest, builtInEngine, builtInRules } from "./built-in.ts";
import type { Config } from "./config/config.ts";
import type { Detector } from "./detectors/detector.ts";
import { createEngine, type Engine } from "./engine/engine.ts";
import type { Audience } from "./model/audience.ts";
import { classes, type RuleId } from "./model/class.ts";
import { GateError } from "./model/error.ts";
import { codePolicy, type Policy } from "./policy/policy.ts";
import type { Unopened } from "./suppressions/suppression.ts";

/** What judges: the detectors, the policy, and what the config says beside. */
export interface Gate {
  /** What it was made of, as data. */
  readonly config: Config;
  /** The rules that are looked for, in the order of their rank. */
  readonly rules: readonly RuleId[];
  readonly engine: Engine<Detector>;
  /**
   * Changes with whatever decides what is found in contents: the program and its detectors, and, once there are such, detectors of a
   * config and denied terms. Missing where that cannot be told; then nothing is remembered from one check to the next.
   */
  readonly digest?: string;
  readonly policy: Policy;
  /** "default", or the id of the config file. */
  readonly policyId: string;
  /** Missing where nobody named one. */
  readonly audience?: Audience;
  /** Whether something that was left out makes the check incomplete. */
  readonly blockUnscanned: boolean;
  readonly suppressions: Unopened;
}

export interface GateOptions {
  readonly config?: Config;
  readonly policyId?: string;
  /** Goes before the config's. */
  readonly audience?: Audience;
  /** The built-in ones unless told. */
  readonly detectors?: readonly Detector[];
  /** The config's allow entries, and comments, unless told. */
  readonly suppressions?: Unopened;
}

/** @throws {GateError} where the config speaks of a rule that there is not. */
export function createGate({ config = {}, policyId = "default", ...options }: GateOptions = {}): Gate {
  const rules = options.detectors?.map(({ id }) => id) ?? builtInRules;
  const { strict, actions, allow = [] } = config;
  const audience = options.audience ?? config.audience;
  if (actions !== undefined) checkNames("actions", Object.keys(actions), "class and no rule", actionNames(rules));
  const allowed = allow.map(({ rule }) => rule);
  if (allowed.length > 0) checkNames("allow", allowed, "rule", new Set(rules));
  return {
    config,
    rules,
    engine: options.detectors === undefined ? builtInEngine() : createEngine(options.detectors),
    ...(options.detectors === undefined && builtInDigest !== undefined && { digest: builtInDigest }),
    policy: codePolicy({ ...(audience && { audience }), ...(strict && { strict }), ...(actions && { actions }) }),
    policyId,
    ...(audience && { audience }),
    blockUnscanned: config.unscanned === "block",
    suppressions: options.suppressions ?? {
      isAsked: false,
      open: async () => ({
        allow: allow.map((entry) => ({ ...entry, isNew: false })),
        isWhole: false,
        pathOf: (document) => document,
      }),
    },
  };
}

/** What a config's "actions" can speak of: classes and rules. */
export function actionNames(rules: readonly RuleId[] = builtInRules): ReadonlySet<string> {
  return new Set([...classes, ...rules]);
}

function checkNames(key: string, names: readonly string[], kind: string, known: ReadonlySet<string>): void {
  const unknown = names.find((name) => !known.has(name));
  if (unknown === undefined) return;
  throw new GateError(`the config's "${key}" names ${unknown}, which is no ${kind}`, "`outgate rules` lists them.");
}
