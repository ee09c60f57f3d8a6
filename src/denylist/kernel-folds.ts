import { inflateRawSync } from "node:zlib";
import { folds } from "./folds.generated.ts";

/** The kernel's `foldTable` of the normal form, made when outgate is built: to be loaded where a list is configured. */
export function readFolds(): Uint8Array {
  return inflateRawSync(Buffer.from(folds, "base64"));
}
