import type { Gate } from "../gate.ts";
import type { Ahead, Foreseen } from "../model/ahead.ts";
import type { ThreadOptions } from "./share-out.ts";

export interface AheadOptions extends ThreadOptions {
  /** So many batches are read without threads. */
  readonly before?: number;
  /** How many files a batch has. */
  readonly size?: number;
}

/** So many further batches must be there before threads are started. */
const least = 4;

/** Whether threads can look for all that a gate looks for: a lock cannot be handed on to them. */
export function canShare({ denied }: Gate): boolean {
  return denied === undefined || denied.list !== undefined;
}

/**
 * Shares the search of files out to threads, from the number on at which they pay.
 * @param gate with the built-in detectors, and with terms that can be handed on: others cannot be given to a thread.
 */
export function openAhead(gate: Gate, { before = 16, size = 128, ...threads }: AheadOptions): Ahead {
  return async function* ahead(listed) {
    const batches = batched(listed, size);
    for (let number = 0; number < before; number++) yield* unseen(next(batches) ?? []);
    const held = Array.from({ length: least }, () => next(batches) ?? []);
    if (held.at(-1)?.length === 0) {
      yield* unseen(held.flat());
      return;
    }
    const { shareOut } = await import("./share-out.ts");
    yield* shareOut(() => held.shift() ?? next(batches), gate, threads);
  };
}

function* batched<T>(listed: Iterable<T>, size: number): Generator<readonly T[], undefined> {
  let batch: T[] = [];
  for (const item of listed) {
    batch.push(item);
    if (batch.length < size) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
}

function next<T>(batches: Iterator<T, undefined>): T | undefined {
  return batches.next().value;
}

function* unseen<T>(items: readonly T[]): Generator<Foreseen<T>> {
  for (const item of items) yield { item, sight: undefined };
}
