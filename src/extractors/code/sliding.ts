import type { Bytes } from "../../model/bytes.ts";

/** How much is in memory unless something in it is longer, in bytes. */
const usual = 1 << 18;

/** The part of some bytes that is being read, copied out of them, as what they give may be overwritten by others who ask. */
export class Sliding {
  /** What is in memory; the same object as long as it has not moved. */
  bytes: Buffer;
  /** Where it begins. */
  start = 0;
  /** Whether nothing follows. */
  isLast = false;
  readonly #whole: Bytes;
  #room: Buffer;

  /** @param length how much is in memory, if it is not the usual */
  constructor(whole: Bytes, length: number = usual) {
    this.#whole = whole;
    this.#room = Buffer.allocUnsafe(Math.min(length, whole.length));
    this.bytes = this.#read();
  }

  /** From a place of what is in memory on there is more of it than there was. */
  moveTo(place: number): void {
    if (place <= this.#room.length / 2) {
      const { length } = this.#room;
      this.#room = Buffer.allocUnsafe(Math.min(2 * length + 1, this.#whole.length - this.start - place));
    }
    this.start += place;
    this.bytes = this.#read();
  }

  #read(): Buffer {
    const count = this.#whole.copy(this.#room, 0, this.start, this.start + this.#room.length);
    this.isLast = this.start + count >= this.#whole.length;
    return this.#room.subarray(0, count);
  }
}
