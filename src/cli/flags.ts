import { type Audience, audiences } from "../model/audience.ts";
import type { ListFlags } from "../lists/lists.ts";
import { GateError } from "../model/error.ts";
import { newSuppressions as kinds, type NewSuppressions } from "../model/suppression.ts";

/** The flags that every check takes, as the parser gives them. */
export interface CheckFlags {
  readonly format?: unknown;
  readonly output?: unknown;
  readonly config?: unknown;
  readonly audience?: unknown;
  readonly quiet?: unknown;
  /** Lists of denied terms beside the others: one, or several. */
  readonly denylist?: unknown;
  readonly allowMissingDenylist?: unknown;
  /** Of the checks of a change. */
  readonly newSuppressions?: unknown;
  /** Of the checks that can be split. */
  readonly shard?: unknown;
  /** Of the checks that have a cache: false where the user wants none. */
  readonly cache?: unknown;
  /** Of the checks that threads can share. */
  readonly threads?: unknown;
  readonly color?: unknown;
  /** Shows denied terms on a terminal. */
  readonly reveal?: unknown;
}

/** What `--format` takes; docs/formats.md tells what each is for. */
export const formats = ["text", "json", "github", "gitlab", "sarif", "junit"] as const;

export type Format = (typeof formats)[number];

/** @throws {GateError} if there is no such format. */
export function formatOf({ format }: CheckFlags): Format {
  return oneOf("--format", format ?? "text", formats);
}

/** @throws {GateError} if there is no such audience. */
export function audienceOf({ audience }: CheckFlags): Audience | undefined {
  return audience === undefined ? undefined : oneOf("--audience", audience, audiences);
}

/** @throws {GateError} if there is no such value. */
export function newSuppressionsOf({ newSuppressions }: CheckFlags): NewSuppressions {
  return newSuppressions === undefined ? "allow" : oneOf("--new-suppressions", newSuppressions, kinds);
}

/** @throws {GateError} if a list is named by no text. */
export function listsOf({ denylist = [], allowMissingDenylist }: CheckFlags): ListFlags {
  return {
    denylist: [denylist].flat().map((path) => textOf("--denylist", path) ?? ""),
    allowsMissing: allowMissingDenylist === true,
  };
}

/** @throws {GateError} if a flag that takes one text was given twice or without one. */
export function textOf(name: string, value: unknown): string | undefined {
  if (value === "" && name.startsWith("--")) throw emptyArgument(`what stands behind ${name}`);
  if (value === undefined || typeof value === "string") return value;
  throw new GateError(`${name} takes one value`, seeHelp());
}

/** What a script passes where its variable has no value. */
export function emptyArgument(what: string): GateError {
  return new GateError(`${what} is empty`, "Look at the variable that was to fill it.");
}

/** @throws {GateError} if a flag that takes a number has something else. */
export function numberOf(name: string, value: unknown): number | undefined {
  const text = textOf(name, value);
  if (text === undefined) return undefined;
  if (/^[1-9]\d{0,2}$/.test(text)) return Number(text);
  throw new GateError(`${name} takes a number from 1 to 999`, seeHelp());
}

function oneOf<T extends string>(name: string, value: unknown, all: readonly T[]): T {
  const found = all.find((candidate) => candidate === value);
  if (found !== undefined) return found;
  throw new GateError(`${name} takes one of: ${all.join(", ")}`, seeHelp());
}

/** Where the options of the command that runs are told. */
export function seeHelp(): string {
  const [, , command = ""] = process.argv;
  // An option may stand before the command.
  return command.startsWith("-") ? "See `outgate --help`." : `See \`outgate ${command} --help\`.`;
}
