import type { Reach, Shape, Triggered } from "../model/trigger.ts";
import { type LiteralTable, literalTable } from "./literals.ts";

/** Everything that the engine knows of detectors before it runs one. A detector goes by its number in the list. */
export interface Plan {
  /** Of the detectors that look at names and contents. */
  readonly everything: Triggers;
  /** Of those that look at names alone. */
  readonly names: Triggers;
  readonly reaches: readonly Reach[];
  /** What must stand behind a detector's literal as well; null where nothing must. */
  readonly ands: readonly (string | null)[];
}

export interface Triggers {
  readonly table: LiteralTable;
  readonly shaped: readonly { readonly owner: number; readonly shape: Shape; readonly least: number }[];
  readonly always: readonly number[];
}

type Planned = Omit<Triggered, "detect"> & { readonly owner: number };

const usualReach: Reach = { before: 256, after: 256 };

export function planOf(detectors: readonly Omit<Triggered, "detect">[]): Plan {
  const numbered = detectors.map((detector, owner) => ({ ...detector, owner }));
  return {
    everything: triggersOf(numbered.filter(({ namesOnly }) => !namesOnly)),
    names: triggersOf(numbered.filter(({ namesOnly }) => namesOnly)),
    reaches: detectors.map(({ reach }) => reach ?? usualReach),
    ands: detectors.map(({ trigger }) => (typeof trigger === "object" && "literals" in trigger && trigger.and) || null),
  };
}

function triggersOf(planned: readonly Planned[]): Triggers {
  const literals = planned.flatMap(({ owner, trigger }) =>
    typeof trigger === "object" && "literals" in trigger
      ? trigger.literals.map((text) => ({ text, anyCase: trigger.anyCase ?? false, owner }))
      : [],
  );
  return {
    table: literalTable(literals),
    shaped: planned.flatMap(({ owner, trigger }) =>
      typeof trigger === "object" && "shape" in trigger ? [{ owner, ...trigger }] : [],
    ),
    always: planned.flatMap(({ owner, trigger }) => (trigger === "every segment" ? [owner] : [])),
  };
}

/** A plan as text, for a build that makes it beforehand. */
export function packPlan({ everything, names, ...rest }: Plan): string {
  return JSON.stringify({ ...rest, everything: pack(everything), names: pack(names) });
}

type PackedPlan = Omit<Plan, "everything" | "names"> & { readonly everything: Packed; readonly names: Packed };

type Packed = Omit<Triggers, "table"> & { readonly table: Readonly<Record<keyof LiteralTable, string>> };

function pack({ table, ...rest }: Triggers): Packed {
  const { bytes, starts, owners, anyCase, pairs, literals } = table;
  return {
    ...rest,
    table: {
      bytes: packed(bytes),
      starts: packed(starts),
      owners: packed(owners),
      anyCase: packed(anyCase),
      pairs: packed(pairs),
      literals: packed(literals),
    },
  };
}

function packed({ buffer, byteOffset, byteLength }: Uint8Array | Uint16Array): string {
  return Buffer.from(buffer, byteOffset, byteLength).toString("base64");
}

export function unpackPlan(text: string): Plan {
  const { everything, names, ...rest }: PackedPlan = JSON.parse(text);
  return { ...rest, everything: unpack(everything), names: unpack(names) };
}

function unpack({ table, ...rest }: Packed): Triggers {
  return {
    ...rest,
    table: {
      bytes: Buffer.from(table.bytes, "base64"),
      starts: numbers(table.starts),
      owners: numbers(table.owners),
      anyCase: Buffer.from(table.anyCase, "base64"),
      pairs: numbers(table.pairs),
      literals: numbers(table.literals),
    },
  };
}

function numbers(text: string): Uint16Array {
  const { buffer, byteOffset, byteLength } = Buffer.from(text, "base64");
  return new Uint16Array(buffer.slice(byteOffset, byteOffset + byteLength));
}
