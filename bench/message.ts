import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type * as Library from "../src/index.ts";
import { namesOf } from "./names.ts";

/** How often each message is checked in a round. */
const times = 4000;

const talk =
  "Hello everybody, the meeting is moved to Thursday, because the room is taken. Please bring the slides that we talked about last week, and tell Sam that lunch is on me. See you there and have a nice evening! ";

/** The message gate of the built library, in process, with a list of 1,000 names. */
export async function messageBench(rounds: number): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "outgate-bench-"));
  try {
    const list = join(folder, "terms");
    const terms = namesOf(1000).map(({ text }) => text);
    writeFileSync(list, terms.join("\n"), { mode: 0o600 });
    const path = pathToFileURL(join(import.meta.dirname, "../dist/index.js")).href;
    const { openGate } = (await import(path)) as typeof Library;
    const opening = performance.now();
    const gate = await openGate({ config: {}, denylist: list });
    const first = performance.now();
    gate.checkSync({ text: talk, to: "group" });
    console.log(
      `openGate ${(first - opening).toFixed(0)} ms, the first check ${(performance.now() - first).toFixed(2)} ms`,
    );
    const short = talk.slice(0, 200);
    const long = talk.repeat(20).slice(0, 4000);
    const facts = ` ${terms[3] ?? ""} at 10.0.0.5, mail to ada@acme.io, password: correct-horse-battery`;
    for (const [name, text] of Object.entries({
      "200 bytes": short,
      "4 kB": long,
      "200 bytes with candidates": short.slice(facts.length) + facts,
      "4 kB with candidates": long.slice(facts.length) + facts,
    }))
      tell(name, rounds, () => gate.checkSync({ text, to: "group" }));
    const large = { text: talk.repeat(50_000), to: "group" };
    const started = performance.now();
    const { verdict, scanned } = await gate.check(large, { timeout: 60_000 });
    const took = performance.now() - started;
    console.log(`${(scanned.bytes / 1e6).toFixed(1)} MB: ${verdict}, ${took.toFixed(0)} ms`);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** The median of the rounds' percentiles: one round is long enough to meet the garbage collector. */
function tell(name: string, rounds: number, check: () => unknown): void {
  const found = Array.from({ length: rounds }, () => percentiles(check));
  const median = (of: keyof Percentiles): string =>
    ((found.map((one) => one[of]).toSorted((a, b) => a - b)[Math.floor(rounds / 2)] ?? 0) * 1000).toFixed(0);
  console.log(`${name}: p50 ${median("p50")} µs, p99 ${median("p99")} µs`);
}

interface Percentiles {
  readonly p50: number;
  readonly p99: number;
}

function percentiles(check: () => unknown): Percentiles {
  const took = Array.from({ length: times }, () => {
    const started = performance.now();
    check();
    return performance.now() - started;
  }).toSorted((a, b) => a - b);
  return { p50: took[times / 2] ?? 0, p99: took[Math.floor(times * 0.99)] ?? 0 };
}
