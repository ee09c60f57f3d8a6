import type { Before, Document, Unread } from "../model/document.ts";
import type { Source } from "../model/source.ts";
import { type Blob, type Missing, readBlobs } from "./blobs.ts";
import { askIdentityConfig, runGit } from "./git.ts";
import { branchName, identities } from "./identity.ts";
import { type Change, type Changes, indexChanges, submodule } from "./index-changes.ts";
import { Reached } from "./reached.ts";

/** What `git commit` would record, and the config as the index has it. */
export interface Staged {
  readonly source: Source;
  /** Whether no path is staged, so that only the branch and the identities are looked at. */
  readonly isEmpty: boolean;
  /** Whether there is no commit yet that it would build on. */
  readonly isFirst: boolean;
  /** The trees that it builds on: HEAD and, in a merge, the published parents. */
  readonly bases: readonly string[];
  /** The paths that are staged. */
  readonly paths: readonly string[];
  /** The blobs that were asked for, if the index has them. */
  readonly config: Blob;
  readonly standing: ReadonlyMap<string, Blob>;
}

export interface StagedOptions {
  /** The config's path in the repository, and those of files that may stand beside it. */
  readonly configPath: string;
  readonly standing: readonly string[];
  /** Author and committer; git's message hooks check them, so pre-commit need not. */
  readonly withIdentities: boolean;
}

/**
 * Reads the index: blobs by object id, never the work tree and never the text of a patch.
 * @throws {GateError} if this is no repository, or git cannot read its index.
 */
export function openStaged({ configPath, standing, withIdentities }: StagedOptions): Staged {
  if (withIdentities) askIdentityConfig();
  const staged = indexChanges();
  const files = staged.changes.filter(({ mode }) => mode !== submodule);
  const named = [configPath, ...standing];
  const blobs = readBlobs([...named.map((path) => `:${path}`), ...new Set(files.map(({ id }) => id))]);
  const [config, ...others] = named.map((): Blob => {
    const next = blobs.next();
    return next.done ? { missing: "absent" } : next.value;
  });
  const reached = new Reached();
  return {
    isEmpty: staged.isEmpty,
    isFirst: staged.bases[0] !== "HEAD",
    bases: staged.bases,
    paths: staged.changes.map(({ path }) => path.toString()),
    config: config ?? { missing: "absent" },
    standing: new Map(standing.map((path, index) => [path, others[index] ?? { missing: "absent" }])),
    source: {
      boundary: "commit",
      target: null,
      items: items(staged, files, blobs, withIdentities, reached),
      done: reached.part,
    },
  };
}

function* items(
  staged: Changes,
  files: readonly Change[],
  blobs: Iterable<Blob>,
  withIdentities: boolean,
  reached: Reached,
): Generator<Document | Unread> {
  yield* branchName();
  if (withIdentities) yield* identities();
  for (const { path, wasThere } of staged.changes.filter(({ mode }) => mode === submodule)) {
    const before: Before = { name: wasThere, contents: () => [] };
    yield { kind: "document", name: path, nameLeaves: true, bytes: Buffer.alloc(0), before };
    yield {
      kind: "skipped",
      name: path,
      nameLeaves: true,
      reason: "a submodule: only a gate in its own repository checks it",
    };
  }
  const moved = movedIn(staged.bases);
  const byId = Map.groupBy(files, ({ id }) => id);
  const groups = byId.values();
  reached.of = byId.size;
  for (const blob of blobs) {
    reached.at++;
    for (const change of groups.next().value ?? []) {
      if ("missing" in blob)
        yield { kind: "failed", name: change.path, nameLeaves: true, reason: reasons[blob.missing] };
      else
        yield {
          kind: "document",
          name: change.path,
          nameLeaves: true,
          bytes: blob.bytes,
          before: beforeOf(change, blob.bytes, moved),
        };
    }
  }
}

/** What git itself says can hold a path, and is not repeated. */
const reasons = {
  absent: "git does not have its contents",
  damaged: "git cannot read its contents: `git fsck` tells more",
  "too large": "larger than 1 GB",
} as const satisfies Record<Missing, string>;

/** What the parents have in a file's place: under its name, or, if it was moved or copied as it is, anywhere. */
function beforeOf({ id, old, wasThere }: Change, bytes: Buffer, moved: (id: string) => boolean): Before {
  return {
    name: wasThere,
    contents: () =>
      moved(id) ? [bytes] : [...readBlobs(old)].flatMap((blob) => ("missing" in blob ? [] : [blob.bytes])),
  };
}

/** Whether one of the trees holds a blob. The trees are listed at the first question, which only a finding asks. */
function movedIn(trees: readonly string[]): (id: string) => boolean {
  let ids: Set<string> | undefined;
  return (id) => {
    ids ??= new Set(
      trees.flatMap(
        (tree) =>
          runGit(["ls-tree", "-r", "--full-tree", tree])
            .output.toString("latin1")
            .match(/(?<=^\d{6} blob )[0-9a-f]+/gm) ?? [],
      ),
    );
    return ids.has(id);
  };
}
