import { alphanumeric, base64Alphabet, firstOfBase64, readableBytes, span } from "../model/byte-runs.ts";
import { pairCost } from "../model/letter-pairs.ts";
import type { RunKind } from "../model/trigger.ts";
import { valueCharacters } from "../model/value.ts";

const runs = (): Readonly<Record<RunKind, string>> => ({
  hexadecimal: `${span("0", "9")}${span("a", "f")}${span("A", "F")}`,
  number: `${span("0", "9")}-`,
  token: `${alphanumeric}_-`,
  value: valueCharacters(),
  unspaced: without(span("\0", "\xff"), " \t\n\v\f\r\"'"),
});

/** The classes of bytes that the kernel knows, each by its bit; kernel/memory.ts has the same numbers. */
const classes = (): readonly string[] => [
  base64Alphabet(),
  firstOfBase64(),
  runs().token,
  runs().hexadecimal,
  runs().unspaced,
  readableBytes(),
  runs().value,
  runs().number,
];

/** The bit of a class of bytes that a trigger speaks of. */
export function bitOf(run: RunKind): number {
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

/** For each pair of letters how many bits the second costs behind the first, as kernel/value.ts wants them. */
export function costTable(): Uint8Array {
  const letters = Array.from({ length: 26 }, (_, index) => 97 + index);
  return Uint8Array.from(letters.flatMap((first) => letters.map((second) => pairCost(first, second))));
}

function without(characters: string, others: string): string {
  return Array.from(characters)
    .filter((character) => !others.includes(character))
    .join("");
}
