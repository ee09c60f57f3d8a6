import { readFileSync, statSync } from "node:fs";
import { join, resolve } from "node:path";
import { codeOf } from "../../model/system-error.ts";
import { commonDirectory, runGit } from "../git.ts";

/** https://github.com/git-lfs/git-lfs/blob/main/docs/spec.md: a pointer is shorter than 1024 bytes, and its keys are sorted. */
const pointer =
  /^version https:\/\/(?:git-lfs\.github\.com|hawser\.github\.com)\/spec\/v\d+\n(?:[^\n]*\n)*?oid sha256:([0-9a-f]{64})\n/;

/** Where larger ones are not read into memory. */
const largest = 2 ** 30;

/** The object that a pointer of Git LFS stands for. */
export type LargeFile = { readonly bytes: Buffer } | { readonly kind: "failed" | "skipped"; readonly reason: string };

/** The name of the object that a blob points to; undefined if it is a file like any other. */
export function largeFileName(blob: Buffer): string | undefined {
  return blob.length < 1024 ? pointer.exec(blob.toString("latin1"))?.[1] : undefined;
}

/** What Git LFS uploads in its own pre-push hook, from where it keeps it. */
export function readLargeFile(name: string): LargeFile {
  const path = join(storage(), "objects", name.slice(0, 2), name.slice(2, 4), name);
  try {
    const stat = statSync(path, { throwIfNoEntry: false });
    if (stat === undefined)
      return {
        kind: "skipped",
        reason: "a pointer of Git LFS, and what it points to is not here: only the pointer was read",
      };
    if (stat.size > largest) return { kind: "failed", reason: "what it points to in Git LFS is larger than 1 GB" };
    return { bytes: readFileSync(path) };
  } catch (error) {
    return { kind: "failed", reason: `what it points to in Git LFS cannot be read: ${codeOf(error)}` };
  }
}

/** https://github.com/git-lfs/git-lfs/blob/main/docs/man/git-lfs-config.adoc: lfs.storage counts from the git directory. */
function storage(): string {
  const folder = commonDirectory() ?? ".git";
  const configured = runGit(["config", "--type=path", "lfs.storage"]).output.toString("utf8").trimEnd();
  return resolve(folder, configured === "" ? "lfs" : configured);
}
