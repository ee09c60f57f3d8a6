import { GateError } from "../model/error.ts";
import { isLock } from "./lock-file.ts";
import { isSealed } from "./sealed.ts";

/** How a list is kept: as text, encrypted by age, or as tags that only answer questions. */
export type StoreKind = "plain" | "sealed" | "locked";

/**
 * What a store is, told by what is in it.
 * @param name of its file: one that ends with .lock or .age and holds something else is damaged, and no plain list.
 * @throws {GateError} if it is empty, or not what its name says.
 */
export function storeKind(bytes: Buffer, name: string): StoreKind {
  if (bytes.length === 0)
    throw new GateError(`the deny list ${name} is empty`, "Restore it, or put terms into it: `outgate deny add`.");
  const kind = kindOf(bytes);
  const expected = name.endsWith(".lock") ? "locked" : name.endsWith(".age") ? "sealed" : kind;
  if (kind === expected) return kind;
  throw new GateError(
    `${name} is ${expected === "locked" ? "no lock" : "no list sealed by age"}: it does not begin as one`,
    "It is damaged, or has the wrong name: restore it from git, or make it anew with `outgate deny`.",
  );
}

function kindOf(bytes: Buffer): StoreKind {
  if (isSealed(bytes)) return "sealed";
  return isLock(bytes.toString("latin1", 0, 64)) ? "locked" : "plain";
}
