import type { Detector } from "./detectors/detector.ts";
import { DetectorError, type Hit } from "./engine/engine.ts";
import {
  extract,
  type Failure,
  type Glimpse,
  glimpse,
  isQuiet,
  type Part,
  partsOf,
  type Seen,
  wholeOf,
} from "./extractors/extract.ts";
import { formatOf, Unparsed } from "./extractors/formats.ts";
import { type Room, wholeRoom } from "./extractors/gzip.ts";
import type { Candidate } from "./findings/resolve.ts";
import type { Gate } from "./gate.ts";
import { classOf, type RuleId } from "./model/class.ts";
import type { Look } from "./model/clues.ts";
import { isOfTerms } from "./model/denied-rule.ts";
import type { Document } from "./model/document.ts";
import type { Segment } from "./model/segment.ts";
import { type Steps, wait, walk } from "./model/steps.ts";
import { codeOf, isOfSystem } from "./model/system-error.ts";

/** A hit in terms of the document that its segment comes from. */
export interface Found extends Candidate, Pick<Hit<Detector>, "detector" | "match"> {
  readonly surface: string;
  /** What was matched, with its encodings undone. It stays in the scan. */
  readonly text: Buffer;
}

export interface Searched {
  readonly candidates: readonly Found[];
  readonly segments: number;
  /** Whether a suppression comment may stand in it. */
  readonly isMarked: boolean;
  readonly failures: readonly Failure[];
}

/**
 * What the detectors find in a document, before it is decided which of them count. A detector or an extractor that throws is
 * a failure of the check, and the others go on. Of most documents a look at their bytes tells that there is nothing to wait for.
 * @param pause is waited for between the pieces of a large document
 */
export function search(document: Document, gate: Gate, pause?: Pause): Searched | Promise<Searched> {
  const searched: Searching = { candidates: [], segments: 0, isMarked: false, failures: [] };
  const loud: Glimpse[] = [];
  for (const part of partsOf(document)) {
    try {
      const seen = glimpse(part, gate.engine.look);
      if (isQuiet(seen)) count(seen.glance.isMarked, false, searched);
      else loud.push(seen);
    } catch (error) {
      searched.failures.push(failureOf(part, error));
    }
  }
  const format = formatOf(document);
  if (loud.length === 0 && format === undefined) return searched;
  return walk(searchCloser({ loud, format }, document, gate, searched, pause));
}

/** Lets others run, where it is time for it. */
export type Pause = () => Promise<void> | undefined;

interface Searching extends Searched {
  readonly candidates: Found[];
  segments: number;
  isMarked: boolean;
  readonly failures: Failure[];
}

function count(isMarked: boolean, isFurther: boolean, searched: Searching): void {
  if (!isFurther) searched.segments++;
  searched.isMarked ||= isMarked;
}

/** What there is to look closer at. */
interface Closer {
  readonly loud: readonly Glimpse[];
  readonly format: ReturnType<typeof formatOf>;
}

function* searchCloser(
  { loud, format }: Closer,
  document: Document,
  { engine, ruleOf }: Gate,
  searched: Searching,
  pause: Pause | undefined,
): Steps<Searched> {
  const { classes } = document;
  const { candidates, failures } = searched;
  const isWanted =
    classes && ((owner: number): boolean => ruleOf[owner] !== undefined && classes.includes(classOf(ruleOf[owner])));
  const room = wholeRoom();
  let texts: Iterable<Part> = [];
  try {
    if (format !== undefined) texts = yield* wait((yield* wait(format.load())).texts(wholeOf(document), room));
  } catch (error) {
    failures.push(unparsed(error));
  }
  for (const seen of segmentsOf(loud, texts, engine.look, room)) {
    if ("reason" in seen) {
      failures.push(seen);
      continue;
    }
    if (seen.isFurther) yield* wait(pause?.());
    count(seen.isMarked, seen.isFurther, searched);
    if (seen.shown === undefined) continue;
    const { segment, clues } = seen.shown;
    const { part, surface, bytes, stream } = segment;
    for (const hit of yield* wait(engine.run(segment, clues, isWanted))) {
      if (hit instanceof DetectorError) {
        failures.push({ part, reason: `the detector ${hit.detector.id} failed: ${tellOf(hit.cause)}` });
        continue;
      }
      const { detector, rank, match, range } = hit;
      const placeholder = match.placeholder ?? false;
      const text = Buffer.from(bytes.subarray(range.start, range.end));
      const group = groupOf(detector.id);
      const place = {
        part,
        range: segment.toDocument(range),
        ...(group !== undefined && { group }),
        ...(stream && { stream: { of: stream.of, range: stream.toStream(range) } }),
      };
      candidates.push({ ...place, rank, placeholder, detector, match, surface, text });
    }
  }
  return searched;
}

/** What the owner has denied is a question of its own: a term that may leave takes no credential along that overlaps it. */
function groupOf(rule: RuleId): string | undefined {
  return isOfTerms(rule) ? rule : undefined;
}

/** What is seen of parts and of texts in them, and in place of what cannot be read or cut out the failure. */
function* segmentsOf(
  loud: readonly Glimpse[],
  texts: Iterable<Part>,
  look: Look,
  room: Room,
): Generator<Seen | Failure> {
  for (const one of loud) {
    try {
      yield* extract(one, look, 0, room);
    } catch (error) {
      yield failureOf(one.of, error);
    }
  }
  try {
    for (const text of texts) yield* extract(glimpse(text, look), look, 1, room);
  } catch (error) {
    yield unparsed(error);
  }
}

function unparsed(error: unknown): Failure {
  return error instanceof Unparsed
    ? { part: "contents", reason: error.message, kind: "skipped" }
    : failureOf({ part: "contents" }, error);
}

function failureOf({ part }: Pick<Segment, "part">, error: unknown): Failure {
  const reason = isOfSystem(error) ? `cannot be read: ${codeOf(error)}` : `an extractor failed: ${tellOf(error)}`;
  return { part, reason };
}

/** What was thrown and where; an error's message can hold the text that it choked on, so it stays inside. */
function tellOf(cause: unknown): string {
  const error = cause instanceof Error ? cause : new Error("not an error");
  return `${error.constructor.name} ${frameOf(error)}`.trim();
}

/**
 * The first frame below the message, which can itself have lines that look like one. Of its file only the name: where outgate is installed
 * can tell who somebody is.
 */
function frameOf({ message, stack = "" }: Error): string {
  const start = message === "" ? -1 : stack.indexOf(message);
  if (start === -1) return "";
  const frames = stack
    .slice(start + message.length)
    .split("\n")
    .map((line) => line.trim());
  const frame = frames.find((line) => line.startsWith("at ")) ?? "";
  return frame.replace(/(?<=\(|^at (?:async )?)(?:file:\/|[A-Za-z]:)?[\\/].*[\\/]/, "");
}
