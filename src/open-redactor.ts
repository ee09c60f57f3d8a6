import { logGate } from "./log/log-gate.ts";
import { type LogRedactor, openedRedactor } from "./log/open.ts";
import type { OpenOptions } from "./open-gate.ts";
import { openListed } from "./open-listed.ts";
import { checkOptions, type Known, ofListing, text } from "./options.ts";

export interface RedactorOptions extends Pick<OpenOptions, "config" | "denylist" | "allowMissingDenylist"> {
  /** Under which the same text has the same placeholder in every run; the environment's OUTGATE_KEY, or one at random, unless told. */
  readonly key?: string;
}

const known: Known<RedactorOptions> = {
  ...ofListing,
  key: text,
};

/**
 * Opens what masks logs: finds config and deny lists as the command line does.
 * @throws {GateError} if an option, the config or a list cannot be used.
 */
export async function openRedactor(options: RedactorOptions = {}): Promise<LogRedactor> {
  checkOptions("openRedactor", known, options);
  const { key = process.env["OUTGATE_KEY"], config: named, denylist = [], allowMissingDenylist = false } = options;
  const lists = { denylist: [denylist].flat(), allowsMissing: allowMissingDenylist };
  const { config, policyId, denied } = await openListed({ config: named, ...lists });
  return openedRedactor(await logGate(config, policyId, denied), key === "" ? undefined : key);
}
