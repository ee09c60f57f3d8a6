import type { Gate } from "../gate.ts";
import type { Foreseen, Listed, Sight } from "../model/ahead.ts";
import { quietOf } from "./quiet.ts";
import { type Names, type Sights, Thread } from "./thread.ts";

export interface ThreadOptions {
  /** What a thread runs: it calls `serve`. */
  readonly script: string | URL;
  /** How many threads there are beside this one. */
  readonly count: number;
  /** Whether what is looked for on sites alone is looked for. */
  readonly isSite?: boolean;
}

/** Files that were handed out, and what is known of them as soon as it is known. */
interface Batch<T> {
  readonly items: readonly T[];
  readonly sights: Promise<Sights>;
  isDone: boolean;
}

/** So many batches wait for their turn, for each thread that searches. */
const waiting = 4;

/**
 * Threads only tell in which files there is nothing; all others are read when their turn comes, as they are without threads. This
 * thread does its part while it waits for the others.
 * @param take gives the next batch; undefined where there is none left.
 */
export async function* shareOut<T extends Listed>(
  take: () => readonly T[] | undefined,
  gate: Gate,
  { script, count, isSite = false }: ThreadOptions,
): AsyncGenerator<Foreseen<T>> {
  const threads = Array.from({ length: count }, () => new Thread(script, gate, isSite));
  const queue: Batch<T>[] = [];
  const handOut = (search: (names: Names) => Promise<Sights>): boolean => {
    const items = take();
    if (items === undefined) return false;
    const batch: Batch<T> = { items, sights: search(items.map(({ file }) => file)), isDone: false };
    // Who waits for them hears what went wrong.
    void batch.sights.catch(() => undefined).then(() => (batch.isDone = true));
    queue.push(batch);
    return true;
  };
  try {
    for (;;) {
      for (const thread of threads) while (thread.isFree && handOut(async (names) => thread.search(names)));
      const [first] = queue;
      const hasTime = first?.isDone !== true && queue.length < waiting * (count + 1);
      if (hasTime && handOut(async (names) => searchHere(names, gate))) {
        await queue.at(-1)?.sights;
        await pause();
        continue;
      }
      if (first === undefined) return;
      const sights = await first.sights;
      queue.shift();
      for (const [index, item] of first.items.entries()) yield { item, sight: sights[index] };
    }
  } finally {
    for (const thread of threads) void thread.end();
  }
}

/** How long this thread searches without a pause, in milliseconds: meanwhile no message and no signal is heard. */
const breath = 50;

async function searchHere(names: Names, gate: Gate): Promise<Sights> {
  const sights: Sight[] = [];
  let last = Date.now();
  const breathe = async (): Promise<void> => {
    if (Date.now() - last < breath) return;
    await pause();
    last = Date.now();
  };
  for (const name of names) {
    sights.push(name === undefined ? undefined : await quietOf(name, gate, breathe));
    await breathe();
  }
  return sights;
}

async function pause(): Promise<void> {
  await new Promise((resume) => setImmediate(resume));
}
