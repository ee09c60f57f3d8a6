/** How far a source is in what it lists beforehand, in any unit. */
export class Reached {
  at = 0;
  /** 0 while nothing is listed. */
  of = 0;

  /** From 0 to 1. */
  readonly part = (): number => (this.of === 0 ? 0 : this.at / this.of);

  /** So many, counted as they are taken. */
  *counted<T>(all: Iterable<T>, length: number): Generator<T> {
    this.of = length;
    for (const one of all) {
      this.at++;
      yield one;
    }
  }
}
