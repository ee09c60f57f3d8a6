import { GateError } from "../../model/error.ts";

/** A ref that is moved: a line that git gives its hooks. Names are Latin-1, so that any bytes can stand in them. */
export interface Update {
  readonly remoteRef: string;
  /** What the ref will name; undefined where it is deleted. */
  readonly id: string | undefined;
  /** What it names now, by the remote's own word; undefined where it is new. */
  readonly oldId: string | undefined;
}

/** `<local ref> <local id> <remote ref> <remote id>`. A local ref may be any expression, with spaces in it; a ref's name has none. */
const line = /^.+ ([0-9a-f]{40}|[0-9a-f]{64}) (\S+) ([0-9a-f]{40}|[0-9a-f]{64})$/;

/**
 * Reads what git writes to its pre-push hook: https://git-scm.com/docs/githooks#_pre_push
 * @throws {GateError} if a line is none of git's.
 */
export function readUpdates(input: Buffer): Update[] {
  const lines = input.toString("latin1").split("\n");
  return lines.filter((text) => text !== "").map(readUpdate);
}

function readUpdate(text: string): Update {
  const [, id, remoteRef, oldId] = line.exec(text) ?? [];
  if (id === undefined || remoteRef === undefined || oldId === undefined) {
    throw new GateError(
      "a line on stdin is not what git gives its pre-push hook, so nothing was checked",
      "Let git's hook call `outgate push`, or check commits by `outgate range A..B`.",
    );
  }
  return { remoteRef, id: objectOf(id), oldId: objectOf(oldId) };
}

/** Zeros stand for nothing. */
export function objectOf(id: string): string | undefined {
  return /^0+$/.test(id) ? undefined : id;
}
