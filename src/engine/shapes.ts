import type { Sighting } from "../model/clues.ts";
import type { Range } from "../model/range.ts";
import type { Shape, Shaped } from "../model/trigger.ts";

/** In the order of their numbers in kernel/shapes.ts. */
const shapes: readonly Shape[] = ["card", "private-address", "colon-groups", "iban", "at", "token", "phone"];

/** A stretch of bytes that has a shape. */
export interface Stretch {
  readonly shape: Shape;
  readonly range: Range;
  /** What `least` speaks of: digits, letters and digits, or bytes; 511 if there are more. */
  readonly size: number;
}

/** A shape, and the number of who asked for it. */
export type WantedShape = Shaped & { readonly owner: number };

/** Stretches that the kernel finds in slice after slice of some bytes, for those who want them. */
export class Sightings {
  readonly #wanted: ReadonlyMap<Shape, readonly WantedShape[]>;
  #stretches: Stretch[] = [];

  constructor(wanted: readonly WantedShape[]) {
    this.#wanted = Map.groupBy(wanted, ({ shape }) => shape);
  }

  /** @param first and end are what the kernel has emitted @param slice where the slice begins in which it was */
  add(first: number, end: number, slice: number): void {
    const { shape, range, size } = stretchOf(first, end);
    this.#stretches.push({ shape, range: { start: slice + range.start, end: slice + range.end }, size });
  }

  /** What was found since it was last asked, for each who wants one so large. */
  take(): readonly Sighting[] {
    if (this.#stretches.length === 0) return none;
    const sightings: Sighting[] = [];
    for (const { shape, range, size } of joined(this.#stretches))
      for (const { owner, least = 1 } of this.#wanted.get(shape) ?? [])
        if (size >= least) sightings.push({ owner, start: range.start, end: range.end });
    this.#stretches = [];
    return sightings;
  }
}

const none: readonly Sighting[] = [];

/** What the kernel is told to look for: for each shape the least that somebody wants, 0 where nobody does. */
export function leasts(wanted: readonly Shaped[]): number[] {
  return shapes.map((shape) => {
    const of = wanted.filter((one) => one.shape === shape).map(({ least = 1 }) => least);
    return of.length === 0 ? 0 : Math.max(1, Math.min(...of));
  });
}

const letters = 26;

// Where in the table of beginnings stand those of words longer than three letters, and hashes of their first four: see kernel/memory.ts.
const longAt = 0x900;
const foursAt = 0x1200;
const tableLength = 0x1600;

/**
 * A bit for each three letters with which somebody wants words to begin, and for words of two; for those of them behind which a fourth letter has to
 * stand; and for each hash of four: see kernel/beside.ts.
 */
export function beginnings(wanted: readonly Shaped[]): Uint8Array {
  const table = new Uint8Array(tableLength);
  const set = (at: number, bit: number): void => {
    table[at + (bit >> 3)] = (table[at + (bit >> 3)] ?? 0) | (1 << (bit & 7));
  };
  const short = new Set<number>();
  const long = new Set<number>();
  for (const word of wanted.flatMap(({ beside = [] }) => beside)) {
    const [first = letters, second = letters, third = letters, fourth] = Buffer.from(word.toLowerCase(), "latin1").map(
      (byte) => byte - 97,
    );
    const bit = (first * letters + second) * (letters + 1) + third;
    set(0, bit);
    (fourth === undefined ? short : long).add(bit);
    if (fourth !== undefined) set(foursAt, Math.imul(bit * letters + fourth, 0x9e3779b1) >>> 19);
  }
  for (const bit of long) if (!short.has(bit)) set(longAt, bit);
  return table;
}

/** Reads what the kernel has emitted. */
export function stretchOf(first: number, end: number): Stretch {
  const shape = shapes[(first >>> 20) & 7];
  if (shape === undefined) throw new Error("the kernel knows a shape more");
  return { shape, range: { start: first & 0xfffff, end }, size: first >>> 23 };
}

/** Makes one of the pieces into which borders of slices cut a stretch; they overlap or touch. */
export function joined(pieces: readonly Stretch[]): Stretch[] {
  const last = new Map<Shape, number>();
  const all: Stretch[] = [];
  for (const piece of pieces) {
    const index = last.get(piece.shape) ?? -1;
    const before = all[index];
    if (before === undefined || before.range.end < piece.range.start || before.shape === "at") {
      last.set(piece.shape, all.push(piece) - 1);
      continue;
    }
    const start = Math.min(before.range.start, piece.range.start);
    const end = Math.max(before.range.end, piece.range.end);
    all[index] = { shape: piece.shape, range: { start, end }, size: Math.max(before.size, piece.size) };
  }
  return all;
}
