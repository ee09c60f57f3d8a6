/** The config's name, at the top of a repository. */
export const configName = "outgate.config.json";

/** The baseline's name, at the top of a repository. */
export const baselineName = "outgate.baseline.json";

/** A config as found, not yet read. */
export interface ConfigFile {
  readonly name: string;
  /** Absolute, of one on the disk: what the paths in it count from. For one of git's that is where its name leads to, from the top. */
  readonly folder?: string;
  readonly text: string;
  /** Its id as a git blob, the same wherever it is read from. */
  readonly id: string;
}
