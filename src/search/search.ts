import {
  extract,
  type Glimpse,
  glimpse,
  isQuiet,
  type Opened,
  partsOf,
  type Seen,
  wholeOf,
} from "../extractors/extract.ts";
import { type Failure, type Part, Unparsed } from "../extractors/format.ts";
import { deepestFormat, formatsOf } from "../extractors/formats.ts";
import { withEntryNames } from "../findings/entry-name.ts";
import { seenOnce } from "../findings/seen-once.ts";
import type { Gate } from "../gate.ts";
import type { Document } from "../model/document.ts";
import { type Steps, wait, walk } from "../model/steps.ts";
import { failureOf, unparsed } from "./failure.ts";
import { count, nothing, type Pause, type Run, runOf, type Searched } from "./run.ts";
import { searchEntryName, searchSegment } from "./segment.ts";
import { Tally } from "./tally.ts";

interface Searchable {
  /** Is waited for between the pieces of a large document. */
  readonly pause?: Pause | undefined;
  /** Whether places are told of what is found and nothing is masked by it: then some thousands of a kind are enough. */
  readonly isTold?: boolean;
}

/**
 * What the detectors find in a document, before it is decided which of them count. A detector or an extractor that throws is
 * a failure of the check, and the others go on. Of most documents a look at their bytes tells that there is nothing to wait for.
 */
export function search(
  document: Document,
  gate: Gate,
  { pause, isTold = false }: Searchable = {},
): Searched | Promise<Searched> {
  const searched = nothing();
  const loud: Glimpse[] = [];
  let formats: Formats = [];
  for (const part of partsOf(document)) {
    try {
      const seen = glimpse(part, gate.engine.look);
      formats = formatsIn(seen, gate.isForSites);
      if (isQuiet(seen)) count(seen.glance.isMarked, false, searched);
      else loud.push(seen);
    } catch (error) {
      searched.failures.push(failureOf(part, error));
    }
  }
  if (loud.length === 0 && formats.length === 0 && document.hidden === undefined) return searched;
  const run = { ...runOf(document, gate, searched), pause, ...(isTold && { limit: new Tally(document) }) };
  return walk(searchCloser(run, document, loud, formats));
}

type Formats = ReturnType<typeof formatsOf>;

function formatsIn({ of: { name, bytes }, glance: { first, end } }: Glimpse, isOnSite: boolean): Formats {
  if (end === 0) return [];
  const formats = formatsOf(name, first, isOnSite);
  const mayBeLink = formats.some(({ isBinary }) => isBinary) && end < longestPath;
  return mayBeLink && isOneLine(bytes.subarray(0, end)) ? formats.filter(({ isBinary }) => isBinary !== true) : formats;
}

/** In bytes. */
const longestPath = 4096;

/** A symbolic link is named like what it leads to, and holds its path: no document of a binary format is a line of text. */
function isOneLine(bytes: Buffer): boolean {
  return bytes.every((byte) => byte >= 0x20 && byte < 0x7f);
}

/** The texts of its formats first: they say better than its bytes where something stands, and of two findings at one place the first is kept. */
function* searchCloser(run: Run, document: Document, loud: readonly Glimpse[], formats: Formats): Steps<Searched> {
  const { engine, room, searched } = run;
  if (formats.length > 0) yield* searchFormats(wholeOf(document), formats, 1, run);
  for (const one of loud) yield* searchSeen(one.of, extract(one, engine.look, 0, room), 0, run);
  if (document.hidden !== undefined) yield* searchHidden(document.hidden(document.bytes), run);
  const isSafe = searched.failures.every(({ kind }) => kind === "skipped");
  const kept = run.hasTexts ? seenOnce(searched.candidates) : searched.candidates;
  const found = [...kept, ...(run.limit?.further ?? [])];
  const isBinary = formats.some((format) => format.isBinary) && document.bytes.subarray(0, beginning).includes(0);
  const shown = (run.hasTexts ? withEntryNames(found, isSafe) : found).map((one) =>
    isBinary ? { ...one, isBinary } : one,
  );
  return { ...searched, candidates: shown.slice(0, kept.length), further: shown.slice(kept.length) };
}

/** Texts that stand in a document beside what it shows. */
export function* searchHidden(texts: Iterable<Part>, run: Run): Steps<void> {
  for (const text of texts) {
    yield* wait(run.pause?.());
    const seen = glimpse(text, run.engine.look);
    if (!isQuiet(seen)) yield* searchSeen(text, extract(seen, run.engine.look, 1, run.room), 0, run);
  }
}

/** Git looks so far for a NUL, too, to tell whether a file has lines. */
const beginning = 8000;

/** @param depth how deep in documents of formats these are */
function* searchFormats(of: Part, formats: Formats, depth: number, run: Run): Steps<void> {
  const { failures } = run.searched;
  for (const format of formats) {
    if (depth > deepestFormat) {
      failures.push({
        part: of.part,
        reason: `what stands in it deeper than ${deepestFormat} archives was not searched`,
      });
      return;
    }
    try {
      const texts = (yield* wait(format.load())).texts(of, run.room);
      for (const text of yield* wait(texts)) {
        yield* wait(run.pause?.());
        run.hasTexts = true;
        if ("reason" in text) failures.push(text);
        else yield* searchDocument(text, depth, run);
      }
    } catch (error) {
      if (of.isGuess !== true || !(error instanceof Unparsed)) failures.push(unparsed(of, error));
    }
  }
}

/** A text, which can be a document of its own. */
function* searchDocument(of: Part, depth: number, run: Run): Steps<void> {
  const { engine, room } = run;
  if (of.isEntry && of.name !== undefined) yield* searchEntryName(of, of.name, run);
  const seen = glimpse(of, engine.look);
  const formats = formatsIn(seen, run.isOnSite);
  if (formats.length > 0) yield* searchFormats(of, formats, depth + 1, run);
  yield* searchSeen(of, extract(seen, engine.look, 1, room), depth, run);
}

/** In place of what cannot be read or cut out there is a failure. */
export function* searchSeen(of: Part, seen: Iterable<Seen | Failure | Opened>, depth: number, run: Run): Steps<void> {
  const { searched, engine, pause } = run;
  try {
    for (const one of seen) {
      if ("reason" in one) searched.failures.push(one);
      else if ("opened" in one) {
        yield* searchFormats(one.opened, formatsIn(glimpse(one.opened, engine.look), run.isOnSite), depth + 1, run);
      } else {
        if (one.isFurther) yield* wait(pause?.());
        count(one.isMarked, one.isFurther, searched);
        if (one.shown !== undefined) yield* searchSegment(one.shown, run);
      }
    }
  } catch (error) {
    searched.failures.push(failureOf(of, error));
  }
}
