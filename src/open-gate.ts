import type { Config } from "./config/config.ts";
import type { ConfigFile } from "./config/config-file.ts";
import { findConfig } from "./config/find-config.ts";
import { readConfig } from "./config/read-config.ts";
import { openDenied } from "./lists/denied.ts";
import { hasLists, workTreeTop } from "./lists/lists.ts";
import { actionNames, type Denied } from "./gate.ts";
import { messageJudge } from "./message/message-judge.ts";
import { type MessageGate, openedGate } from "./message/open.ts";
import { assertFixed } from "./message/policy-file.ts";

export interface OpenOptions {
  /** The config itself, which then names all lists too, or the path of its file; otherwise the nearest outgate.config.json from the current folder upwards. */
  readonly config?: Config | string;
  /** The path of a config that this process's user cannot change. It takes the place of any other. */
  readonly policy?: string;
  /** Files with denied terms, beside those that the config, the repository and OUTGATE_DENYLIST name. */
  readonly denylist?: string | readonly string[];
  /** Where a list or its key is missing, verdicts say so and nothing is stopped for it. */
  readonly allowMissingDenylist?: boolean;
  /** After so many milliseconds a check answers `block`; 2,000 unless told. */
  readonly timeout?: number;
}

/** A page of text takes less than a millisecond, so that whoever waits so long waits for something that is wrong. */
const usualTimeout = 2000;

/**
 * Opens the gate for messages: finds config and deny lists as the command line does, and loads what they need, which takes some tenths
 * of a second. No check has to load anything after it.
 * @throws {GateError} if the config or a list cannot be used, or if the policy can be changed by whoever runs this.
 */
export async function openGate(options: OpenOptions = {}): Promise<MessageGate> {
  const { config, policyId, denied } = await openListed(options);
  return openedGate(await messageJudge(config, policyId, denied), options.timeout ?? usualTimeout);
}

/** What judges, and what the owner has denied. */
interface Listed {
  readonly config: Config;
  readonly policyId: string;
  readonly denied: Denied | undefined;
}

/** Finds the config and opens the deny lists, as the command line does. */
export async function openListed(options: Omit<OpenOptions, "timeout">): Promise<Listed> {
  const { denylist = [], allowMissingDenylist: allowsMissing = false } = options;
  const { config, file } = configOf(options);
  const flags = { denylist: [denylist].flat(), allowsMissing };
  const places = { top: typeof options.config === "object" ? undefined : workTreeTop() };
  const denied = hasLists(config, flags, places) ? await openDenied(config, file, flags, places) : undefined;
  return { config, policyId: file?.id ?? "default", denied };
}

function configOf({ config, policy }: Pick<OpenOptions, "config" | "policy">): {
  config: Config;
  file: ConfigFile | undefined;
} {
  if (policy !== undefined) assertFixed(policy);
  else if (typeof config === "object") return { config, file: undefined };
  const named = policy ?? (typeof config === "string" ? config : undefined);
  const file = findConfig(named);
  return { config: file === undefined ? {} : readConfig(file.text, file.name, actionNames()), file };
}
