import type { Gate } from "../gate.ts";
import type { Steps } from "../model/steps.ts";
import { BlockRedactor } from "./block-redactor.ts";
import { isJournal } from "./journal.ts";
import { JournalRedactor } from "./journal-redactor.ts";
import type { Masking } from "./masking.ts";
import type { Output } from "./output.ts";
import type { Placeholders } from "./placeholder.ts";

/** Masks a log: by its first bytes it is systemd's export format, or text. */
export class Redactor implements Masking {
  readonly #gate: Gate;
  readonly #placeholders: Placeholders;
  readonly #from: number;
  /** Text, until its first bytes show that it is not. */
  readonly #text: BlockRedactor;
  #own: Masking;
  #isKnown = false;

  /** @param from what stands before is read and not given */
  constructor(gate: Gate, placeholders: Placeholders, from: number = 0) {
    this.#gate = gate;
    this.#placeholders = placeholders;
    this.#from = from;
    this.#text = new BlockRedactor(gate, placeholders, from);
    this.#own = this.#text;
  }

  get room(): Buffer {
    return this.#own.room;
  }

  added(count: number): void {
    this.#own.added(count);
    if (!this.#isKnown) this.#know();
  }

  get done(): number {
    return this.#own.done;
  }

  get isWhole(): boolean {
    return this.#own.isWhole;
  }

  next(): Steps<Output> {
    return this.#own.next();
  }

  end(): Steps<Output> {
    return this.#own.end();
  }

  flush(): Steps<Output> {
    return this.#own.flush();
  }

  #know(): void {
    const { held } = this.#text;
    const is = isJournal(held);
    this.#isKnown = is !== undefined;
    if (is !== true) return;
    const journal = new JournalRedactor(this.#gate, this.#placeholders, this.#from);
    for (let at = 0; at < held.length;) {
      const count = held.copy(journal.room, 0, at);
      journal.added(count);
      at += count;
    }
    this.#own = journal;
  }
}
