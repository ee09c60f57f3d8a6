import { newness } from "../findings/before.ts";
import { resolve } from "../findings/resolve.ts";
import type { Document } from "../model/document.ts";
import type { Found, Limit } from "./run.ts";

/** How many places of one kind are kept of a document: nobody reads more of them. A kind is a rule and how sure it is. */
export const mostTold = 10_000;

/**
 * Counts what is found in one document, so that a log with something in each of its lines takes no more memory than another. What was
 * there before the change does not count.
 */
export class Tally implements Limit {
  readonly #counts = new Map<string, number>();
  readonly #further = new Map<string, Found>();
  readonly #isNew: ReturnType<typeof newness>;
  #total = 0;

  constructor(document: Document) {
    this.#isNew = newness(document);
  }

  /**
   * Those of one text for which there is room. Where there may be none it is decided at once which of them count: what is left out would no
   * longer go before another rule at the same place.
   */
  *taken(found: readonly Found[]): Generator<Found> {
    for (const one of this.#total + found.length > mostTold ? resolve(found) : found) if (this.#takes(one)) yield one;
  }

  #takes(found: Found): boolean {
    const { detector, match, part, range, placeholder } = found;
    if (placeholder || !this.#isNew(part, range)) return true;
    this.#total += 1;
    const kind = `${detector.id} ${match.confidence ?? 1}`;
    const count = this.#counts.get(kind) ?? 0;
    if (count === mostTold) {
      if (!this.#further.has(kind)) this.#further.set(kind, found);
      return false;
    }
    this.#counts.set(kind, count + 1);
    return true;
  }

  /** The first place of each kind for which there was no more room. */
  get further(): readonly Found[] {
    return [...this.#further.values()];
  }
}
