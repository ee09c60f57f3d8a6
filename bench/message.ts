import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { formsOf } from "../src/denylist/forms.ts";
import { newKey } from "../src/denylist/key.ts";
import { makeLock } from "../src/denylist/lock.ts";
import type * as Library from "../src/index.ts";
import { namesOf } from "./names.ts";
import { numbers } from "./random.ts";

/** How often each message is checked in a round. */
const times = 4000;

const talk =
  "Hello everybody, the meeting is moved to Thursday, because the room is taken. Please bring the slides that we talked about last week, and tell Sam that lunch is on me. See you there and have a nice evening! ";

/** As agents write: each of its marks is taken away for those who read it. */
const markdown =
  "Hello **everybody**, the meeting is moved to *Thursday*, because the [room](https://example.org/room) is taken:\n- bring the `slides`\n- lunch is <b>on me</b> &amp; Sam\n\n";

/** The message gate of the built library, in process, with 1,000 denied names, in the open and as a lock. */
export async function messageBench(rounds: number): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "outgate-bench-"));
  try {
    const terms = namesOf(1000);
    const plain = join(folder, "terms");
    writeFileSync(plain, terms.map(({ text }) => text).join("\n"), { mode: 0o600 });
    const lock = join(folder, "terms.lock");
    const key = newKey();
    writeFileSync(lock, makeLock(terms, key, formsOf));
    process.env["OUTGATE_KEY"] = key.toString("hex");
    const facts = ` ${terms[3]?.text ?? ""} at 10.0.0.5, mail to ada@acme.io, password: correct-horse-battery`;
    for (const list of [plain, lock]) {
      console.log(list === lock ? "a lock" : "a plain list");
      const gate = await opened(list);
      const check = (text: string): unknown => gate.checkSync({ text, to: "group" });
      const short = talk.slice(0, 200);
      const long = talk.repeat(20).slice(0, 4000);
      for (const [name, text] of Object.entries({
        "200 bytes": short,
        "4 kB": long,
        "200 bytes of Markdown": markdown.repeat(2).slice(0, 200),
        "4 kB of Markdown": markdown.repeat(30).slice(0, 4000),
        "200 bytes with candidates": short.slice(facts.length) + facts,
        "4 kB with candidates": long.slice(facts.length) + facts,
      }))
        tell(`  ${name}`, rounds, () => text, check);
      // What a lock was asked it remembers, so that the same text again costs it nothing.
      tell("  4 kB of words that were never asked", rounds, freshTalk(facts), check);
      if (list === plain) await large(gate);
    }
  } finally {
    rmSync(folder, { recursive: true });
  }
}

async function opened(denylist: string): Promise<Library.MessageGate> {
  const path = pathToFileURL(join(import.meta.dirname, "../dist/index.js")).href;
  const { openGate } = (await import(path)) as typeof Library;
  const opening = performance.now();
  const gate = await openGate({ config: {}, denylist });
  const first = performance.now();
  gate.checkSync({ text: talk, to: "group" });
  const after = performance.now();
  console.log(`  openGate ${(first - opening).toFixed(0)} ms, the first check ${(after - first).toFixed(2)} ms`);
  return gate;
}

async function large(gate: Library.MessageGate): Promise<void> {
  const message = { text: talk.repeat(50_000), to: "group" };
  const started = performance.now();
  const { verdict, scanned } = await gate.check(message, { timeout: 60_000 });
  const took = performance.now() - started;
  console.log(`  ${(scanned.bytes / 1e6).toFixed(1)} MB: ${verdict}, ${took.toFixed(0)} ms`);
}

/** Sentences of words that nobody has, others each time. */
function freshTalk(facts: string): () => string {
  const random = numbers(11);
  return () => {
    let text = "";
    while (text.length < 4000 - facts.length) {
      const length = 3 + random(7);
      for (let count = 0; count < length; count++) text += String.fromCharCode(97 + random(26));
      text += random(9) === 0 ? ". " : " ";
    }
    return text.slice(0, 4000 - facts.length) + facts;
  };
}

/** The median of the rounds' percentiles: one round is long enough to meet the garbage collector. */
function tell(name: string, rounds: number, textOf: () => string, check: (text: string) => unknown): void {
  const found = Array.from({ length: rounds }, () => percentiles(textOf, check));
  const median = (of: keyof Percentiles): string =>
    ((found.map((one) => one[of]).toSorted((a, b) => a - b)[Math.floor(rounds / 2)] ?? 0) * 1000).toFixed(0);
  console.log(`${name}: p50 ${median("p50")} µs, p99 ${median("p99")} µs`);
}

interface Percentiles {
  readonly p50: number;
  readonly p99: number;
}

function percentiles(textOf: () => string, check: (text: string) => unknown): Percentiles {
  const took = Array.from({ length: times }, () => {
    const text = textOf();
    const started = performance.now();
    check(text);
    return performance.now() - started;
  }).toSorted((a, b) => a - b);
  return { p50: took[times / 2] ?? 0, p99: took[Math.floor(times * 0.99)] ?? 0 };
}
