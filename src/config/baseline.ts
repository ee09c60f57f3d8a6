import { GateError } from "../model/error.ts";
import type { Baseline, BaselineEntry } from "../model/suppression.ts";

/**
 * Reads a baseline: one JSON object whose keys are entries and whose values are their reasons, and the salt. Order and
 * entries that stand there twice, as a merge leaves them, do not matter.
 * @param name the file's name, for messages.
 * @throws {GateError} if it is none.
 */
export function readBaseline(text: string, name: string): Baseline {
  const entries: BaselineEntry[] = [];
  let salt: string | undefined;
  for (const [key, value] of Object.entries(parsed(text, name))) {
    const entry = /^(.+) ([a-z]+\/[a-z0-9-]+) ([0-9a-f]{16})(?::([0-9a-f]{4}))?$/s.exec(key);
    if (typeof value !== "string" || value.trim() === "") throw wrong(name, "an entry has no reason");
    if (key === saltKey) {
      if (!/^[0-9a-f]{32}$/.test(value)) throw wrong(name, "its salt is not one");
      salt = value;
    } else if (entry === null) throw wrong(name, "a key is neither an entry nor the salt");
    else {
      const [, path = "", rule = "", line = "", match = ""] = entry;
      entries.push({ path, rule, line, match, reason: value });
    }
  }
  if (salt === undefined) throw wrong(name, "it has no salt");
  return { salt, entries };
}

/**
 * One entry a line, sorted. Every entry's line ends with a comma, since the salt stands last: so two branches that add entries
 * change no line of each other.
 */
export function writeBaseline({ salt, entries }: Baseline): string {
  const lines = new Map(entries.map((entry) => [keyOf(entry), entry.reason]));
  const sorted = [...lines].toSorted(([a], [b]) => (a < b ? -1 : 1));
  const members = [...sorted, [saltKey, salt]].map((member) => member.map((part) => JSON.stringify(part)).join(": "));
  return `{\n  ${members.join(",\n  ")}\n}\n`;
}

/** What tells an entry from others: all but its reason. */
export function keyOf({ path, rule, line, match }: BaselineEntry): string {
  return `${path} ${rule} ${line}${match === "" ? "" : `:${match}`}`;
}

const saltKey = "salt";

function parsed(text: string, name: string): object {
  let value: unknown;
  try {
    value = JSON.parse(text.replace(/^\uFEFF/, ""));
  } catch (error) {
    const isConflict = /^(?:<{7}|={7}|>{7})/m.test(text);
    throw wrong(name, isConflict ? "a merge has left its conflicts in it" : "it is not JSON", error);
  }
  if (typeof value === "object" && value !== null && !Array.isArray(value)) return value;
  throw wrong(name, "it is not an object");
}

function wrong(name: string, what: string, cause?: unknown): GateError {
  return new GateError(
    `the baseline ${name} cannot be read: ${what}`,
    "After a merge keep the entries of both sides; otherwise restore the file from git, and let `outgate baseline` write it.",
    // The parser's message repeats the text, which told() does not print of a cause.
    { cause },
  );
}
