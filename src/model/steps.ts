import { GateError } from "./error.ts";

/** Work that may have to wait, but mostly need not: what it yields is waited for. */
export type Steps<T> = Generator<Promise<unknown>, T, unknown>;

/** A step of such work: a value that may have to be waited for. */
export function* wait<T>(value: T | Promise<T>): Steps<T> {
  return value instanceof Promise ? ((yield value) as T) : value; // `walk` answers with what the promise came to
}

/** Does the work: at once where nothing has to be waited for, or gives a promise. */
export function walk<T>(steps: Steps<T>): T | Promise<T> {
  const { done, value } = steps.next();
  return done === true ? value : walkOn(steps, value);
}

async function walkOn<T>(steps: Steps<T>, first: Promise<unknown>): Promise<T> {
  for (let waited = first; ;) {
    const { done, value } = await waited.then(
      (result) => steps.next(result),
      (error: unknown) => steps.throw(error),
    );
    if (done === true) return value;
    waited = value;
  }
}

/**
 * Does work for which nothing has to be waited.
 * @throws {GateError} if something has to be waited for.
 */
export function atOnce<T>(steps: Steps<T>): T {
  const result = walk(steps);
  if (!(result instanceof Promise)) return result;
  void result.catch(() => undefined);
  throw new GateError("what reads a part of it has to be waited for", "Ask with `check`, which waits.");
}
