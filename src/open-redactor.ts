import { logGate } from "./log/log-gate.ts";
import { type LogRedactor, openedRedactor } from "./log/open.ts";
import { openListed, type OpenOptions } from "./open-gate.ts";

export interface RedactorOptions extends Pick<OpenOptions, "config" | "denylist" | "allowMissingDenylist"> {
  /** Under which the same text has the same placeholder in every run; the environment's OUTGATE_KEY, or one at random, unless told. */
  readonly key?: string;
}

/**
 * Opens what masks logs: finds config and deny lists as the command line does.
 * @throws {GateError} if the config or a list cannot be used.
 */
export async function openRedactor(options: RedactorOptions = {}): Promise<LogRedactor> {
  const { key = process.env["OUTGATE_KEY"], ...own } = options;
  const { config, policyId, denied } = await openListed(own);
  return openedRedactor(await logGate(config, policyId, denied), key === "" ? undefined : key);
}
