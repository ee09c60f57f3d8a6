/** How long is watched before anything is said, in milliseconds: a guess from less is mostly wrong. */
const least = 1000;

/** In about this time a guess follows what is measured anew, in milliseconds. */
const inertia = 3000;

interface Sample {
  readonly time: number;
  readonly done: number;
}

/** Guesses how long something takes from the part of it that is done: what comes is as slow as what was seen so far. */
export class TimeLeft {
  /** Counted from here and not from the beginning, which goes to listing what there is to do. */
  #first: Sample | undefined;
  #last: { readonly time: number; readonly left: number } | undefined;

  /**
   * @param done from 0 to 1
   * @param time in milliseconds, from any beginning
   * @returns milliseconds; undefined while that cannot be told
   */
  at(done: number, time: number): number | undefined {
    this.#first ??= { time, done };
    const taken = time - this.#first.time;
    const progress = done - this.#first.done;
    if (taken < least || progress <= 0) return undefined;
    const measured = (taken * (1 - done)) / progress;
    const left = this.#last === undefined ? measured : followed(this.#last.left, measured, time - this.#last.time);
    this.#last = { time, left };
    return left;
  }
}

/** The last guess, less the time that has passed since, and drawn to what is measured now. */
function followed(last: number, measured: number, passed: number): number {
  const expected = Math.max(0, last - passed);
  return measured + (expected - measured) * Math.exp(-passed / inertia);
}

const second = 1000;
const minute = 60 * second;
const hour = 60 * minute;

/** Up to where it is told in which steps and in which unit. */
const scales = [
  { limit: 10 * second, step: second, unit: second, name: "s" },
  { limit: minute, step: 5 * second, unit: second, name: "s" },
  { limit: 2 * minute, step: 10 * second, unit: second, name: "s" },
  { limit: 10 * minute, step: minute, unit: minute, name: "min" },
  { limit: 2 * hour, step: 10 * minute, unit: minute, name: "min" },
  { limit: Infinity, step: hour, unit: hour, name: "h" },
] as const;

/** 83400 → "about 90 s": as a person would say it, and rather too long than too short. */
export function about(milliseconds: number): string {
  const scale = scales.find(({ limit }) => milliseconds <= limit);
  if (scale === undefined) return "long";
  const { step, unit, name } = scale;
  return `about ${(Math.max(1, Math.ceil(milliseconds / step)) * step) / unit} ${name}`;
}
