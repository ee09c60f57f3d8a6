import { join, resolve } from "node:path";

/**
 * Where outgate keeps what belongs to this user and to no repository; the hooks' shell finds it in the same way.
 * @param top what a relative path counts from: the folder that git runs hooks in.
 */
export function stateFolder(top: string): string {
  const { OUTGATE_STATE, XDG_STATE_HOME, HOME } = process.env;
  if (OUTGATE_STATE) return resolve(top, OUTGATE_STATE);
  // Loaded here and not above: a small push needs neither.
  const home = HOME || process.getBuiltinModule("node:os").homedir();
  return resolve(top, XDG_STATE_HOME || join(home, ".local/state"), "outgate");
}
