import {
  closeSync,
  constants,
  fstatSync,
  futimesSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import type { Kept } from "../model/kept.ts";
import { keptName } from "./cache.ts";
import { readKey } from "./key.ts";

export interface KeptOptions {
  /** Of this user; made where it is missing. */
  readonly folder: string;
  /** In place of the key that lies in the folder. */
  readonly secret: string | undefined;
  /** All that the bytes were made of, or a hash of it: other bytes have another one. It is a part of the key. */
  readonly basis: string;
}

/** The version of the file. */
const format = 1;

/** Longer ones are not kept, and more files than this are not either: those that were used longest ago go. */
const mostBytes = 2 ** 26;
const mostFiles = 4;

const cipher = "aes-256-gcm";
const ivSize = 12;
const tagSize = 16;

/**
 * Opens a file for what was made of something private, such as a deny list. It holds an IV, the bytes encrypted by AES-256-GCM, and its tag.
 *
 * - Both its name and the key of its contents are HMACs of the basis under the key of this installation. So who has the file alone, as
 *   in a backup, learns how long it is. Who has that key as well cannot read it without the basis, which of a list is a hash of all its
 *   bytes; he could tell whether a whole list that he guesses is the one.
 * - What is damaged, cut off or forged fails the tag and is nothing; then it is made anew. Nobody makes one that is believed without both.
 * - A file appears whole: it is written under another name and renamed. Of two processes that do so at once either may win, because both
 *   wrote the same.
 *
 * @returns undefined where there is no key, and none can be made.
 */
export function openKept({ folder, secret, basis }: KeptOptions): Kept | undefined {
  const found = readKey(secret, folder);
  if (!("key" in found)) return undefined;
  const { createCipheriv, createDecipheriv, createHmac, randomBytes } = process.getBuiltinModule("node:crypto");
  const derived = (purpose: string): Buffer =>
    createHmac("sha256", found.key)
      .update(JSON.stringify([purpose, format, basis]))
      .digest();
  const path = join(folder, `list-${derived("name of what is kept").toString("hex", 0, 16)}`);
  const key = derived("contents of what is kept");
  return {
    read: () => {
      const file = readFile(path);
      if (file === undefined || file.length < ivSize + tagSize) return undefined;
      const decipher = createDecipheriv(cipher, key, file.subarray(0, ivSize), { authTagLength: tagSize });
      decipher.setAuthTag(file.subarray(-tagSize));
      try {
        const bytes = decipher.update(file.subarray(ivSize, -tagSize));
        decipher.final(); // throws where the tag is another one
        return bytes;
      } catch {
        return undefined;
      }
    },
    keep: (bytes) => {
      if (bytes.length > mostBytes - ivSize - tagSize) return;
      const iv = randomBytes(ivSize);
      const encipher = createCipheriv(cipher, key, iv, { authTagLength: tagSize });
      const contents = Buffer.concat([iv, encipher.update(bytes), encipher.final(), encipher.getAuthTag()]);
      try {
        mkdirSync(folder, { recursive: true, mode: 0o700 }); // with a key from elsewhere it may be missing
        replaceFile(path, contents);
        forgetOldest(folder);
      } catch {
        // A full disk, a folder that cannot be written: the next process makes them again.
      }
    },
  };
}

/** Nobody is waited for, and no link is followed. Being read makes a file young. */
function readFile(path: string): Buffer | undefined {
  let file: number | undefined;
  try {
    file = openSync(path, constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK);
    const stat = fstatSync(file);
    if (!stat.isFile() || stat.size > mostBytes) return undefined;
    const bytes = readFileSync(file);
    const now = new Date();
    futimesSync(file, now, now);
    return bytes;
  } catch {
    return undefined;
  } finally {
    if (file !== undefined) closeSync(file);
  }
}

function replaceFile(path: string, contents: Buffer): void {
  const unfinished = `${path}.${process.pid}`;
  rmSync(unfinished, { force: true }); // of a process that was killed and had this number
  try {
    writeFileSync(unfinished, contents, { mode: 0o600, flag: "wx" });
    renameSync(unfinished, path);
  } finally {
    rmSync(unfinished, { force: true });
  }
}

/** Also what killed processes left unfinished, when its turn comes. */
function forgetOldest(folder: string): void {
  const paths = readdirSync(folder)
    .filter((name) => keptName.test(name.replace(/\.\d+$/, "")))
    .map((name) => join(folder, name));
  const aged = paths.flatMap((path) => {
    const stat = statSync(path, { throwIfNoEntry: false });
    return stat === undefined ? [] : [{ path, time: stat.mtimeMs }];
  });
  for (const { path } of aged.toSorted((a, b) => b.time - a.time).slice(mostFiles)) rmSync(path, { force: true });
}
