import { gitFile, gitOutput, runGit } from "./git.ts";
import { namedParents } from "./operation.ts";

/** A path that the commit would bring or change. Modes and ids are those of `git diff-index --raw`. */
export interface Change {
  readonly path: Buffer;
  readonly mode: string;
  readonly id: string;
  /** The blobs that the parents have under this path. */
  readonly old: readonly string[];
  /** Whether a parent has the path, be it of a blob or of a submodule. */
  readonly wasThere: boolean;
}

export interface Changes {
  readonly changes: readonly Change[];
  /** Whether nothing is staged, not even that a file is deleted. */
  readonly isEmpty: boolean;
  /** The trees that the commit builds on: HEAD and, in a merge, the published parents. */
  readonly bases: readonly string[];
}

/** Mode of a submodule: it has no blob. */
export const submodule = "160000";

/** What the index would commit that no parent has. */
export function indexChanges(): Changes {
  const first = diffIndex("HEAD");
  const bases = first === undefined ? [unbornTree()] : ["HEAD", ...publishedParents()];
  const [head, ...others] = [first ?? diffIndexOrThrow(bases[0] ?? ""), ...bases.slice(1).map(diffIndexOrThrow)];
  const staged = [...(head ?? new Map<string, Entry>()).values()];
  const changes = staged
    .filter(({ key, mode }) => mode !== nothing && others.every((other) => other.has(key)))
    .map(({ key, path, mode, id }) => {
      const before = [head, ...others].flatMap((diff) => diff?.get(key) ?? []);
      return {
        path,
        mode,
        id,
        old: before.flatMap(({ old }) => old),
        wasThere: before.some(({ wasThere }) => wasThere),
      };
    });
  return { changes, bases, isEmpty: staged.length === 0 };
}

interface Entry extends Change {
  /** The path as Latin-1, so that any bytes can be compared. */
  readonly key: string;
}

/** The differences of the index from a tree, by path; undefined if git does not know the tree. */
function diffIndex(tree: string): Map<string, Entry> | undefined {
  const { status, output } = runGit(diffArguments(tree));
  return status === 0 ? parse(output) : undefined;
}

function diffIndexOrThrow(tree: string): Map<string, Entry> {
  return parse(gitOutput(diffArguments(tree)));
}

function diffArguments(tree: string): string[] {
  return [
    "diff-index",
    "--cached",
    "--raw",
    "-z",
    "--no-renames",
    "--no-abbrev",
    "--ignore-submodules=none",
    tree,
    "--",
  ];
}

/** The mode where there is no entry: the path is new, deleted, or not merged yet. */
const nothing = "000000";

/** Records of the form `:oldmode newmode oldid newid status`, NUL, path, NUL. */
function parse(output: Buffer): Map<string, Entry> {
  const entries = new Map<string, Entry>();
  for (let at = 0; at < output.length;) {
    const headEnd = output.indexOf(0, at);
    const pathEnd = output.indexOf(0, headEnd + 1);
    const [oldMode = "", mode = "", oldId = "", id = ""] = output.toString("latin1", at + 1, headEnd).split(" ");
    const path = output.subarray(headEnd + 1, pathEnd);
    const key = path.toString("latin1");
    const wasThere = oldMode !== nothing;
    entries.set(key, { key, path, mode, id, old: wasThere && oldMode !== submodule ? [oldId] : [], wasThere });
    at = pathEnd + 1;
  }
  return entries;
}

/**
 * In a merge, the parents besides HEAD that a remote has. One that only this repository has may never have met the gate, so
 * what it brings counts as new.
 */
function publishedParents(): string[] {
  const merging = gitFile("MERGE_HEAD")?.match(/^[0-9a-f]{40,64}$/gm) ?? [];
  return [...new Set([...merging, ...namedParents()])].filter(
    (id) => gitOutput(["for-each-ref", "--count=1", "--contains", id, "refs/remotes"]).length > 0,
  );
}

/**
 * What a first commit builds on: the empty tree, whose id is not the same in SHA-1 and SHA-256 repositories.
 * @throws {GateError} if there is a HEAD after all, which git then could not read.
 */
function unbornTree(): string {
  if (runGit(["rev-parse", "--quiet", "--verify", "HEAD"]).status === 0) diffIndexOrThrow("HEAD");
  return gitOutput(["hash-object", "-t", "tree", "--stdin"], "").toString("latin1").trim();
}
