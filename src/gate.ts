import { type BuiltIn, builtIn, messageRules, programDigest, siteRules } from "./built-in.ts";
import type { Config } from "./config/config.ts";
import type { Detector } from "./detectors/detector.ts";
import { createEngine, type Engine } from "./engine/engine.ts";
import type { Audience } from "./model/audience.ts";
import { classes, type RuleId } from "./model/class.ts";
import { deniedRuleIds } from "./model/denied-rule.ts";
import { GateError } from "./model/error.ts";
import { placeholderInMessage, placeholderName } from "./model/placeholder.ts";
import type { Unscanned } from "./model/verdict.ts";
import { codePolicy, type Policy } from "./policy/policy.ts";
import type { Unopened } from "./suppressions/suppression.ts";

/** For what one run of the program leaves to the next. */
export { programDigest };

/** What judges: the detectors, the policy, and what the config says beside. */
export interface Gate {
  /** What it was made of, as data. */
  readonly config: Config;
  /** The rules that are looked for, in the order of their rank. */
  readonly rules: readonly RuleId[];
  readonly engine: Engine<Detector>;
  /** Whether what it searches is a built site, of which more is read: see `formatsOf`. */
  readonly isForSites: boolean;
  /** Loads whatever a search of contents may need: after it no detector has to be waited for. */
  readonly load: () => Promise<void>;
  /** The rule of each of the engine's detectors, by its number. */
  readonly ruleOf: readonly RuleId[];
  /** What rules are called where something was masked, also those that are not looked for. Few checks ask. */
  readonly placeholders: () => ReadonlySet<string>;
  /** The detectors beside the built-in ones: of a deny list, and of a config. */
  readonly own: readonly Detector[];
  /**
   * Changes with whatever decides what is found in contents: the program and its detectors, those of the config, denied terms. Missing
   * where that cannot be told; then nothing is remembered from one check to the next.
   */
  readonly digest?: string;
  readonly policy: Policy;
  /** Whether a denied term is shown to whoever sits at the terminal. */
  readonly reveals: boolean;
  /** "default", or the id of the config file. */
  readonly policyId: string;
  /** Missing where nobody named one. */
  readonly audience?: Audience;
  /** Whether something that was left out makes the check incomplete. */
  readonly blockUnscanned: boolean;
  readonly suppressions: Unopened;
  /** What the owner has denied; missing where there is no list. */
  readonly denied?: Denied;
}

/** What is looked for beside the built-in rules, as src/denied.ts makes it of a deny list. */
export interface Denied {
  readonly detectors: readonly Detector[];
  /** How many terms there are. */
  readonly count: number;
  /** Lists that could not be looked into though they may be left out. */
  readonly missing: readonly Unscanned[];
  /** What a user has to know of the lists. */
  readonly notes: readonly string[];
  /** Tells lists apart. It must not leave the process, unless under a key. */
  readonly digest: string;
  /** Tells lists apart as far as that tells nothing of them: it may leave the process. */
  readonly mark: () => string;
  /** Plain data of which a thread of this process makes the same (`deniedAgain`); missing where a lock cannot be handed on. */
  readonly list?: unknown;
}

export interface GateOptions {
  readonly config?: Config;
  readonly policyId?: string;
  /** Goes before the config's. */
  readonly audience?: Audience;
  /** In place of all built-in ones. */
  readonly detectors?: readonly Detector[];
  /** What is looked for everywhere unless told. */
  readonly base?: BuiltIn;
  /** Whether a text in another one is read without what is around it as well: unless told it is. */
  readonly readsFrames?: boolean;
  /** Only where a person at a terminal has asked for it. */
  readonly reveals?: boolean;
  /** The config's allow entries, and comments, unless told. */
  readonly suppressions?: Unopened;
  readonly denied?: Denied | undefined;
  /** Those that `configuredDetectors` makes of the config. */
  readonly configured?: readonly Detector[];
}

/** @throws {GateError} where the config speaks of a rule that there is not. */
export function createGate({ config = {}, policyId = "default", ...options }: GateOptions = {}): Gate {
  const { denied, configured = [], base = builtIn, readsFrames = true } = options;
  const own = [...(denied?.detectors ?? []), ...configured];
  const ruleOf = [...(options.detectors?.map(({ id }) => id) ?? base.rules), ...own.map(({ id }) => id)];
  const rules = [...new Set(ruleOf)];
  checkRules(config, rules);
  let placeholders: ReadonlySet<string> | undefined;
  const { strict, actions } = config;
  const audience = options.audience ?? config.audience;
  return {
    config,
    rules,
    ruleOf,
    placeholders: () => (placeholders ??= placeholdersOf([...builtIn.rules, ...namesOf(rules)])),
    own,
    isForSites: siteRules.some((rule) => base.rules.includes(rule)),
    async load() {
      if (options.detectors === undefined) await base.load();
      for (const { load } of [...(options.detectors ?? []), ...own]) await load?.();
    },
    engine:
      options.detectors === undefined ? base.engine(own, readsFrames) : createEngine([...options.detectors, ...own]),
    ...(options.detectors === undefined &&
      programDigest !== undefined && { digest: digestOf(programDigest, denied, config) }),
    ...(denied && { denied }),
    policy: codePolicy({ ...(audience && { audience }), ...(strict && { strict }), ...(actions && { actions }) }),
    reveals: options.reveals ?? false,
    policyId,
    ...(audience && { audience }),
    blockUnscanned: config.unscanned === "block",
    suppressions: options.suppressions ?? entriesOf(config),
  };
}

function checkRules({ actions, messages, allow = [] }: Config, rules: readonly RuleId[]): void {
  if (actions !== undefined) checkNames("actions", Object.keys(actions), "class and no rule", actionNames(rules));
  if (messages !== undefined) checkNames("messages", Object.keys(messages), "class and no rule", actionNames(rules));
  const allowed = allow.map(({ rule }) => rule);
  if (allowed.length > 0) checkNames("allow", allowed, "rule", new Set<string>(namesOf(rules)));
}

function checkNames(key: string, names: readonly string[], kind: string, known: ReadonlySet<string>): void {
  const unknown = names.find((name) => !known.has(name));
  if (unknown === undefined) return;
  throw new GateError(`the config's "${key}" names ${unknown}, which is no ${kind}`, "`outgate rules` lists them.");
}

function digestOf(program: string, denied: Denied | undefined, { claims, names }: Config): string {
  const own = claims === undefined && names === undefined ? "" : ` ${JSON.stringify([claims, names])}`;
  return denied === undefined ? `${program}${own}` : `${program}${own} ${denied.digest}`;
}

/** Its allow entries, as those of no change. */
function entriesOf({ allow = [] }: Config): Unopened {
  return {
    isAsked: false,
    open: async () => ({
      allow: allow.map((entry) => ({ ...entry, isNew: false })),
      isWhole: false,
      pathOf: (document) => document,
    }),
  };
}

/** What a config's "actions" can speak of: classes and rules. */
export function actionNames(rules: readonly RuleId[] = builtIn.rules): ReadonlySet<string> {
  return new Set<string>([...classes, ...namesOf(rules)]);
}

function placeholdersOf(rules: readonly RuleId[]): ReadonlySet<string> {
  return new Set([...rules.map(placeholderName), ...rules.map(placeholderInMessage)]);
}

function namesOf(rules: readonly RuleId[]): readonly RuleId[] {
  return [...rules, ...messageRules, ...siteRules, ...deniedRuleIds];
}
