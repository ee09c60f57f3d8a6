import { alphanumeric, base64Alphabet, firstOfBase64, readableBytes, span } from "../model/byte-runs.ts";
import type { Run } from "../model/trigger.ts";

const runs = (): Readonly<Record<Run, string>> => ({
  token: `${alphanumeric}_-`,
  unspaced: without(span("\0", "\xff"), " \t\n\v\f\r\"'"),
});

/** The classes of bytes that the kernel knows, each by its bit; kernel/memory.ts has the same numbers. */
const classes = (): readonly string[] => [
  base64Alphabet(),
  firstOfBase64(),
  runs().token,
  `${span("0", "9")}${span("a", "f")}${span("A", "F")}`,
  runs().unspaced,
  readableBytes(),
];

/** The bit of a class of bytes that a trigger speaks of. */
export function bitOf(run: Run): number {
  return 1 << classes().indexOf(runs()[run]);
}

/** For each byte the bits of its classes. */
export function classTable(): Uint8Array {
  const table = new Uint8Array(256);
  for (const [index, characters] of classes().entries()) {
    for (let at = 0; at < characters.length; at++)
      table[characters.charCodeAt(at)] = (table[characters.charCodeAt(at)] ?? 0) | (1 << index);
  }
  return table;
}

function without(characters: string, others: string): string {
  return Array.from(characters)
    .filter((character) => !others.includes(character))
    .join("");
}
