import { createHash, createHmac } from "node:crypto";
import type { StoreKind } from "./store.ts";

/** A store, and its bytes as they are kept. */
export interface Stored {
  readonly kind: StoreKind;
  readonly bytes: Buffer;
}

/**
 * What tells lists apart in a report that anybody may read: the same on all machines that have the same lists.
 *
 * - A lock and a sealed list are random to whoever has neither key nor identity, and mostly committed: a hash of their bytes says which file
 *   it is, and nothing of what is in it.
 * - A plain list may be one name, which a hash would let anybody test. Of those only 16 bits of an HMAC under the key of locks are told,
 *   so that others learn nothing, and who has that key cannot tell a guess of the whole list from 65,536 others. Where there is no key
 *   nothing is told of them, and lists of as many terms look alike.
 *
 * @param key of locks, asked for where there is a plain list
 */
export function markOf(stores: readonly Stored[], key: () => Buffer | undefined): string {
  const parts = stores.map(({ kind, bytes }) => {
    // Git on Windows may have made CRLF of the breaks.
    const text = Buffer.from(bytes.toString("latin1").replaceAll("\r\n", "\n"), "latin1");
    if (kind !== "plain") return createHash("sha256").update(text).digest("hex");
    const known = key();
    if (known === undefined) return "";
    return createHmac("sha256", known).update("outgate list 1 ").update(text).digest("hex").slice(0, 4);
  });
  return createHash("sha256").update(JSON.stringify(parts)).digest("hex");
}
