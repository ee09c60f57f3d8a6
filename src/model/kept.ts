/** Bytes that one process leaves to the next one that needs the same. */
export interface Kept {
  /** What was left; undefined where there is nothing that can be believed. */
  readonly read: () => Buffer | undefined;
  /** Leaves them. Where that cannot be done nothing but time is lost. */
  readonly keep: (bytes: Uint8Array) => void;
}
