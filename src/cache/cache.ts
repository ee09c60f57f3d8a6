import { mkdirSync } from "node:fs";
import { join } from "node:path";
import type { Known, ReadAs } from "../model/known.ts";
import { keyName, readKey } from "./key.ts";
import { addRecords, findRecords, recordSize } from "./records.ts";

export interface CacheOptions {
  /** Of this user; made where it is missing. */
  readonly folder: string;
  /** In place of the key that lies in the folder. */
  readonly secret: string | undefined;
  /** Changes with whatever decides what is found in contents. */
  readonly digest: string;
  readonly readAs: ReadAs;
}

/** What is known, and where it is kept. */
export interface Cache extends Known {
  /** Writes what was added. Where that cannot be done nothing but time is lost. */
  readonly keep: () => void;
}

const cacheName = "known";

/** The names of the files of kept.ts. */
export const keptName: RegExp = /^list-[0-9a-f]{32}$/;

/** What the cache leaves in its folder, also where a process was killed while it wrote. */
export function isCacheFile(name: string): boolean {
  const finished = name.replace(/\.\d+$/, "");
  return finished === keyName || finished === cacheName || keptName.test(finished);
}

/** The version of what a record is made of. */
const format = 2;

/**
 * Opens what earlier checks know. A record says that nothing was found in a blob, and is a MAC over all that this rests on: nobody
 * makes one without the key, and nobody learns from it which blob it speaks of. Of a blob in which something was found nothing is
 * kept: its text is needed again for masks, fingerprints and suppressions.
 * @param blobs that will be asked for, each with a path.
 */
export function openCache(
  { folder, secret, digest, readAs }: CacheOptions,
  blobs: ReadonlyMap<string, string>,
): Cache | { readonly fault?: string } {
  const found = readKey(secret, folder);
  if (!("key" in found)) return found;
  const { createHash, createHmac, createSecretKey } = process.getBuiltinModule("node:crypto");
  // Each set of rules has a key of its own. So has each version of Node: patterns run on its engine.
  const basis = JSON.stringify(["known contents", format, process.version, digest]);
  const key = createSecretKey(createHmac("sha256", found.key).update(basis).digest());
  const recordOf = (contents: string): Buffer =>
    createHmac("sha256", key).update(contents).digest().subarray(0, recordSize);

  const contentsOf = (blob: string, at: string): string => `${blob} ${readAs(at)}`;
  const path = join(folder, cacheName);
  /** Where the record of each stands. */
  const places = new Map<string, number>();
  const records = new Uint8Array(recordSize * blobs.size);
  for (const [blob, at] of blobs) {
    const contents = contentsOf(blob, at);
    records.set(recordOf(contents), recordSize * places.size);
    places.set(contents, places.size);
  }
  const isFound = findRecords(path, records);
  const added: Uint8Array[] = [];

  /** Git reads an object without asking whether its name is that of its contents. */
  const isNameOf = (blob: string, bytes: Buffer): boolean =>
    createHash(blob.length === 40 ? "sha1" : "sha256")
      .update(`blob ${bytes.length}\0`)
      .update(bytes)
      .digest("hex") === blob;

  return {
    has: (blob, at) => isFound[places.get(contentsOf(blob, at)) ?? -1] === 1,
    add: (blob, at, bytes) => {
      if (!isNameOf(blob, bytes)) return;
      const contents = contentsOf(blob, at);
      const start = recordSize * (places.get(contents) ?? -1);
      added.push(start < 0 ? recordOf(contents) : records.subarray(start, start + recordSize));
    },
    keep: () => {
      if (added.length === 0) return;
      try {
        mkdirSync(folder, { recursive: true, mode: 0o700 }); // with a key from elsewhere it may be missing
        addRecords(path, Buffer.concat(added));
      } catch {
        // A full disk, a folder that cannot be written: the next check reads everything again.
      }
    },
  };
}
