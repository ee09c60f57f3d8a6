import { type Cache, openCache } from "../cache/cache.ts";
import { readAs } from "../extractors/formats.ts";
import type { Gate } from "../gate.ts";
import type { Note } from "../model/document.ts";
import type { OpenKnown, ReadAs } from "../model/known.ts";
import { stateFolder } from "../cache/state-folder.ts";

/** The cache of one check, opened when a source knows how much it has to read. */
export interface Remembering {
  readonly open: OpenKnown;
  /** After all was read: why there was no cache, where a user can do something about it. */
  readonly notes: () => readonly Note[];
  /** After the check. */
  readonly keep: () => void;
}

/** Fewer blobs are read sooner than node:crypto is loaded and the file is read: measured. */
const least = 200;

export const readAsNamed: ReadAs = (path) => readAs(Buffer.from(path, "latin1"));

/** @param wanted whether the command has a cache, and the user did not switch it off. */
export function remembering(gate: Gate, wanted: boolean): Remembering {
  let cache: Cache | undefined;
  let fault: string | undefined;
  return {
    open: (blobs) => {
      if (!wanted || gate.digest === undefined || blobs.size < least) return undefined;
      const folder = stateFolder(process.cwd());
      const options = { folder, secret: process.env["OUTGATE_KEY"], digest: gate.digest, readAs: readAsNamed };
      const opened = openCache(options, blobs);
      if ("keep" in opened) cache = opened;
      else ({ fault } = opened);
      return cache;
    },
    notes: () => (fault === undefined ? [] : [{ kind: "note", text: noteOf(fault) }]),
    keep: () => cache?.keep(),
  };
}

function noteOf(fault: string): string {
  return `All contents were read, also those that earlier checks know, because the cache has no key: ${fault}.`;
}
