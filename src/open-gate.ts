import type { Config } from "./config/config.ts";
import { messageJudge } from "./message/message-judge.ts";
import { type MessageGate, openedGate } from "./message/open.ts";
import { openListed } from "./open-listed.ts";
import { checkOptions, type Known, milliseconds, ofListing, text } from "./options.ts";

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

const known: Known<OpenOptions> = {
  ...ofListing,
  policy: text,
  timeout: milliseconds,
};

/** A page of text takes less than a millisecond, so that whoever waits so long waits for something that is wrong. */
const usualTimeout = 2000;

/**
 * Opens the gate for messages: finds config and deny lists as the command line does, and loads what they need, which takes some tenths
 * of a second. No check has to load anything after it.
 * @throws {GateError} if an option, the config or a list cannot be used, or if the policy can be changed by whoever runs this.
 */
export async function openGate(options: OpenOptions = {}): Promise<MessageGate> {
  checkOptions("openGate", known, options);
  const { denylist = [], allowMissingDenylist: allowsMissing = false, timeout = usualTimeout, ...named } = options;
  const { config, policyId, denied } = await openListed({ ...named, denylist: [denylist].flat(), allowsMissing });
  return openedGate(await messageJudge(config, policyId, denied), timeout);
}
