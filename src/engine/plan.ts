import { marker } from "../model/marker.ts";
import type { Range } from "../model/range.ts";
import { literalsOf, type Reach, shapesOf, type Triggered, type WordTable } from "../model/trigger.ts";
import { gzipLiterals, markerOwner } from "./prefilter.ts";
import type { WantedShape } from "./shapes.ts";
import { joinedTable, type Literal, type Table, tableOf } from "./table.ts";

/** Everything that the engine knows of detectors before it runs one. A detector goes by its number in the list. */
export interface Plan {
  readonly table: Table;
  /** The detectors that look at every segment. */
  readonly always: readonly number[];
  /** How far each one's windows reach, in bytes: before and after, one detector behind the other. */
  readonly reaches: Uint16Array;
  /** The detectors that look at a segment in which a word may begin. */
  readonly ofWords: readonly number[];
  /** The detectors that know what they find by the lines and quotation marks around it. */
  readonly framed: readonly number[];
  readonly shapes: readonly WantedShape[];
  /** For all detectors that look for words. */
  readonly words?: WordTable;
  /** Detectors of these numbers, the end exclusive, go before the others, where what they find overlaps. */
  readonly goingFirst?: Range;
}

const usualReach: Reach = { before: 256, after: 256 };

/** What is known of a detector before it runs. */
type Known = Omit<Triggered, "detect">;

export function planOf(detectors: readonly Known[]): Plan {
  const table = tableOf([{ text: marker, owner: markerOwner }, ...gzipLiterals, ...literalsIn(detectors)]);
  return extendedPlan(
    { table, always: [], reaches: new Uint16Array(), ofWords: [], framed: [], shapes: [] },
    0,
    detectors,
  );
}

/**
 * A plan with more detectors behind its own.
 * @param count how many it has
 * @param own go before its own where what they find overlaps
 * @throws {Error} where two look for different words
 */
export function joinedPlan(plan: Plan, count: number, own: readonly Known[]): Plan {
  const table = joinedTable(plan.table, literalsIn(own), count);
  return { ...extendedPlan({ ...plan, table }, count, own), goingFirst: { start: count, end: count + own.length } };
}

function extendedPlan(plan: Plan, count: number, detectors: readonly Known[]): Plan {
  const numbered = detectors.map((detector, index) => ({ ...detector, owner: count + index }));
  const reaches = detectors.flatMap(({ reach = usualReach }) => [reach.before, reach.after]);
  const shapes = numbered.flatMap(({ trigger, owner }) => shapesOf(trigger).map((shaped) => ({ ...shaped, owner })));
  const lists = new Set(
    detectors.flatMap(({ trigger }) => (typeof trigger === "object" && "words" in trigger ? trigger.words : [])),
  );
  const [words, other] = [...(plan.words === undefined ? [] : [plan.words]), ...lists];
  if (other !== undefined) throw new Error("two detectors look for different words");
  return {
    table: plan.table,
    always: [...plan.always, ...ownersOf(numbered, ({ trigger }) => trigger === "every segment")],
    reaches: Uint16Array.from([...plan.reaches, ...reaches]),
    ofWords: [
      ...plan.ofWords,
      ...ownersOf(numbered, ({ trigger }) => typeof trigger === "object" && "words" in trigger),
    ],
    framed: [...plan.framed, ...ownersOf(numbered, ({ isFramed = false }) => isFramed)],
    shapes: [...plan.shapes, ...shapes],
    ...(words !== undefined && { words }),
  };
}

function ownersOf(
  numbered: readonly (Known & { readonly owner: number })[],
  isMeant: (known: Known) => boolean,
): number[] {
  return numbered.filter(isMeant).map(({ owner }) => owner);
}

function literalsIn(detectors: readonly Known[]): Literal[] {
  return detectors.flatMap(({ trigger, namesOnly = false }, owner) =>
    literalsOf(trigger).flatMap(({ literals, ...group }) =>
      literals.map((text) => ({ ...group, text, owner, namesOnly })),
    ),
  );
}

/** A plan as text, for a build that makes it beforehand, of detectors that look for literals and shapes. */
export function packPlan({ table: { count, longest, bytes }, always, reaches, ofWords, framed, shapes }: Plan): string {
  if (ofWords.length > 0) throw new Error("a plan as text has no words");
  const packed: PackedPlan = [
    count,
    longest,
    base64Of(bytes),
    always,
    base64Of(new Uint8Array(reaches.buffer)),
    framed,
    shapes,
  ];
  return JSON.stringify(packed);
}

export function unpackPlan([count, longest, bytes, always, reaches, framed, shapes]: PackedPlan): Plan {
  const { buffer, byteOffset, length } = Buffer.from(reaches, "base64");
  return {
    table: { count, longest, bytes: Buffer.from(bytes, "base64") },
    always,
    reaches: new Uint16Array(buffer.slice(byteOffset, byteOffset + length)),
    ofWords: [],
    framed,
    shapes,
  };
}

type PackedPlan = readonly [
  count: number,
  longest: number,
  bytes: string,
  always: readonly number[],
  reaches: string,
  framed: readonly number[],
  shapes: readonly WantedShape[],
];

function base64Of({ buffer, byteOffset, byteLength }: Uint8Array): string {
  return Buffer.from(buffer, byteOffset, byteLength).toString("base64");
}
