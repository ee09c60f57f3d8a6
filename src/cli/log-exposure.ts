import { statSync } from "node:fs";
import { basename, dirname } from "node:path";
import { runGit } from "../sources/git.ts";

/** Who can read logs beside their owner, a sentence for each that somebody can; not where the system has no such rights. */
export function exposures(files: readonly string[]): string[] {
  const told = new Set<string>();
  for (const file of files) {
    const folder = dirname(file);
    const [ofFile, ofFolder] = [rightsOf(file), rightsOf(folder)];
    if ((ofFile & readable) !== 0 && (ofFolder & enterable) !== 0)
      told.add(`Others on this machine can read ${file}: \`chmod 600\` keeps it to its owner.`);
    if ((ofFolder & readable) !== 0)
      told.add(`Others on this machine can list ${folder}, where logs are: \`chmod 700\` keeps it to its owner.`);
    if (isTracked(file)) told.add(`Git tracks ${file}: \`git rm --cached\` and a line in .gitignore keep it out.`);
  }
  return [...told];
}

/** What a mode gives to the group and to everybody. */
const readable = 0o044;
const enterable = 0o011;

function rightsOf(path: string): number {
  if (process.platform === "win32") return 0;
  return statSync(path, { throwIfNoEntry: false })?.mode ?? 0;
}

/** Where git cannot be run, it tracks nothing. */
function isTracked(file: string): boolean {
  try {
    return runGit(["-C", dirname(file), "ls-files", "--error-unmatch", "--", basename(file)]).status === 0;
  } catch {
    return false;
  }
}
