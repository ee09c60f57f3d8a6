/** Says how contents are read under a path, which is Latin-1: the same for paths under which they are read alike, and nothing where no path matters. */
export type ReadAs = (path: string) => string;

/** Contents in which earlier checks found nothing, by the blob that holds them. Paths are Latin-1. */
export interface Known {
  /** Whether an earlier check found nothing in a blob, under a path that is read like this one. */
  readonly has: (blob: string, path: string) => boolean;
  /** Keeps that nothing was found in it. */
  readonly add: (blob: string, path: string, contents: Buffer) => void;
}

/**
 * Opens what earlier checks know; undefined where it cannot be opened, or is not worth it.
 * @param blobs that will be asked for, each with a path that it has.
 */
export type OpenKnown = (blobs: ReadonlyMap<string, string>) => Known | undefined;
