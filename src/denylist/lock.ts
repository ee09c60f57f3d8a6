import { GateError } from "../model/error.ts";
import { countBelow } from "../model/range.ts";
import { hashOf } from "../model/word-hash.ts";
import { isHint } from "./first-words.ts";
import { wordsIn } from "./forms.ts";
import { newer, printLock, readLock } from "./lock-file.ts";
import { LockKeys, recordSize, tagSize } from "./lock-keys.ts";
import type { Lookup } from "./lookup.ts";
import { hasUnspaced } from "./normal-form.ts";
import { remembered } from "./remembered.ts";
import { byKind, type Term, type TermKind, termKinds } from "./term.ts";

/** All forms of a term, each as words in their normal form with single spaces between them. */
export type FormsOf = (term: Term) => readonly string[];

/** Raised with every change after which a text gives other forms than before, so that an older lock would miss them. */
const normalForm = 1;

/**
 * Records of one term, whatever number of forms it has; one with more forms takes as many buckets as it needs, which look like those of
 * several terms. `formsOf` gives no more than this.
 */
export const bucketSize = 64;

/** The number of buckets is rounded up to a multiple of this. */
export const bucketStep = 8;

/**
 * The text of a lock: tags of all forms of all terms. What stands in it:
 *
 * - Each term has a bucket of `bucketSize` records. Those that its forms leave over are padding, made of key and term, so that it is the
 *   same in each version of the lock.
 * - Buckets without a term fill the file up to a multiple of `bucketStep`.
 * - All records are sorted. A term that comes or goes changes one bucket for another, or adds or takes a step of them.
 * - A form that several terms have stands there once; its place in the others' buckets is padded.
 * - Behind the tag of a word with which forms begin stands its hash, masked, by which the kernel finds such words in a text: only at these
 *   the lock has to be asked.
 *
 * @throws {GateError} if there is no term.
 */
export function makeLock(terms: readonly Term[], key: Buffer, formsOf: FormsOf): string {
  if (terms.length === 0)
    throw new GateError("the deny list holds no term, so no lock was made", "`outgate deny add` takes terms.");
  const keys = new LockKeys(key);
  const all = uniqueTerms(terms);
  const taken = new Set<string>();
  const records: Entry[] = [];
  let longest = 1;
  for (const term of all) {
    const forms = [...new Set(lockedForms(term, formsOf))];
    if (forms.length === 0) throw formless(terms.indexOf(term) + 1);
    const fresh = forms.filter((form) => !taken.has(form));
    for (const form of fresh) {
      taken.add(form);
      records.push({ bytes: recordOf(keys, form, term.kind), word: wordOf(form) });
      if (term.kind !== "secret") longest = Math.max(longest, wordsIn(form));
    }
    const size = Math.max(1, Math.ceil(forms.length / bucketSize)) * bucketSize;
    for (let n = fresh.length; n < size; n++) records.push({ bytes: paddingOf(keys, term, n), word: 0 });
  }
  const step = bucketStep * bucketSize;
  for (let n = 0; records.length % step !== 0; n++) records.push({ bytes: keys.padding("nothing", n), word: 0 });
  const sorted = records.toSorted((a, b) => a.bytes.compare(b.bytes));
  return printLock(keys, {
    normalForm,
    canary: canaryOf(keys, formsOf(canary)[0] ?? ""),
    sizes: { terms: all.length, values: all.filter(({ kind }) => kind === "secret").length, longest },
    records: Buffer.concat(sorted.map(({ bytes }) => bytes)),
    words: Uint32Array.from(sorted, ({ word }) => word),
  });
}

interface Entry {
  readonly bytes: Buffer;
  /** See `wordOf`. */
  readonly word: number;
}

/** A lock that was opened: what it denies can be asked for and not listed. */
export interface Lock {
  readonly lookup: Lookup;
  /** Hashes of the words with which its forms begin, and of its values: elsewhere it need not be asked. Undefined for an older lock. */
  readonly words: ReadonlySet<number> | undefined;
  /** How many of its terms are values; where there are none, none need be asked for. */
  readonly values: number;
  /** Whether this is the whole of a denied value: see `valuePlaces`. */
  readonly isValue: (text: string) => boolean;
  /** How many terms it was made from. */
  readonly terms: number;
  /** Whether it was made from this term, as far as it can tell: not of one whose forms leave no room in their bucket. */
  readonly isMadeFrom: (term: Term) => boolean;
}

/**
 * Opens a lock.
 * @throws {GateError} that says what to do, if it is damaged, of a newer version, made with another key, or for another normal form.
 */
export function openLock(text: string, name: string, key: Buffer, formsOf: FormsOf): Lock {
  const keys = new LockKeys(key);
  const file = readLock(text, name, keys);
  if (file.normalForm > normalForm) throw newer(name);
  const proof = formsOf(canary).some((form) => canaryOf(keys, form) === file.canary);
  if (file.normalForm < normalForm || !proof)
    throw new GateError(
      `the lock ${name} was made by a version of outgate that writes terms in another normal form`,
      "Make it anew from the list: `outgate deny lock`.",
    );
  const kindIn = search(file.records);
  const kindOf = remembered((form) => kindIn(keys.tagOf(form)));
  const words = file.words && new Set(hashesIn(file.words, kindOf("^") !== undefined));
  return {
    words,
    lookup: { longest: file.sizes.longest, kindOf },
    values: file.sizes.values,
    isValue: (value) => words?.has(hashOf(value)) !== false && kindOf(valueForm(value)) === "secret",
    terms: file.sizes.terms,
    isMadeFrom: (term) => kindIn(paddingOf(keys, term, bucketSize - 1)) !== undefined,
  };
}

/**
 * Stands for all terms in one question: does this program write a term as the one did that made the lock? It has what has been
 * written in different ways: ß, a dotted İ, a ligature, Polish ł, full-width letters, a soft hyphen.
 */
const canary: Term = { kind: "word", text: "Grüßİﬁ\u00ADłＯutgate", options: [] };

function canaryOf(keys: LockKeys, form: string): string {
  return keys.tagOf(`\0canary ${form}`).toString("hex", 0, tagSize);
}

/** A value is a form of its own kind, which none of words can be. */
function valueForm(value: string): string {
  return valueMark + value;
}

const valueMark = "\0value ";

/**
 * What is looked for in a text because of a form, as a number: the hash of a value, of a form that is one word, and of a word that others
 * begin with. An initial is its code point, as it counts only where a form has nothing but initials. 0 for all others.
 */
function wordOf(form: string): number {
  if (form.startsWith(valueMark)) return hashOf(form.slice(valueMark.length));
  const word = form.startsWith("^") ? form.slice(1) : form;
  if (word === "" || isHint(word) || /[ @=]/.test(word)) return 0;
  const isInitial = word.length === 1 && !hasUnspaced(word);
  return isInitial ? word.charCodeAt(0) : hashOf(word);
}

/** What is a code point may be a hash as well, and stays one. */
function* hashesIn(words: Uint32Array, hasInitials: boolean): Generator<number> {
  for (const word of words) {
    if (word === 0) continue;
    yield word;
    if (hasInitials && word <= 0xffff) yield hashOf(String.fromCharCode(word));
  }
}

function paddingOf(keys: LockKeys, term: Term, number: number): Buffer {
  return keys.padding(`term ${identityOf(term)}`, number);
}

function formless(number: number): GateError {
  return new GateError(
    `term ${number} of the deny list has no form that could be found in a text, so no lock was made`,
    "Write it with letters or digits, in eight words at most.",
  );
}

function lockedForms(term: Term, formsOf: FormsOf): readonly string[] {
  return term.kind === "secret" ? [valueForm(term.text)] : formsOf(term);
}

/** Each once, in an order that does not depend on that of the list. */
export function uniqueTerms(terms: readonly Term[]): Term[] {
  const known = new Map(terms.map((term) => [identityOf(term), term]));
  const sorted = [...known].toSorted(([one, a], [other, b]) => byKind(a, b) || (one < other ? -1 : 1));
  return sorted.map(([, term]) => term);
}

function identityOf({ kind, text, options }: Term): string {
  return JSON.stringify([kind, text, options.toSorted()]);
}

function recordOf(keys: LockKeys, form: string, kind: TermKind): Buffer {
  const record = Buffer.from(keys.tagOf(form));
  record[tagSize] = (record[tagSize] ?? 0) ^ termKinds.indexOf(kind);
  return record;
}

/** Looks tags up among sorted records: by their first four bytes, which are as evenly spread as those of a hash are. */
function search(records: Buffer): (tag: Buffer) => TermKind | undefined {
  const starts = Uint32Array.from({ length: records.length / recordSize }, (_, n) =>
    records.readUInt32BE(n * recordSize),
  );
  return (tag) => {
    const start = tag.readUInt32BE();
    for (let n = countBelow(starts, start); starts[n] === start; n++) {
      const at = n * recordSize;
      if (records.compare(tag, 0, tagSize, at, at + tagSize) === 0)
        return termKinds[records.readUInt8(at + tagSize) ^ tag.readUInt8(tagSize)];
    }
    return undefined;
  };
}
