import { type Stats, statSync } from "node:fs";
import { basename, dirname } from "node:path";
import { runGit } from "../sources/git.ts";

/** Who can read logs beside their owner, a sentence for each way in which somebody can; not where the system has no such rights. */
export function exposures(files: readonly string[]): string[] {
  const folders = Map.groupBy(
    files.filter((file) => statOf(file) !== undefined),
    (file) => dirname(file),
  );
  const readable: string[] = [];
  const listed: string[] = [];
  const tracked: string[] = [];
  for (const [folder, inFolder] of folders) {
    const rights = rightsOf(folder);
    if ((rights & reading) !== 0) listed.push(folder);
    if ((rights & entering) !== 0) readable.push(...inFolder.filter((file) => (rightsOf(file) & reading) !== 0));
    tracked.push(...trackedIn(folder, inFolder));
  }
  return [
    ...told(
      readable,
      (names, them) => `Others on this machine can read ${names}: \`chmod 600\` keeps ${them} to the owner.`,
    ),
    ...told(
      listed,
      (names, them) =>
        `Others on this machine can list ${names}, where logs are: \`chmod 700\` keeps ${them} to the owner.`,
    ),
    ...told(
      tracked,
      (names, them) => `Git tracks ${names}: \`git rm --cached\` and a line in .gitignore keep ${them} out.`,
    ),
  ];
}

/** What a mode gives to the group and to everybody. */
const reading = 0o044;
const entering = 0o011;

/** So many are named. */
const most = 3;

function told(names: readonly string[], sentence: (names: string, them: "it" | "them") => string): string[] {
  if (names.length === 0) return [];
  const shown = names.slice(0, most).map((name) => (name === "." ? "this folder" : name));
  const more = names.length > most ? ` and ${names.length - most} more` : "";
  return [sentence(`${shown.join(", ")}${more}`, names.length === 1 ? "it" : "them")];
}

/** What cannot be asked for its rights is told as unread by who reads it. */
function statOf(path: string): Stats | undefined {
  try {
    return statSync(path);
  } catch {
    return undefined;
  }
}

function rightsOf(path: string): number {
  return process.platform === "win32" ? 0 : (statOf(path)?.mode ?? 0);
}

/** So many names are given to git at once. */
const mostAsked = 1000;

/** Those that git tracks. Where it cannot be run, it tracks nothing. */
function trackedIn(folder: string, files: readonly string[]): string[] {
  const tracked = new Set<string>();
  try {
    for (let at = 0; at < files.length; at += mostAsked) {
      const names = files.slice(at, at + mostAsked).map((file) => basename(file));
      const { output } = runGit(["--literal-pathspecs", "-C", folder, "ls-files", "-z", "--", ...names]);
      for (const name of output.toString().split("\0")) tracked.add(name);
    }
  } catch {
    return [];
  }
  return files.filter((file) => tracked.has(basename(file)));
}
