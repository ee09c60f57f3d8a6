/** The flags of `outgate deny`, as the parser gives them. */
export interface DenyFlags {
  readonly config?: unknown;
  readonly denylist?: unknown;
  readonly fromEnv?: unknown;
  readonly to?: unknown;
  readonly output?: unknown;
}
