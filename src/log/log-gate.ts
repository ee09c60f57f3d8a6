import { builtInForMessages } from "../built-in.ts";
import type { Config } from "../config/config.ts";
import { configuredDetectors } from "../configured.ts";
import { createGate, type Denied, type Gate } from "../gate.ts";
import { type Class, classes, type RuleId } from "../model/class.ts";
import type { Action } from "../model/finding.ts";
import { messagePolicy } from "../policy/policy.ts";
import { columnValue } from "./column-value.ts";
import { loginLine } from "./login-line.ts";
import { namedValue } from "./named-value.ts";

/** What is looked for in logs: everything but files that should not be there, as a log is no file of a kind. */
export const classesOfLogs: readonly Class[] = classes.filter((one) => one !== "artifact");

/**
 * What judges logs: everybody may read them, whatever the config says of the repository. What a message's score would add up is told and
 * stops nothing, as a log has no readers in common.
 * @throws {GateError} if the config speaks of a rule that there is not, or has a pattern that is none.
 */
export async function logGate(config: Config, policyId: string, denied: Denied | undefined): Promise<Gate> {
  const configured = [...(await configuredDetectors(config)), loginLine, namedValue, columnValue];
  const base = await builtInForMessages();
  // Values of JSON, colours and the beginnings of lines are read for logs alone: see src/extractors/log-texts.ts.
  const gate = createGate({ config, policyId, denied, configured, base, readsFrames: false, audience: "public" });
  const policy = messagePolicy({ ...(config.messages && { actions: config.messages }) });
  return {
    ...gate,
    policy: remembered((rule, confidence): Action => {
      const action = policy(rule, confidence, "public");
      return action === "score" ? "warn" : action;
    }),
  };
}

/** A log can have a finding in every line, and detectors are sure of theirs in few ways. */
function remembered(policy: (rule: RuleId, confidence: number) => Action): Gate["policy"] {
  const byConfidence = new Map<number, Map<RuleId, Action>>();
  return (rule, confidence) => {
    let known = byConfidence.get(confidence);
    if (known === undefined) byConfidence.set(confidence, (known = new Map()));
    const action = known.get(rule) ?? policy(rule, confidence);
    known.set(rule, action);
    return action;
  };
}
