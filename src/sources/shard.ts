import type { Shard, Split } from "../model/shard.ts";

/** Shares the documents of a source out, and keeps count of all of them. */
export interface Splitter {
  readonly split: Split;
  readonly listed: () => Listed;
}

/** What a shard saw of the whole: shards that differ in it did not share out the same documents. */
interface Listed {
  readonly documents: number;
  /** 16 bits of a hash of all keys in their order, in hexadecimal digits: enough to notice a difference, too little to test a guess. */
  readonly check: string;
}

export function openSplitter({ index, count }: Shard): Splitter {
  let documents = 0;
  let hash = 0;
  return {
    split: (key) => {
      const own = hashOf(key);
      documents++;
      hash = mixed(Math.imul(hash, 31) + own);
      return shardOfHash(own, count) === index ? { order: documents } : undefined;
    },
    listed: () => ({ documents, check: (hash >>> 16).toString(16).padStart(4, "0") }),
  };
}

/**
 * The shard that a key falls to, from 1 to `count`. It is a part of the format of reports: shards are only parts of one whole
 * where all of them agree on it.
 */
export function shardOf(key: Buffer, count: number): number {
  return shardOfHash(hashOf(key), count);
}

function shardOfHash(hash: number, count: number): number {
  return (hash % count) + 1;
}

/** FNV-1a of 32 bits, mixed so that every bit counts in a remainder: http://www.isthe.com/chongo/tech/comp/fnv/ */
function hashOf(key: Buffer): number {
  let hash = 0x811c9dc5;
  for (const byte of key) hash = Math.imul(hash ^ byte, 0x01000193);
  return mixed(hash);
}

/** The last step of MurmurHash3. */
function mixed(value: number): number {
  let hash = value;
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}
