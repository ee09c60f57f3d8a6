import { formsAndBeginnings, wordsIn } from "./forms.ts";
import type { Lookup } from "./lookup.ts";
import { type Term, type TermKind, termKinds } from "./term.ts";

/** What a list denies, as bytes: they come back as the same `Lookup` on a machine of the same kind. */
export interface StoredForms {
  readonly longest: number;
  readonly hashes: Uint8Array;
  readonly kinds: Uint8Array;
}

export interface ListLookup extends Lookup {
  readonly firstWords: readonly string[];
  readonly stored: () => StoredForms;
}

/** What the terms of a plain or a sealed list deny. Where several have the same form, the first of their kinds is the answer. */
export function listLookup(terms: readonly Term[]): ListLookup {
  const table = new FormTable(terms.length);
  const firstWords: string[] = [];
  let longest = 0;
  for (const kind of termKinds)
    for (const term of terms) {
      if (term.kind !== kind) continue;
      const { forms, beginnings } = formsAndBeginnings(term);
      for (const form of forms) {
        const words = wordsIn(form);
        if (words > longest) longest = words;
        if (table.add(form, kind) && words === 1 && !isMarked(form)) firstWords.push(form);
      }
      for (const word of beginnings) if (table.add(`^${word}`, kind)) firstWords.push(word);
    }
  return {
    longest,
    kindOf: (form) => table.kindOf(form),
    firstWords,
    stored: () => ({ longest, ...table.stored() }),
  };
}

/** Whether a form is asked for where the text allows it alone: `@janep`, `=X-42`. */
function isMarked(form: string): boolean {
  const first = form.charCodeAt(0);
  return first === 0x40 || first === 0x3d;
}

/** The same from what was stored. It does not list its first words: the kernel's table of them has to be stored beside. */
export function storedLookup({ longest, hashes, kinds: all }: StoredForms): Lookup {
  const table = new FormTable(0);
  table.restore(hashes, all);
  return { longest, kindOf: (form) => table.kindOf(form), firstWords: [] };
}

/** By their numbers in the table; 0 for a free place. */
const kinds: readonly (TermKind | undefined)[] = [undefined, ...termKinds];

/** How many forms a term has, or fewer; the table grows where they have more. */
const usualForms = 20;

/**
 * Forms by their hashes of 64 bits, with open addressing and no text. That two of a million forms have the same one has a chance of less
 * than 10^-6, and one of 10^9 windows of a text that of a form by 10^-3: as with the tags of a lock, nothing more is compared.
 */
class FormTable {
  #size = 0;
  /** Two numbers for each place, of which the first is 0 where it is free: most questions are answered by one look at the memory. */
  #hashes: Uint32Array;
  #kinds: Uint8Array;
  /** The hash that was asked for last: a pair would be an object for each word of a text. */
  #low = 0;
  #high = 0;

  constructor(terms: number) {
    const places = 2 ** Math.ceil(Math.log2(Math.max(8, terms * usualForms)));
    this.#hashes = new Uint32Array(2 * places);
    this.#kinds = new Uint8Array(places);
  }

  stored(): Omit<StoredForms, "longest"> {
    const { buffer, byteLength } = this.#hashes;
    return { hashes: new Uint8Array(buffer, 0, byteLength), kinds: this.#kinds };
  }

  restore(hashes: Uint8Array, all: Uint8Array): void {
    this.#hashes = new Uint32Array(new Uint8Array(hashes).buffer); // a copy, which begins where numbers may
    this.#kinds = all;
  }

  kindOf(form: string): TermKind | undefined {
    this.#hash(form);
    return kinds[this.#kinds[this.#place()] ?? 0];
  }

  /** Returns whether no term had it. */
  add(form: string, kind: TermKind): boolean {
    const before = this.#size;
    this.#hash(form);
    this.#add(kinds.indexOf(kind));
    return this.#size > before;
  }

  #add(kind: number): void {
    const place = this.#place();
    if (this.#hashes[2 * place] !== 0) return;
    this.#size++;
    this.#hashes[2 * place] = this.#low;
    this.#hashes[2 * place + 1] = this.#high;
    this.#kinds[place] = kind;
    if (4 * this.#size > 3 * this.#kinds.length) this.#grow();
  }

  /** Where the hash stands, or the free place for it. */
  #place(): number {
    const hashes = this.#hashes;
    const [low, high, mask] = [this.#low, this.#high, this.#kinds.length - 1];
    for (let place = low & mask; ; place = (place + 1) & mask) {
      const held = hashes[2 * place];
      if (held === 0 || (held === low && hashes[2 * place + 1] === high)) return place;
    }
  }

  #grow(): void {
    const [hashes, all] = [this.#hashes, this.#kinds];
    this.#size = 0;
    this.#hashes = new Uint32Array(2 * hashes.length);
    this.#kinds = new Uint8Array(2 * all.length);
    for (const [place, kind] of all.entries()) {
      if (kind === 0) continue;
      this.#low = hashes[2 * place] ?? 0;
      this.#high = hashes[2 * place + 1] ?? 0;
      this.#add(kind);
    }
  }

  /** For each unit a step of MurmurHash3: in one half of its mixing, in the other as it takes a block. */
  #hash(form: string): void {
    let one = 0x3c6ef372;
    let other = 0x9747b28c;
    for (let at = 0; at < form.length; at++) {
      const unit = form.charCodeAt(at);
      one = Math.imul(one ^ unit, 0x85ebca6b);
      one ^= one >>> 15;
      other = Math.imul(((other << 13) | (other >>> 19)) ^ Math.imul(unit, 0xcc9e2d51), 5) + 0x6546b64;
    }
    this.#low = mixed(one ^ form.length) >>> 0 || 1;
    this.#high = mixed(other) >>> 0;
  }
}

function mixed(value: number): number {
  let bits = Math.imul(value ^ (value >>> 16), 0x85ebca6b);
  bits = Math.imul(bits ^ (bits >>> 13), 0xc2b2ae35);
  return bits ^ (bits >>> 16);
}
