import type { Detector } from "../detectors/detector.ts";
import type { Hit } from "../engine/engine.ts";
import type { Failure } from "../extractors/format.ts";
import { type Room, wholeRoom } from "../extractors/gzip.ts";
import type { Candidate } from "../findings/resolve.ts";
import type { Gate } from "../gate.ts";
import { classOf } from "../model/class.ts";
import type { Document } from "../model/document.ts";

/** A hit in terms of the document that its segment comes from. */
export interface Found extends Candidate, Pick<Hit<Detector>, "detector" | "match"> {
  readonly surface: string;
  /** Whether it stands in a document without lines. */
  readonly isBinary?: true;
  /** What was matched, with its encodings undone. It stays in the scan. */
  readonly text: Buffer;
}

export interface Searched {
  readonly candidates: readonly Found[];
  readonly segments: number;
  /** Whether a suppression comment may stand in it. */
  readonly isMarked: boolean;
  readonly failures: readonly Failure[];
  /** What was found and not kept, as there is so much of its kind: the first of each. */
  readonly further: readonly Found[];
}

/** Lets others run, where it is time for it. */
export type Pause = () => Promise<void> | undefined;

export interface Searching extends Searched {
  readonly candidates: Found[];
  segments: number;
  isMarked: boolean;
  readonly failures: Failure[];
}

/** Before anything is searched. */
export function nothing(): Searching {
  return { candidates: [], segments: 0, isMarked: false, failures: [], further: [] };
}

/** How much is kept of what is found. */
export interface Limit {
  /** Those of one text that are kept. */
  readonly taken: (found: readonly Found[]) => Iterable<Found>;
  /** What stands for those that were not. */
  readonly further: readonly Found[];
}

/** One search of a document, with all that is in it. */
export interface Run {
  readonly engine: Gate["engine"];
  readonly placeholders: Gate["placeholders"];
  /** Whether it is a file of a built site. */
  readonly isOnSite: boolean;
  /** Of each detector, by its number; all of them where it is missing. */
  readonly isWanted: ((owner: number) => boolean) | undefined;
  readonly pause: Pause | undefined;
  /** For what is inflated in it. */
  readonly room: Room;
  readonly searched: Searching;
  /** Whether a format gave a text. */
  hasTexts: boolean;
  /** What was found in names of entries: a folder counts once, however much stands in it. */
  readonly inNames: Set<string>;
  /** Missing where all is kept. */
  readonly limit?: Limit;
  /** The number of the detector that is asked last, and not of tokens that others know. */
  readonly last?: number;
}

export function runOf(document: Pick<Document, "classes">, gate: Gate, searched: Searching): Run {
  return {
    engine: gate.engine,
    placeholders: gate.placeholders,
    isOnSite: gate.isForSites,
    isWanted: wantedOf(document, gate),
    pause: undefined,
    room: wholeRoom(),
    searched,
    hasTexts: false,
    inNames: new Set(),
  };
}

function wantedOf({ classes }: Pick<Document, "classes">, { ruleOf }: Gate): Run["isWanted"] {
  return classes && ((owner) => ruleOf[owner] !== undefined && classes.includes(classOf(ruleOf[owner])));
}

export function count(isMarked: boolean, isFurther: boolean, searched: Searching): void {
  if (!isFurther) searched.segments++;
  searched.isMarked ||= isMarked;
}

/** Keeps what was found in one text. */
export function keep(found: readonly Found[], { searched, limit }: Run): void {
  for (const one of limit?.taken(found) ?? found) searched.candidates.push(one);
}
