import { GateError } from "../model/error.ts";
import type { DenyFlags } from "./deny/flags.ts";

type Action = (flags: DenyFlags) => Promise<number>;

interface Subcommand {
  readonly load: () => Promise<Action>;
  /** The flags that it takes beside those of all. */
  readonly flags: readonly (keyof DenyFlags)[];
}

/** Each is a file of its own, loaded when it is called. */
const subcommands: Readonly<Record<string, Subcommand>> = {
  add: { load: async () => (await import("./deny/add.ts")).add, flags: ["fromEnv"] },
  remove: { load: async () => (await import("./deny/remove.ts")).remove, flags: [] },
  list: { load: async () => (await import("./deny/list.ts")).list, flags: [] },
  seal: { load: async () => (await import("./deny/seal.ts")).sealList, flags: ["to", "output"] },
  lock: { load: async () => (await import("./deny/lock.ts")).lockList, flags: ["output"] },
  rotate: { load: async () => (await import("./deny/rotate.ts")).rotate, flags: ["output"] },
  check: { load: async () => (await import("./deny/check.ts")).check, flags: [] },
};

const ofAll: ReadonlySet<string> = new Set(["config", "denylist"]);

/**
 * `outgate deny ACTION`: the deny list. Whatever else stands on the command line may be a term, so no message repeats it.
 * @throws {GateError} if a term was given as an argument: the shell's history and other users' `ps` have it now.
 */
export async function deny(action: string, words: readonly string[], flags: DenyFlags): Promise<number> {
  const named = Object.hasOwn(subcommands, action) ? subcommands[action] : undefined;
  const known = Object.keys(subcommands).join(", ");
  if (named === undefined) throw new GateError("`deny` has no such action", `There are: ${known}.`);
  // `--from-env -` is stdin; the parser takes the dash for an argument.
  const others = flags.fromEnv === true ? words.filter((word) => word !== "-") : words;
  const given = Object.entries(flags).filter(
    ([, value]) => value !== undefined && !(Array.isArray(value) && value.length === 0),
  );
  const foreign = given.some(([name]) => !ofAll.has(name) && !named.flags.some((flag) => flag === name));
  if (others.length > 0 || foreign)
    throw new GateError(
      `\`deny ${action}\` takes no terms, and no other flags, from the command line, where the shell's history and \`ps\` show them`,
      `Write \`outgate deny ${action}\` alone: terms are typed when it asks, or piped to it. See \`outgate deny --help\`.`,
    );
  return (await named.load())(flags);
}
