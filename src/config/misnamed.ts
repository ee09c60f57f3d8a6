import { readdirSync } from "node:fs";
import { GateError } from "../model/error.ts";
import { configName } from "./config-file.ts";

/** What nothing but a config of outgate is called. */
const config = /^\.?outgate\.config(?:\.(?:json[5c]?|ya?ml|toml|ini|[cm]?[jt]s))?$/i;

/** What a config could be called; where there is one, it may be something else, such as a report. */
const likeConfig =
  /^(?:\.outgaterc(?:\.(?:json[5c]?|ya?ml|toml|ini|[cm]?[jt]s))?|\.?outgate\.(?:json[5c]?|ya?ml|toml))$/i;

/**
 * A config under another name would be passed over in silence, and the gate be another one than it was made to be.
 * @param folder where a config may stand; one that cannot be listed is not looked into
 * @param undone what did not happen because of it
 * @throws {GateError} that says what the file must be called
 */
export function refuseMisnamed(folder: string, undone = "nothing was checked"): void {
  const names = namesIn(folder);
  const isThere = names.includes(configName);
  const other = names.find((name) => name !== configName && (config.test(name) || (!isThere && likeConfig.test(name))));
  if (other === undefined || (other.toLowerCase() === configName && isThere)) return;
  throw new GateError(
    isThere
      ? `there are two configs, ${configName} and ${other}, of which only the first is read, so ${undone}`
      : `a config is called ${configName}, and ${other} is not read, so ${undone}`,
    isThere ? `Keep what holds in ${configName}, and delete ${other}.` : remedyFor(other),
  );
}

function remedyFor(name: string): string {
  return /\.json[5c]?$|rc$|config$/i.test(name)
    ? `Rename it. It is JSON with comments and trailing commas; if it is no config of outgate, give it another name.`
    : `Write what it says into ${configName}, as JSON with comments, and delete it; if it is no config of outgate, give it another name.`;
}

function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => (entry.isDirectory() ? [] : [entry.name]));
  } catch {
    return [];
  }
}
