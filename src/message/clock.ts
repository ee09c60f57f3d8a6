import type { Bytes } from "../model/bytes.ts";

/** Says when a check has to stop: at its deadline, or when whoever asked for it has gone. */
export class Clock {
  readonly #deadline: number;
  readonly #timeout: number;
  readonly #signal: AbortSignal | undefined;
  #last: number;

  /** @param timeout in milliseconds from now */
  constructor(timeout: number, signal: AbortSignal | undefined) {
    this.#last = performance.now();
    this.#timeout = timeout;
    this.#deadline = this.#last + timeout;
    this.#signal = signal;
  }

  /** Why the check has to stop; undefined as long as it may go on. */
  get over(): string | undefined {
    if (this.#signal?.aborted === true) return "the check was aborted";
    return performance.now() < this.#deadline ? undefined : `the time ran out: ${this.#timeout} ms were not enough`;
  }

  /** @throws {Error} if the check has to stop. */
  check(): void {
    const { over } = this;
    if (over !== undefined) throw new Error(over);
  }

  /** For who cannot wait: only whether the time is over. */
  readonly tick = (): undefined => {
    this.check();
    return undefined;
  };

  /** Lets others run, some twenty times a second: only then can a signal be heard. */
  readonly pause = (): Promise<void> | undefined => {
    this.check();
    const now = performance.now();
    if (now - this.#last < 50) return undefined;
    return new Promise((resume) => {
      setImmediate(() => {
        this.#last = performance.now();
        resume();
      });
    });
  };
}

/** Bytes by which the clock is read whenever 64 kB of them are. */
export function watched(bytes: Buffer, clock: Clock): Bytes {
  if (bytes.length <= 65_536) return bytes;
  return {
    length: bytes.length,
    copy: (target, targetStart, sourceStart, sourceEnd) => {
      clock.check();
      return bytes.copy(target, targetStart, sourceStart, sourceEnd);
    },
    subarray: (start, end) => bytes.subarray(start, end),
    indexOf: (value, from) => bytes.indexOf(value, from),
    lastIndexOf: (value, from) => bytes.lastIndexOf(value, from),
    toString: (encoding, start, end) => bytes.toString(encoding, start, end),
  };
}
