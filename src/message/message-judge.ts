import type { Config } from "../config/config.ts";
import { configuredDetectors } from "../configured.ts";
import { builtInForMessages } from "../built-in.ts";
import { createGate, type Denied, type Gate } from "../gate.ts";
import type { AudienceOptions } from "../policy/audiences.ts";
import { type MessagePolicy, messagePolicy } from "../policy/policy.ts";

/** What judges messages. */
export interface MessageJudge {
  readonly gate: Gate;
  readonly policy: MessagePolicy;
  readonly audiences: AudienceOptions;
  /** Tells what would have been stopped, and stops nothing. */
  readonly isObserving: boolean;
}

/**
 * What judges messages by a config and a deny list.
 * @param policyId "default", or the id of the config file
 * @param reveals whether denied terms are shown to a person at a terminal
 * @throws {GateError} if the config speaks of a rule that there is not, or has a pattern that is none.
 */
export async function messageJudge(
  config: Config,
  policyId: string,
  denied: Denied | undefined,
  reveals: boolean = false,
): Promise<MessageJudge> {
  const [configured, base] = [await configuredDetectors(config), await builtInForMessages()];
  const { messages: actions, audiences: map, trustCaller, observe = false } = config;
  return {
    gate: createGate({ config, policyId, denied, configured, base, reveals }),
    policy: messagePolicy({ ...(actions && { actions }) }),
    audiences: { map, trustCaller },
    isObserving: observe,
  };
}
