import { canBeginName, findKin, type FirstNames, type KinWords, kinWordsOf } from "./denylist/kinship.ts";
import type { Lock } from "./denylist/lock.ts";
import { readFolds } from "./denylist/kernel-folds.ts";
import type { Lookup } from "./denylist/lookup.ts";
import { findTerms, type TermMatch } from "./denylist/matcher.ts";
import type { DenyList } from "./denylist/open.ts";
import type { Term, TermKind } from "./denylist/term.ts";
import { valueForms } from "./denylist/value-forms.ts";
import { valuePlaces } from "./denylist/values.ts";
import type { Detector } from "./detectors/detector.ts";
import type { Denied } from "./gate.ts";
import { deniedRules } from "./model/denied-rule.ts";
import { GateError } from "./model/error.ts";
import type { Match } from "./model/match.ts";
import type { Kept } from "./model/kept.ts";
import { contains, type Range } from "./model/range.ts";
import type { Trigger, WordTable } from "./model/trigger.ts";
import type { Window } from "./model/window.ts";
import { type TermTables, termTables } from "./term-tables.ts";

export interface DeniedOptions {
  /** Words of the config beside which a first name tells who is meant. */
  readonly kinship?: readonly string[] | undefined;
  /** What an earlier process made of the same terms. */
  readonly kept?: Kept | undefined;
}

/** What a gate looks for that its owner has denied. */
export function deniedOf(list: DenyList, { kinship = [], kept }: DeniedOptions = {}): Denied {
  const { terms, values, locks, count, missing, notes, digest, mark } = list;
  const tables = tablesOf(list, kept);
  return {
    ...(locks.length === 0 && { list: { terms, values, locks, count, missing, notes, digest } }),
    count,
    missing,
    notes,
    mark,
    digest: kinship.length === 0 ? digest : JSON.stringify([digest, kinship]),
    detectors: [
      ...(values.length === 0 ? [] : [valueDetector(values)]),
      ...(terms.length === 0 ? [] : listDetectors(terms, kinship, tables)),
      ...locks.flatMap((lock) => lockDetectors(lock, tables)),
    ],
  };
}

/** The same in a thread. @param list of `Denied`, as it was handed on */
export function deniedAgain(list: unknown, options: DeniedOptions): Denied {
  return deniedOf({ ...(list as Omit<DenyList, "mark">), mark: () => "" }, options); // what deniedOf put there
}

const kinds = ["person", "customer", "codename", "host", "word", "asset"] as const;

type Kind = (typeof kinds)[number];

/** Under which rule a term of a kind is reported; no value is. */
function ruleOf(kind: TermKind): Kind | undefined {
  if (kind === "exact") return "word";
  return kind === "secret" ? undefined : kind;
}

/** In how many forms values can be looked for: the engine's table has room for some more. */
const mostForms = 60_000;

/**
 * A value that must not leave in whatever form.
 * @throws {GateError} if there are more than can be looked for.
 */
function valueDetector(values: readonly string[]): Detector {
  const forms = new Map(values.flatMap((value) => valueForms(value).map((form) => [form.bytes, form] as const)));
  if (forms.size > mostForms)
    throw new GateError(
      `the deny list has ${values.length} values, which is more than can be looked for`,
      "Some three thousand can be: take out those that are used no more, or make a lock of them.",
    );
  return {
    ...deniedRules.value,
    examples: [],
    trigger: { literals: [...forms.keys()] },
    detect: ({ text, sightings }) =>
      sightings.map(({ start, end }) => {
        const { before = 0, after = 0 } = forms.get(text.slice(start, end)) ?? {};
        return { range: { start: Math.max(0, start - before), end: Math.min(text.length, end + after) } };
      }),
  };
}

/** What lists and locks are looked for with, which is one table for the kernel. */
interface Tables extends Omit<TermTables, "words"> {
  readonly words: WordTable;
}

function tablesOf({ terms, locks }: DenyList, kept: Kept | undefined): Tables {
  const unlisted = locks.flatMap(({ words = [] }) => [...words]);
  const { words, ...others } = termTables(terms, kept, unlisted);
  return { ...others, words: { ...words, folds: readFolds() } };
}

/** One for each kind of term in a list: they share one search. */
function listDetectors(
  terms: readonly Term[],
  kinship: readonly string[],
  { lookup, names, words }: Tables,
): Detector[] {
  const search = once((window) => termsIn(window, lookup));
  const detectors = kindDetectors(new Set(terms.flatMap(({ kind }) => ruleOf(kind) ?? [])), { words }, search);
  if (names.size === 0) return detectors;
  const kinWords = kinWordsOf(kinship);
  const kin = once((window) => kinIn(window, names, kinWords).filter(({ range }) => !isIn(range, search(window))));
  return [...detectors, { ...deniedRules.relative, examples: [], trigger: { words }, detect: kin }];
}

/** At the places alone that the kernel has seen. */
function termsIn({ bytes, sightings }: Window, lookup: Lookup): readonly TermMatch[] {
  const places = sightings.map(({ start }) => start);
  return findTerms(bytes, lookup, places);
}

/** How far around a place where a denied word may begin a sentence is read, in bytes. */
const sentence = 400;

function kinIn({ bytes, sightings }: Window, names: FirstNames, kin: KinWords): Match[] {
  const found: Match[] = [];
  const named = sightings.filter(({ start }) => canBeName(bytes, start, names));
  for (const { start, end } of around(named, bytes.length))
    for (const { range } of findKin(bytes.subarray(start, end), names, kin))
      found.push({ range: { start: start + range.start, end: start + range.end }, confidence: 0.5 });
  return found;
}

/** Whether a first name of the list may stand there, with its capital; what has other letters than ASCII's may be one. */
function canBeName(bytes: Buffer, at: number, names: FirstNames): boolean {
  const [word = ""] = /^[A-Z][A-Za-z]*/.exec(bytes.toString("latin1", at, at + longestName)) ?? [];
  return (
    word.length === longestName || (bytes[at + word.length] ?? 0) >= 0x80 || canBeginName(word.toLowerCase(), names)
  );
}

const longestName = 32;

function around(places: readonly Range[], length: number): Range[] {
  const stretches: Range[] = [];
  for (const place of places) {
    const start = Math.max(0, place.start - sentence);
    const end = Math.min(length, place.end + sentence);
    const last = stretches.at(-1);
    if (last !== undefined && start <= last.end) stretches[stretches.length - 1] = { start: last.start, end };
    else stretches.push({ start, end });
  }
  return stretches;
}

function isIn(range: Range, found: readonly TermMatch[]): boolean {
  return found.some((match) => contains(match.range, range));
}

/** A lock does not tell which kinds it has. An older one has to be asked of every word. */
function lockDetectors({ words: ownWords, ...lock }: Lock, { words }: Tables): Detector[] {
  const detectors =
    ownWords === undefined
      ? kindDetectors(
          kinds,
          "every segment",
          once(({ bytes }) => findTerms(bytes, lock.lookup)),
        )
      : kindDetectors(
          kinds,
          { words },
          once((window) => termsIn(window, lock.lookup)),
        );
  if (lock.values === 0) return detectors;
  const detect = ({ text }: Window): Match[] =>
    [...valuePlaces(text)]
      .filter(({ start, end }) => lock.isValue(decoded(text.slice(start, end))))
      .map((range) => ({ range }));
  return [...detectors, { ...deniedRules.value, examples: [], trigger: "every segment", detect }];
}

function decoded(latin: string): string {
  return Buffer.from(latin, "latin1").toString();
}

function kindDetectors(
  ofKinds: Iterable<Kind>,
  trigger: Trigger,
  search: (window: Window) => readonly TermMatch[],
): Detector[] {
  return [...ofKinds].map((kind) => ({
    ...deniedRules[kind],
    trigger,
    detect: (window) =>
      search(window)
        .filter((match) => ruleOf(match.kind) === kind)
        .map(({ range }) => ({ range })),
    examples: [],
  }));
}

/** The engine gives the same window to all detectors that look at a whole segment. */
function once<T>(search: (window: Window) => T): (window: Window) => T {
  let last: { readonly window: Window; readonly found: T } | undefined;
  return (window) => {
    if (last?.window !== window) last = { window, found: search(window) };
    return last.found;
  };
}
