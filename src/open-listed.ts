import type { Config } from "./config/config.ts";
import type { ConfigFile } from "./config/config-file.ts";
import { findConfig } from "./config/find-config.ts";
import { checkedConfig, readConfig } from "./config/read-config.ts";
import { actionNames, type Denied } from "./gate.ts";
import { hasLists, type ListFlags, workTreeTop } from "./lists/lists.ts";
import { assertFixed } from "./message/policy-file.ts";

/** What judges, and what the owner has denied. */
export interface Listed {
  readonly config: Config;
  /** "default", or the id of the config's file. */
  readonly policyId: string;
  readonly denied: Denied | undefined;
}

/** Where config and lists are, beside the places where they always may be. */
export interface Listing extends ListFlags {
  /** The config itself, which then names all lists too, or the path of its file. */
  readonly config?: Config | string | undefined;
  /** The path of a config that this process's user cannot change. It takes the place of any other. */
  readonly policy?: string | undefined;
  /** The classes and rules that the config can speak of; the built-in ones unless told. */
  readonly rules?: ReadonlySet<string>;
}

/**
 * Finds the config and opens the deny lists for messages and logs, for the command line and for the library.
 * @throws {GateError} if one of them cannot be used.
 */
export async function openListed({ config: named, policy, rules = actionNames(), ...lists }: Listing): Promise<Listed> {
  const { config, file } = configOf(named, policy, rules);
  const places = { top: typeof named === "object" ? undefined : workTreeTop() };
  const denied = hasLists(config, lists, places)
    ? await (await import("./lists/denied.ts")).openDenied(config, file, lists, places)
    : undefined;
  return { config, policyId: file?.id ?? "default", denied };
}

function configOf(
  named: Listing["config"],
  policy: string | undefined,
  rules: ReadonlySet<string>,
): { readonly config: Config; readonly file: ConfigFile | undefined } {
  if (policy !== undefined) assertFixed(policy);
  else if (named !== undefined && typeof named !== "string")
    return { config: checkedConfig(named, rules), file: undefined };
  const file = findConfig(policy ?? (typeof named === "string" ? named : undefined));
  return { config: file === undefined ? {} : readConfig(file.text, file.name, rules), file };
}
