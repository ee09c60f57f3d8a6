import type { Detector } from "./detectors/detector.ts";
import { DetectorError, type Hit } from "./engine/engine.ts";
import { extract } from "./extractors/extract.ts";
import type { Candidate } from "./findings/resolve.ts";
import type { Gate } from "./gate.ts";
import { classOf } from "./model/class.ts";
import type { Document } from "./model/document.ts";
import type { Segment } from "./model/segment.ts";

/** A hit in terms of the document that its segment comes from. */
export interface Found extends Candidate {
  readonly hit: Hit<Detector>;
  readonly segment: Segment;
}

/** What the detectors find in a document, before it is decided which of them count. A detector that throws is a failure of the check, and the others go on. */
export async function search(
  document: Document,
  gate: Gate,
): Promise<{ candidates: Found[]; segments: number; failures: string[] }> {
  const candidates: Found[] = [];
  const failures: string[] = [];
  let segments = 0;
  for (const segment of extract(document)) {
    segments++;
    for await (const hit of gate.engine.run(segment)) {
      if (hit instanceof DetectorError) {
        failures.push(failureOf(hit));
        continue;
      }
      const { detector, match, range } = hit;
      if (document.classes?.includes(classOf(detector.id)) === false) continue;
      const placeholder = match.placeholder ?? false;
      const rank = gate.detectors.indexOf(detector);
      candidates.push({ part: segment.part, range: segment.toDocument(range), rank, placeholder, hit, segment });
    }
  }
  return { candidates, segments, failures };
}

/** Names the detector and where it threw; an error's message can hold the text that it choked on, so it stays inside. */
function failureOf({ detector, cause }: DetectorError<Detector>): string {
  const error = cause instanceof Error ? cause : new Error("not an error");
  return `the detector ${detector.id} failed: ${error.constructor.name} ${frameOf(error)}`.trim();
}

/** The first frame below the message, which can itself have lines that look like one. */
function frameOf({ message, stack = "" }: Error): string {
  const start = message === "" ? -1 : stack.indexOf(message);
  if (start === -1) return "";
  return /^\s+at .*$/m.exec(stack.slice(start + message.length))?.[0].trim() ?? "";
}
