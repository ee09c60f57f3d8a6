import type { Detector } from "./detectors/detector.ts";
import { DetectorError, type Hit } from "./engine/engine.ts";
import { extract, type Seen } from "./extractors/extract.ts";
import type { Candidate } from "./findings/resolve.ts";
import type { Gate } from "./gate.ts";
import { classOf } from "./model/class.ts";
import type { Document } from "./model/document.ts";
import type { Segment } from "./model/segment.ts";
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

/** A part of a document that was not searched to its end. */
interface Failure {
  readonly part: Segment["part"];
  /** Without any text of the document. */
  readonly reason: string;
}

/**
 * What the detectors find in a document, before it is decided which of them count. A detector or an extractor that throws is
 * a failure of the check, and the others go on.
 * @param pause is waited for between the pieces of a large document
 */
export async function search(document: Document, gate: Gate, pause?: () => Promise<void>): Promise<Searched> {
  const candidates: Found[] = [];
  const failures: Failure[] = [];
  let segments = 0;
  let isMarked = false;
  for (const seen of segmentsOf(document, gate)) {
    if ("reason" in seen) {
      failures.push(seen);
      continue;
    }
    if (seen.isFurther) await pause?.();
    else segments++;
    isMarked ||= seen.isMarked;
    if (seen.shown === undefined) continue;
    const { segment, clues } = seen.shown;
    const hits = gate.engine.run(segment, clues);
    for (const hit of hits instanceof Promise ? await hits : hits) {
      if (hit instanceof DetectorError) {
        failures.push({ part: segment.part, reason: `the detector ${hit.detector.id} failed: ${tellOf(hit.cause)}` });
        continue;
      }
      const { detector, rank, match, range } = hit;
      if (document.classes?.includes(classOf(detector.id)) === false) continue;
      candidates.push({
        part: segment.part,
        range: segment.toDocument(range),
        rank,
        placeholder: match.placeholder ?? false,
        detector,
        match,
        surface: segment.surface,
        text: Buffer.from(segment.bytes.subarray(range.start, range.end)),
      });
    }
  }
  return { candidates, segments, isMarked, failures };
}

/** What was seen, and in place of what could not be read or cut out the failure. */
function* segmentsOf(document: Document, gate: Gate): Generator<Seen | Failure> {
  let part: Segment["part"] = "contents";
  try {
    for (const seen of extract(document, gate.engine.look)) {
      ({ part } = seen);
      yield seen;
    }
  } catch (error) {
    yield {
      part,
      reason: isOfSystem(error) ? `cannot be read: ${codeOf(error)}` : `an extractor failed: ${tellOf(error)}`,
    };
  }
}

/** What was thrown and where; an error's message can hold the text that it choked on, so it stays inside. */
function tellOf(cause: unknown): string {
  const error = cause instanceof Error ? cause : new Error("not an error");
  return `${error.constructor.name} ${frameOf(error)}`.trim();
}

/** The first frame below the message, which can itself have lines that look like one. */
function frameOf({ message, stack = "" }: Error): string {
  const start = message === "" ? -1 : stack.indexOf(message);
  if (start === -1) return "";
  const frames = stack
    .slice(start + message.length)
    .split("\n")
    .map((line) => line.trim());
  return frames.find((line) => line.startsWith("at ")) ?? "";
}
