import type { Detector } from "../detectors/detector.ts";
import type { DetectorError } from "../engine/engine.ts";
import { type Failure, type Part, TooLarge, Unparsed } from "../extractors/format.ts";
import type { Segment } from "../model/segment.ts";
import { codeOf, isOfSystem } from "../model/system-error.ts";

/** A format that gave up. */
export function unparsed(of: Part, error: unknown): Failure {
  if (error instanceof Unparsed) return { part: of.part, reason: error.message, kind: "skipped" };
  return error instanceof TooLarge ? { part: of.part, reason: error.message } : failureOf(of, error);
}

/** A detector threw. */
export function failureOfDetector(
  { part }: Pick<Segment, "part">,
  { detector, cause }: DetectorError<Detector>,
): Failure {
  return { part, reason: `the detector ${detector.id} failed: ${tellOf(cause)}` };
}

/** Anything else that threw. */
export function failureOf({ part }: Pick<Segment, "part">, error: unknown): Failure {
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
