import {
  closeSync,
  constants,
  fstatSync,
  linkSync,
  mkdirSync,
  openSync,
  readFileSync,
  rmSync,
  type Stats,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { codeOf } from "../model/system-error.ts";

/** The key, or what a user can do so that there is one; nothing of both where nobody can say. */
export type Key = { readonly key: Uint8Array } | { readonly fault?: string };

const size = 32;

export const keyName = "cache-key";

/**
 * The key of this installation.
 * @param secret goes before the file: what CI keeps apart from what it caches.
 * @param folder gets the key's file where it has none, and is made where it is missing.
 */
export function readKey(secret: string | undefined, folder: string): Key {
  if (secret !== undefined && secret !== "") {
    const key = Buffer.from(secret);
    if (key.length >= size) return { key };
    return { fault: `OUTGATE_KEY has fewer than ${size} bytes: \`openssl rand -hex 32\` makes a good one` };
  }
  try {
    return readKeyFile(join(folder, keyName));
  } catch (error) {
    if (!["ENOENT", "ENOTDIR"].includes(codeOf(error)))
      return { fault: `${keyName} in its folder cannot be read (${codeOf(error)})` };
  }
  try {
    return makeKeyFile(folder);
  } catch {
    return {};
  }
}

function readKeyFile(path: string): Key {
  // The flags only do something where there are links and pipes of this kind.
  const file = openSync(path, constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK);
  try {
    const stat = fstatSync(file);
    const why = faultOf(stat);
    if (why === undefined) return { key: readFileSync(file) };
    return { fault: `${keyName} in its folder ${why}: delete it, and the next check makes a new one` };
  } finally {
    closeSync(file);
  }
}

function faultOf(stat: Stats): string | undefined {
  if (!stat.isFile() || stat.size !== size) return "is no key";
  // Windows has neither.
  if (process.getuid === undefined) return undefined;
  if (stat.uid !== process.getuid()) return "belongs to another user";
  return (stat.mode & 0o077) === 0 ? undefined : "can be read by others";
}

/** The file appears whole or not at all, and of two processes that make it at once the first wins. */
function makeKeyFile(folder: string): Key {
  const { randomBytes } = process.getBuiltinModule("node:crypto");
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const unfinished = join(folder, `${keyName}.${process.pid}`);
  rmSync(unfinished, { force: true }); // of a process that was killed and had this number
  try {
    writeFileSync(unfinished, randomBytes(size), { mode: 0o600, flag: "wx" });
    linkSync(unfinished, join(folder, keyName));
  } catch (error) {
    if (codeOf(error) !== "EEXIST") throw error;
  } finally {
    rmSync(unfinished, { force: true });
  }
  return readKeyFile(join(folder, keyName));
}
