import { baselineName, configName } from "../config/config-file.ts";

/** Committed hooks, which `outgate init` writes blocks into, the workflows that it writes, and deny lists. */
const written =
  /(?:^|\/)(\.(?:husky|githooks)\/(?:pre-commit|pre-merge-commit|prepare-commit-msg|commit-msg|pre-push|reference-transaction)|\.github\/workflows\/outgate\.yml|\.gitlab\/outgate\.yml|denylist\/terms\.(?:lock|age))$/;

/** The name of a file on which the gate itself rests; undefined for every other. Nothing else of the path is in it. */
export function ownFile(path: string): string | undefined {
  return path === configName || path === baselineName ? path : written.exec(path)?.[1];
}
