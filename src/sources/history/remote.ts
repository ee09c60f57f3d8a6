import { gitOutput, runGit } from "../git.ts";

/**
 * The ids of everything that a remote says its refs name; undefined where it cannot be asked. What this repository keeps of
 * the remote's refs is no proof: it can be stale, and `git update-ref` writes whatever it is told.
 * @param remote a URL, a path, or the name of a remote.
 */
export function idsAt(remote: string): readonly string[] | undefined {
  const { status, output } = runGit(["ls-remote", "--quiet", "--", remote]);
  if (status !== 0) return undefined;
  return [...new Set(output.toString("latin1").match(/^[0-9a-f]{40,64}(?=\t)/gm))];
}

/** Those of the ids whose commits are here: only from these can git tell what they bring with them. */
export function commitsHere(ids: readonly string[]): string[] {
  if (ids.length === 0) return [];
  const output = gitOutput(["cat-file", "--batch-check=%(objectname) %(objecttype)"], `${ids.join("\n")}\n`);
  return output.toString("latin1").match(/^[0-9a-f]+(?= commit$)/gm) ?? [];
}
