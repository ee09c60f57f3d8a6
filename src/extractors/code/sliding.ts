import type { Bytes } from "../../model/bytes.ts";
import { Spare } from "../spare.ts";

/** How much is in memory unless something in it is longer, in bytes. */
const usual = 65_536;

const spare = new Spare(usual);

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
    this.#room = length === usual ? spare.take() : Buffer.allocUnsafe(length);
    this.bytes = this.#read();
  }

  /** From a place of what is in memory on there is more of it than there was. */
  moveTo(place: number): void {
    if (place <= this.#room.length / 2) {
      const { length } = this.#room;
      this.#room = Buffer.allocUnsafe(2 * length + 1);
    }
    this.start += place;
    this.bytes = this.#read();
  }

  /** Where a sign stands from a place of the whole on, or where the whole ends. */
  find(sign: number | string, from: number): number {
    const found = this.#whole.indexOf(sign, from);
    return found === -1 ? this.length : found;
  }

  get length(): number {
    return this.#whole.length;
  }

  /** What is in memory begins at a place of the whole from now on. */
  jumpTo(place: number): void {
    this.start = place;
    this.bytes = this.#read();
  }

  /** Nothing more is read. */
  close(): void {
    spare.giveBack(this.#room);
  }

  #read(): Buffer {
    const count = this.#whole.copy(this.#room, 0, this.start, this.start + this.#room.length);
    this.isLast = this.start + count >= this.#whole.length;
    return this.#room.subarray(0, count);
  }
}
