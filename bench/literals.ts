// `node bench/literals.ts FILE COUNT`: the prefilter alone over a file that is in memory; prints the milliseconds it took.
import { readFileSync } from "node:fs";
import { Prefilter } from "../src/engine/prefilter.ts";
import { tableOf } from "../src/engine/table.ts";
import { megabyte } from "./inputs.ts";
import { numbers } from "./random.ts";

const [path = "", count = ""] = process.argv.slice(2);
console.log(milliseconds(readFileSync(path), pseudoWords(Number(count))));

function milliseconds(bytes: Buffer, words: readonly string[]): number {
  const prefilter = new Prefilter(tableOf(words.map((text, owner) => ({ text, owner }))));
  prefilter.look("contents", bytes.subarray(0, megabyte), 0); // warms up
  const started = process.hrtime.bigint();
  for (let at = 0; at < bytes.length; at += megabyte) prefilter.look("contents", bytes, at);
  return Number(process.hrtime.bigint() - started) / 1e6;
}

/** Words of 4 to 16 letters that nobody wrote; a longer list begins as a shorter one does. */
function pseudoWords(length: number): string[] {
  const random = numbers(7);
  return Array.from({ length }, () =>
    Array.from({ length: 4 + random(13) }, () => String.fromCharCode(0x61 + random(26))).join(""),
  );
}
