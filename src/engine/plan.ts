import type { Reach, Shape, Triggered } from "../model/trigger.ts";
import { type LiteralTable, literalTable } from "./literals.ts";

/** Everything that the engine knows of detectors before it runs one. A detector goes by its number in the list. */
export interface Plan {
  readonly table: LiteralTable;
  readonly shaped: readonly { readonly owner: number; readonly shape: Shape; readonly least: number }[];
  readonly everywhere: readonly number[];
  readonly reaches: readonly Reach[];
  /** Null: all surfaces. */
  readonly surfaces: readonly (readonly string[] | null)[];
}

const usualReach: Reach = { before: 256, after: 256 };

export function planOf(detectors: readonly Omit<Triggered, "detect">[]): Plan {
  const numbered = detectors.map(({ trigger }, owner) => ({ owner, trigger }));
  return {
    table: literalTable(
      numbered.flatMap(({ owner, trigger }) =>
        typeof trigger === "object" && "literals" in trigger
          ? trigger.literals.map((text) => ({ text, anyCase: trigger.anyCase ?? false, owner }))
          : [],
      ),
    ),
    shaped: numbered.flatMap(({ owner, trigger }) =>
      typeof trigger === "object" && "shape" in trigger ? [{ owner, ...trigger }] : [],
    ),
    everywhere: numbered.flatMap(({ owner, trigger }) => (trigger === "every segment" ? [owner] : [])),
    reaches: detectors.map(({ reach }) => reach ?? usualReach),
    surfaces: detectors.map(({ surfaces }) => surfaces ?? null),
  };
}

/** A plan as text, for a build that makes it beforehand. */
export function packPlan({ table, ...rest }: Plan): string {
  const packed = Object.entries(table).map(([name, { buffer, byteOffset, byteLength }]: [string, Uint8Array]) => [
    name,
    Buffer.from(buffer, byteOffset, byteLength).toString("base64"),
  ]);
  return JSON.stringify({ ...rest, table: Object.fromEntries(packed) });
}

export function unpackPlan(text: string): Plan {
  const { table, ...rest } = JSON.parse(text) as Plan & { readonly table: Record<keyof LiteralTable, string> }; // what packPlan wrote
  const numbers = (packed: string): Uint16Array => {
    const { buffer, byteOffset, byteLength } = Buffer.from(packed, "base64");
    return new Uint16Array(buffer.slice(byteOffset, byteOffset + byteLength));
  };
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
