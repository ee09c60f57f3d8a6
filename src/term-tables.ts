import { kernelWords } from "./denylist/first-words.ts";
import { type FirstNames, firstNamesOf } from "./denylist/kinship.ts";
import { listLookup, storedLookup } from "./denylist/list.ts";
import type { Lookup } from "./denylist/lookup.ts";
import type { Term } from "./denylist/term.ts";
import { wordTable } from "./engine/words.ts";
import type { Kept } from "./model/kept.ts";
import type { WordTable } from "./model/trigger.ts";

/** What the terms of a plain or a sealed list are looked for with. */
export interface TermTables {
  readonly lookup: Lookup;
  /** The first words of its forms, for the kernel. */
  readonly words: Omit<WordTable, "folds">;
  readonly names: FirstNames;
}

/**
 * Makes the tables, or takes those that an earlier process left. For 100,000 names they are made in a second and read in a twentieth of one.
 * @param kept what was left of the same terms
 * @param unlisted hashes of the words of locks beside them
 */
export function termTables(
  terms: readonly Term[],
  kept: Kept | undefined,
  unlisted: Iterable<number> = [],
): TermTables {
  const known = kept?.read();
  if (known !== undefined) return unpacked(known);
  const lookup = listLookup(terms);
  const words = wordTable(kernelWords(lookup.firstWords), unlisted);
  const names = firstNamesOf(terms);
  if (kept !== undefined) {
    const { longest, hashes, kinds } = lookup.stored();
    const text = Buffer.from([...names].join("\n"));
    const { shift, beginningsShift, filter, beginnings } = words;
    const numbers = Uint8Array.of(longest, shift, beginningsShift);
    const wordHashes = Buffer.from(words.hashes.buffer, words.hashes.byteOffset, words.hashes.byteLength);
    kept.keep(packed([numbers, hashes, kinds, filter, beginnings, wordHashes, text]));
  }
  return { lookup, words, names };
}

/** Nobody else writes what is read here: it is believed. */
function unpacked(bytes: Buffer): TermTables {
  const [numbers = bytes, hashes = bytes, kinds = bytes, filter = bytes, ...others] = parts(bytes);
  const [beginnings = bytes, wordHashes = bytes, text = bytes] = others;
  const [longest = 0, shift = 0, beginningsShift = 0] = numbers;
  const names = text.toString();
  return {
    lookup: storedLookup({ longest, hashes, kinds }),
    words: { filter, shift, beginnings, beginningsShift, hashes: new Uint32Array(Uint8Array.from(wordHashes).buffer) },
    names: new Set(names === "" ? [] : names.split("\n")),
  };
}

/** Each part behind its length, four bytes. */
function packed(all: readonly Uint8Array[]): Buffer {
  return Buffer.concat(
    all.flatMap((part) => {
      const length = Buffer.alloc(4);
      length.writeUInt32LE(part.length);
      return [length, part];
    }),
  );
}

function parts(bytes: Buffer): Buffer[] {
  const all: Buffer[] = [];
  for (let at = 0; at < bytes.length;) {
    const start = at + 4;
    at = start + bytes.readUInt32LE(at);
    all.push(bytes.subarray(start, at));
  }
  return all;
}
