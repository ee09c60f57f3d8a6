import { join, resolve } from "node:path";

/** Where the user keeps what outgate must not lose: the key of locks, an identity of age. */
export function configFolder(): string {
  const { XDG_CONFIG_HOME } = process.env;
  return resolve(XDG_CONFIG_HOME || join(homeFolder(), ".config"), "outgate");
}

export function homeFolder(): string {
  return process.env["HOME"] || process.getBuiltinModule("node:os").homedir();
}
