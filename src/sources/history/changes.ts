import { gitOutput } from "../git.ts";

/** A path that a commit brings, changes or deletes. */
export interface Change {
  readonly commit: string;
  /** As Latin-1, so that any bytes can be compared. */
  readonly path: string;
  /** "000000" where it is deleted. */
  readonly mode: string;
  readonly id: string;
  /** Whether a parent has the path. */
  readonly wasThere: boolean;
}

/**
 * What commits change, in their order, by git's raw records: no attribute and no setting hides any. Of a merge only what
 * differs from all of its parents: what it brings itself.
 */
export function* changesOf(commits: readonly string[]): Generator<Change> {
  const args = [
    "--stdin",
    "-r",
    "-c",
    "--root",
    "--raw",
    "-z",
    "--no-renames",
    "--no-abbrev",
    "--ignore-submodules=none",
  ];
  const output = gitOutput(["diff-tree", ...args], `${commits.join("\n")}\n`).toString("latin1");
  let commit = "";
  for (let at = 0; at < output.length;) {
    const end = output.indexOf("\0", at);
    const head = output.slice(at, end);
    at = end + 1;
    if (!head.startsWith(":")) {
      commit = head;
      continue;
    }
    const pathEnd = output.indexOf("\0", at);
    yield { commit, path: output.slice(at, pathEnd), ...recordOf(head) };
    at = pathEnd + 1;
  }
}

/** `:old-mode mode old-id id status`, in merges with a colon, a mode and an id for each parent. */
function recordOf(head: string): Pick<Change, "mode" | "id" | "wasThere"> {
  const parents = head.lastIndexOf(":") + 1;
  const fields = head.slice(parents).split(" ");
  const oldModes = fields.slice(0, parents);
  return {
    mode: fields[parents] ?? "",
    id: fields[2 * parents + 1] ?? "",
    wasThere: oldModes.some((mode) => mode !== nothing),
  };
}

export const nothing = "000000";
