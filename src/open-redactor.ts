import { hasLists, workTreeTop } from "./lists/lists.ts";
import { logGate } from "./log/log-gate.ts";
import { type LogRedactor, openedRedactor } from "./log/open.ts";
import { configOf, type OpenOptions } from "./open-gate.ts";

export interface RedactorOptions extends Pick<OpenOptions, "config" | "denylist" | "allowMissingDenylist"> {
  /** Under which the same text has the same placeholder in every run; the environment's OUTGATE_KEY, or one at random, unless told. */
  readonly key?: string;
}

/**
 * Opens what masks logs: finds config and deny lists as the command line does.
 * @throws {GateError} if the config or a list cannot be used.
 */
export async function openRedactor(options: RedactorOptions = {}): Promise<LogRedactor> {
  const { denylist = [], allowMissingDenylist: allowsMissing = false, key = process.env["OUTGATE_KEY"] } = options;
  const { config, file } = configOf(options);
  const flags = { denylist: [denylist].flat(), allowsMissing };
  const places = { top: typeof options.config === "object" ? undefined : workTreeTop() };
  const denied = hasLists(config, flags, places)
    ? await (await import("./lists/denied.ts")).openDenied(config, file, flags, places)
    : undefined;
  return openedRedactor(await logGate(config, file?.id ?? "default", denied), key === "" ? undefined : key);
}
