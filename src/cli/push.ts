import { isatty } from "node:tty";
import type { Document } from "../model/document.ts";
import { GateError } from "../model/error.ts";
import { field } from "../sources/identity.ts";
import { commitsHere, idsAt } from "../sources/history/remote.ts";
import { readUpdates, type Update } from "../sources/history/updates.ts";
import { check, openGate } from "./check.ts";
import { checkHistory, type HistoryFlags, type Leaving, openLeaving } from "./check-history.ts";
import { textOf } from "./flags.ts";
import { readInput } from "./input.ts";

/** `outgate push [REMOTE URL]`: what git is about to push, by the lines that it gives its pre-push hook on stdin. */
export async function push(remote: unknown, url: unknown, flags: HistoryFlags): Promise<number> {
  const destination = textOf("the URL", url) ?? textOf("the remote", remote);
  const updates = [...readUpdates(stdin()), ...updateOfPreCommit(process.env)].filter(isBringing);
  if (updates.length === 0) {
    const gate = await openGate(undefined, flags);
    return check({ boundary: "push", target: null, items: [] }, gate, flags, () => ({
      advice: [],
      note: "Nothing is pushed.",
    }));
  }
  const there = destination === undefined ? undefined : idsAt(destination);
  const leaving = leavingOf(updates, there);
  const history = openLeaving(leaving);
  // Where the remote itself says that it has all of it, a branch or a tag is only moved or made.
  if (history.commits.length === 0 && history.tags.size === 0 && there === undefined) {
    throw new GateError(
      "a ref is moved, but no commit of it is new, and the remote could not be asked whether it has them, so nothing was checked",
      "See that `git ls-remote` reaches the remote, and push again.",
    );
  }
  return checkHistory(history, leaving, flags);
}

interface Bringing extends Update {
  readonly id: string;
}

/** A deletion brings nothing. */
function isBringing(update: Update): update is Bringing {
  return update.id !== undefined;
}

function leavingOf(updates: readonly Bringing[], there: readonly string[] | undefined): Leaving {
  const old = commitsHere(updates.flatMap(({ oldId }) => oldId ?? []));
  const [base] = old;
  return {
    tips: [...new Set(updates.map(({ id }) => id))],
    without: [...new Set([...old, ...commitsHere(there ?? [])])],
    names: updates.map(nameOf),
    notes: there === undefined ? [unasked] : [],
    ...(base !== undefined && { base }),
  };
}

const unasked = "The remote could not be asked what it has, so more was checked than may be new.";

/** The name under which the remote gets it. */
function nameOf({ remoteRef, oldId }: Update): Document {
  const [, kind = "", name = remoteRef] = /^refs\/(heads|tags)\/(.+)$/s.exec(remoteRef) ?? [];
  const label = kind === "heads" ? "branch name" : kind === "tags" ? "tag name" : "ref name";
  const document = field(label, name, "latin1");
  return {
    ...document,
    before: { name: false, contents: () => (oldId === undefined ? [] : [Buffer.from(name, "latin1")]) },
  };
}

/** @throws {GateError} on a terminal, where git is not there to write. */
function stdin(): Buffer {
  if (isatty(0)) {
    throw new GateError(
      "push reads on stdin what git writes to its pre-push hook, and this is a terminal",
      "Let git's hook call it (`outgate init` installs it), or check commits by `outgate range A..B`.",
    );
  }
  return readInput("stdin", "Let git's pre-push hook call `outgate push`.");
}

/**
 * The pre-commit framework (https://pre-commit.com/#pre-push) reads git's lines itself and tells its hooks of the first one
 * by variables.
 */
function updateOfPreCommit(env: NodeJS.ProcessEnv): Update[] {
  const { PRE_COMMIT_TO_REF: id, PRE_COMMIT_REMOTE_BRANCH: remoteRef } = env;
  return id && remoteRef ? [{ id, remoteRef, oldId: undefined }] : [];
}
