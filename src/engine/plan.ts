import { marker } from "../model/marker.ts";
import { literalsOf, type Reach, type Triggered } from "../model/trigger.ts";
import { markerOwner } from "./prefilter.ts";
import { type Table, tableOf } from "./table.ts";

/** Everything that the engine knows of detectors before it runs one. A detector goes by its number in the list. */
export interface Plan {
  readonly table: Table;
  /** The detectors that look at every segment. */
  readonly always: readonly number[];
  /** How far each one's windows reach, in bytes: before and after, one detector behind the other. */
  readonly reaches: Uint16Array;
}

const usualReach: Reach = { before: 256, after: 256 };

export function planOf(detectors: readonly Omit<Triggered, "detect">[]): Plan {
  const numbered = detectors.map((detector, owner) => ({ ...detector, owner }));
  return {
    table: tableOf([
      { text: marker, owner: markerOwner },
      ...numbered.flatMap(({ owner, trigger, namesOnly = false }) =>
        literalsOf(trigger).flatMap(({ literals, ...group }) =>
          literals.map((text) => ({ ...group, text, owner, namesOnly })),
        ),
      ),
    ]),
    always: numbered.filter(({ trigger }) => trigger === "every segment").map(({ owner }) => owner),
    reaches: Uint16Array.from(detectors.flatMap(({ reach = usualReach }) => [reach.before, reach.after])),
  };
}

/** A plan as text, for a build that makes it beforehand. */
export function packPlan({ table: { count, longest, bytes }, always, reaches }: Plan): string {
  const packed: PackedPlan = [count, longest, base64Of(bytes), always, base64Of(new Uint8Array(reaches.buffer))];
  return JSON.stringify(packed);
}

export function unpackPlan([count, longest, bytes, always, reaches]: PackedPlan): Plan {
  const { buffer, byteOffset, length } = Buffer.from(reaches, "base64");
  return {
    table: { count, longest, bytes: Buffer.from(bytes, "base64") },
    always,
    reaches: new Uint16Array(buffer.slice(byteOffset, byteOffset + length)),
  };
}

type PackedPlan = readonly [count: number, longest: number, bytes: string, always: readonly number[], reaches: string];

function base64Of({ buffer, byteOffset, byteLength }: Uint8Array): string {
  return Buffer.from(buffer, byteOffset, byteLength).toString("base64");
}
