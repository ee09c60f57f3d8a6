import { realpathSync, type Stats, statSync } from "node:fs";
import { dirname, resolve } from "node:path";
import { GateError } from "../model/error.ts";
import { codeOf } from "../model/system-error.ts";

/** Who runs the gate, as the system knows them. */
interface User {
  readonly uid: number;
  readonly groups: readonly number[];
}

/** What the system says of a file or a folder. */
type Owned = Pick<Stats, "uid" | "gid" | "mode">;

/**
 * See that a policy cannot be changed by whoever runs the gate: neither its file, nor any folder on the way to it, in which another could
 * be put in its place.
 * @throws {GateError} if it can be changed, or if that cannot be told.
 */
export function assertFixed(path: string): void {
  const user = currentUser();
  if (user === undefined)
    throw new GateError("this system does not say who may write a file", "Use --config in place of --policy.");
  for (const { at, stats } of [...wayTo(followed(path)), ...wayTo(resolve(path))])
    if (canChange(stats, user))
      throw new GateError(
        `the policy ${path} can be changed by whoever runs the gate: ${at} is theirs to write`,
        "Let root own the file and its folders, writable by nobody else, and run the gate as another user.",
      );
}

/** An owner can always give themselves the right to write, and root needs none. */
export function canChange({ uid, gid, mode }: Owned, user: User): boolean {
  if (user.uid === 0 || uid === user.uid) return true;
  const writers = user.groups.includes(gid) ? 0o022 : 0o002;
  return (mode & writers) !== 0 && (mode & stickyFolder) !== stickyFolder;
}

/** In such a folder, as in /tmp, everybody may make files, and only owners may take them away. */
const stickyFolder = 0o041000;

function* wayTo(path: string): Generator<{ readonly at: string; readonly stats: Owned }> {
  for (let at = path; ; at = dirname(at)) {
    yield { at, stats: statsOf(at) };
    if (at === dirname(at)) return;
  }
}

function statsOf(path: string): Owned {
  try {
    return statSync(path);
  } catch (error) {
    throw new GateError(`the policy ${path} cannot be read: ${codeOf(error)}`, "Name a file that is there.");
  }
}

function followed(path: string): string {
  try {
    return realpathSync(path);
  } catch (error) {
    throw new GateError(`the policy ${path} cannot be read: ${codeOf(error)}`, "Name a file that is there.");
  }
}

function currentUser(): User | undefined {
  const uid = process.geteuid?.();
  return uid === undefined ? undefined : { uid, groups: [process.getegid?.() ?? -1, ...(process.getgroups?.() ?? [])] };
}
