/** A kernel of one's own, for tests of single functions of it. */
export interface TestKernel {
  readonly exports: Readonly<Record<string, (...numbers: number[]) => number>>;
  /** Copies a table behind the others, and tells where it stands. */
  readonly put: (table: Uint8Array) => number;
  /** Copies a table to where a global says. */
  readonly place: (table: Uint8Array, global: string) => void;
  /**
   * Passes over bytes slice by slice, as the prefilter does, and returns the pairs of numbers that are emitted, each behind the
   * place where its slice begins.
   */
  readonly pass: (bytes: Uint8Array, find: Find, length?: number) => Emitted[];
}

/** `goesOn`: 1 if other bytes stand before the slice, 2 if behind it. Returns from where to go on. */
export type Find = (from: number, to: number, end: number, goesOn: number) => number;
export type Emitted = readonly [slice: number, first: number, second: number];

/** Behind all that kernel/memory.ts has places for. */
const firstTable = 0xc0000;

const usualLength = 65_536;
/** What slices have in common, and what the kernel reads behind. */
const overlap = 512;
const slack = 128;

/** @param code in base64 */
export function testKernel(code: string): TestKernel {
  const { exports } = new WebAssembly.Instance(new WebAssembly.Module(Buffer.from(code, "base64")));
  const { memory, results, resultsAt, place, ...others } = exports as unknown as Base & TestKernel["exports"]; // what every kernel exports
  memory.grow(200);
  const room = new Uint8Array(memory.buffer);
  let slice = firstTable;
  return {
    exports: others,
    put: (table) => {
      const at = slice;
      room.set(table, at);
      slice = Math.ceil((at + table.length + 1) / 64) * 64;
      return at;
    },
    place: (table, global) => room.set(table, (exports[global] as WebAssembly.Global).value),
    pass: (bytes, find, length = usualLength) => {
      const found: Emitted[] = [];
      place(slice);
      for (let start = 0; start < bytes.length; start += length) {
        const piece = bytes.subarray(start, start + length + overlap);
        room.set(piece, slice);
        room.fill(0x31, slice + piece.length, slice + piece.length + slack); // what stands behind the end must not count
        const to = Math.min(piece.length, length);
        for (let from = 0; from < to;) {
          from = find(from, to, piece.length, (start > 0 ? 1 : 0) | (start + piece.length < bytes.length ? 2 : 0));
          const pairs = new Uint32Array(memory.buffer, resultsAt.value, 2 * results.value);
          for (let at = 0; at < pairs.length; at += 2) found.push([start, pairs[at] ?? 0, pairs[at + 1] ?? 0]);
        }
      }
      return found;
    },
  };
}

interface Base {
  readonly memory: WebAssembly.Memory;
  readonly results: WebAssembly.Global;
  readonly resultsAt: WebAssembly.Global;
  readonly place: (slice: number) => void;
}
