/** How far a source is in what it lists beforehand, in any unit. */
export class Reached {
  at = 0;
  /** 0 while nothing is listed. */
  of = 0;

  /** From 0 to 1. */
  readonly part = (): number => (this.of === 0 ? 0 : this.at / this.of);

  /** All that is listed, counted as it is taken. */
  *counted<T>(listed: readonly T[]): Generator<T> {
    this.of = listed.length;
    for (const one of listed) {
      this.at++;
      yield one;
    }
  }
}
