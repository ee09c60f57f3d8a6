/** A buffer that is lent to one after the other: what is left to the collector grows faster than it is cleared up. */
export class Spare {
  readonly #length: number;
  #unused: Buffer | undefined;

  /** @param length in bytes */
  constructor(length: number) {
    this.#length = length;
  }

  /** What stands in it is of those who had it before. A new one where it is lent already. */
  take(): Buffer {
    const buffer = this.#unused ?? Buffer.allocUnsafe(this.#length);
    this.#unused = undefined;
    return buffer;
  }

  /** @param buffer is kept if it has the length, whoever made it */
  giveBack(buffer: Buffer): void {
    if (buffer.length === this.#length) this.#unused = buffer;
  }
}
