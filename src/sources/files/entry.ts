import { lstatSync, type Stats } from "node:fs";
import type { Unread } from "../../model/document.ts";
import type { Share } from "../../model/shard.ts";

/** Something that has a name, as bytes in Latin-1. What kind it is was learned with the name, or is to be asked. */
export interface Entry {
  readonly name: string;
  readonly kind: Kind | undefined;
}

/** A target is the file that a link leads to, under the link's name. */
export type Kind = "file" | "link" | "target" | "folder" | "special" | "nothing";

/** Where the system does not say, reading the file will tell. */
export function kindOf(path: Buffer): Kind | undefined {
  try {
    const status = lstatSync(path, { throwIfNoEntry: false });
    return status === undefined ? "nothing" : kindOfStatus(status);
  } catch {
    return undefined;
  }
}

export function kindOfStatus(status: Pick<Stats, "isFile" | "isSymbolicLink" | "isDirectory">): Kind {
  if (status.isFile()) return "file";
  if (status.isSymbolicLink()) return "link";
  return status.isDirectory() ? "folder" : "special";
}

/** Undefined where nothing has this name, and where nothing can have it, because it is too long. */
export function statusOf(path: string): Stats | undefined {
  try {
    return lstatSync(path, { throwIfNoEntry: false });
  } catch {
    return undefined;
  }
}

/** A path that a user wrote, as the bytes that the system knows. */
export function bytesOf(path: string): string {
  return Buffer.from(path).toString("latin1");
}

export function unread(kind: Unread["kind"], name: Buffer, reason: string, share?: Share): Unread {
  return { kind, name, nameLeaves: true, reason, ...share };
}

export const special = "a pipe, a socket or a device";
