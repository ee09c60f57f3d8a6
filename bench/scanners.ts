import { execFileSync } from "node:child_process";
import { accessSync, constants } from "node:fs";
import { delimiter, join } from "node:path";

/** Another program that searches a folder for secrets. */
interface Scanner {
  readonly name: string;
  /** Asks for the version. */
  readonly version: readonly string[];
  /** Scans the current folder, without asking any server. */
  readonly command: readonly [string, ...string[]];
  /** Exit codes that say that the folder was scanned. */
  readonly ended?: readonly number[];
}

export const scanners: readonly Scanner[] = [
  { name: "gitleaks", version: ["version"], command: ["gitleaks", "dir", "--no-banner", "."] },
  { name: "betterleaks", version: ["version"], command: ["betterleaks", "dir", "--no-banner", "."] },
  {
    name: "trufflehog",
    version: ["--version"],
    command: ["trufflehog", "filesystem", "--no-verification", "--no-update", "."],
  },
  {
    name: "kingfisher",
    version: ["--version"],
    command: ["kingfisher", "scan", "--no-validate", "--no-update-check", "."],
    ended: [0, 200],
  },
  { name: "ripsecrets", version: ["--version"], command: ["ripsecrets", "."] },
  {
    name: "noseyparker",
    version: ["--version"],
    // What a datastore knows is not searched again, so each run has one of its own.
    command: ["sh", "-c", 'd=$(mktemp -d) && noseyparker scan --datastore "$d/store" . ; s=$?; rm -rf "$d"; exit $s'],
  },
  {
    name: "detect-secrets",
    version: ["--version"],
    command: ["detect-secrets", "scan", "--all-files", "--no-verify", "."],
  },
];

export function isOnPath(program: string): boolean {
  return (process.env["PATH"] ?? "").split(delimiter).some((folder) => {
    try {
      accessSync(join(folder, program), constants.X_OK);
      return true;
    } catch {
      return false;
    }
  });
}

/** The first dotted number that the program says when it is asked for its version. */
export function versionOf(program: string, args: readonly string[]): string {
  const said = execFileSync(program, args, { encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] });
  return /\d+\.\d[\w.-]*/.exec(said)?.[0] ?? "of unknown version";
}
