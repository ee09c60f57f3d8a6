import { baselineName, configName } from "../config/config-file.ts";

const hooks = [
  "pre-commit",
  "pre-merge-commit",
  "prepare-commit-msg",
  "commit-msg",
  "pre-push",
  "reference-transaction",
];

/** Committed hooks, which `outgate init` writes blocks into, the workflows that it writes, and deny lists. */
const written = [
  ...[".husky", ".githooks"].flatMap((folder) => hooks.map((hook) => `${folder}/${hook}`)),
  ".github/workflows/outgate.yml",
  ".gitlab/outgate.yml",
  "denylist/terms.lock",
  "denylist/terms.age",
];

/** The name of a file on which the gate itself rests; undefined for every other. Nothing else of the path is in it. */
export function ownFile(path: string): string | undefined {
  if (path === configName || path === baselineName) return path;
  return written.find((name) => path.endsWith(name) && (path.length === name.length || path.endsWith(`/${name}`)));
}
