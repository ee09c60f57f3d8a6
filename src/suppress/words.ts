import { displayName, type Hidden } from "../findings/name.ts";
import { resolve } from "../findings/resolve.ts";
import type { Gate } from "../gate.ts";
import { classOf } from "../model/class.ts";
import { search } from "../search/search.ts";

/** Words of a file, such as the reason of a suppression, which are only shown once all that was found is known. */
export interface Words {
  readonly bytes: Buffer;
  /** Where the part to show ends. */
  readonly end: number;
  readonly hidden: readonly Hidden[];
}

/** How much of a file's words is shown, in characters. */
const longest = 200;

export function wordsOf(text: string): Words {
  const bytes = Buffer.from(text);
  return { bytes, end: bytes.length, hidden: [] };
}

/**
 * Shows words of a file: what the gate finds in them and what it found anywhere is masked, control characters are escaped, and what is
 * longer than 200 characters is cut, in this order.
 * @param words all that will be shown
 * @param found what was found anywhere, as Latin-1
 */
export function shower(
  gate: Gate,
  words: readonly Words[],
  found: ReadonlyMap<string, Hidden["class"]>,
): (words: Words) => Promise<string> {
  const pieces = piecesIn(words, found);
  const shown = new Map<string, string>();
  return async ({ bytes, end, hidden }) => {
    const key = JSON.stringify([bytes.toString("latin1"), end, hidden]);
    const before = shown.get(key);
    if (before !== undefined) return before;
    const { candidates, failures } = await search(
      { kind: "document", name: Buffer.alloc(0), nameLeaves: false, bytes },
      gate,
    );
    const own = resolve(candidates).map(({ range, detector }) => ({ range, class: classOf(detector.id) }));
    const all = [...hidden, ...own, ...occurrences(bytes, pieces)].filter(({ range }) => range.start < end);
    const clipped = all.map((one) => ({
      ...one,
      range: { start: one.range.start, end: Math.min(one.range.end, end) },
    }));
    const text = failures.length > 0 ? "[not searched]" : displayName(bytes.subarray(0, end), clipped).trim();
    const characters = [...text];
    const short = characters.length > longest ? `${characters.slice(0, longest - 1).join("")}…` : text;
    shown.set(key, short);
    return short;
  };
}

/** Where pieces of what was found stand. */
function* occurrences(bytes: Buffer, pieces: Pieces): Generator<Hidden> {
  const { text, offsets } = plain(bytes);
  for (const length of new Set([...pieces.keys()].map((piece) => piece.length))) {
    for (let at = 0; at + length <= text.length; at++) {
      const of = pieces.get(text.slice(at, at + length));
      const range = { start: offsets[at] ?? 0, end: (offsets[at + length - 1] ?? 0) + 1 };
      if (of !== undefined) yield { range, class: of };
    }
  }
}

/** Pieces of what was found, those of them that stand in words to show. */
type Pieces = ReadonlyMap<string, Hidden["class"]>;

function piecesIn(words: readonly Words[], found: ReadonlyMap<string, Hidden["class"]>): Pieces {
  const shown = new Set(words.map(({ bytes }) => plain(bytes).text));
  const there = new Set([...shown].flatMap((text) => [...piecesOf(text)]));
  const pieces = new Map<string, Hidden["class"]>();
  for (const [text, of] of there.size === 0 ? [] : found) {
    for (const piece of piecesOf(plain(Buffer.from(text, "latin1")).text))
      if (piece.length < telling || there.has(piece)) pieces.set(piece, of);
  }
  return pieces;
}

/** So much of what was found tells something of it, in characters. */
const telling = 12;

/** All runs of twelve characters, or the whole of a shorter text. */
function* piecesOf(text: string): Generator<string> {
  if (text.length > 0 && text.length <= telling) yield text;
  else for (let at = 0; at + telling <= text.length; at++) yield text.slice(at, at + telling);
}

/** In small letters and without spaces and line breaks, as somebody may have copied it; as Latin-1. */
function plain(bytes: Buffer): { readonly text: string; readonly offsets: readonly number[] } {
  const characters = [...bytes.toString("latin1").toLowerCase()].map((character, offset) => ({ character, offset }));
  const kept = characters.filter(({ character }) => !/\s/.test(character));
  return { text: kept.map(({ character }) => character).join(""), offsets: kept.map(({ offset }) => offset) };
}
