import { fill } from "../src/detectors/template.ts";
import type { Gate } from "../src/gate.ts";
import { logGate } from "../src/log/log-gate.ts";
import { Placeholders } from "../src/log/placeholder.ts";
import { Redactor } from "../src/log/redactor.ts";
import { walk } from "../src/model/steps.ts";

/** What masks logs, with all its detectors loaded: nothing has to be waited for. */
export const gate: Gate = await logGate({}, "default", undefined);
await gate.load();

export const placeholders: Placeholders = new Placeholders("a key of this test");

/** Something that is found, and what stands in its place. */
export const token: string = fill("ghp_{base62:30}{crc32}");
export const masked: string = placeholders.of("secret/github-token", Buffer.from(token));

/** The same bytes in pieces that are cut at some places. @param waits whether who reads does not wait for what comes behind them */
export async function inPieces(bytes: Buffer, cuts: readonly number[], waits: boolean = true): Promise<Buffer> {
  const redactor = new Redactor(gate, placeholders);
  const out: Buffer[] = [];
  const places = [...cuts.toSorted((a, b) => a - b), bytes.length];
  let at = 0;
  for (const end of places) {
    while (at < end) {
      const count = bytes.subarray(at, end).copy(redactor.room);
      if (count === 0) throw new Error("there is no room for what comes next");
      redactor.added(count);
      at += count;
      if (redactor.isWhole) out.push(Buffer.from((await walk(redactor.next())).bytes));
    }
    if (!waits) out.push(Buffer.from((await walk(redactor.flush())).bytes));
  }
  out.push(Buffer.from((await walk(redactor.end())).bytes));
  if (redactor.done !== bytes.length) throw new Error("not all of it was given");
  return Buffer.concat(out);
}
