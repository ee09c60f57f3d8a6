import type { Detector } from "../src/detectors/detector.ts";
import { createEngine, type Engine } from "../src/engine/engine.ts";
import { type Candidate, resolve } from "../src/findings/resolve.ts";
import { marked } from "./marked.ts";
import { seenIn } from "./seen.ts";

/** Draws «marks» around everything that a detector finds in a text, or in a name where it looks at names alone. */
export async function mark(detector: Detector, text: string): Promise<string> {
  const bytes = Buffer.from(text);
  const inName = detector.namesOnly ?? false;
  const document = {
    kind: "document",
    name: bytes,
    nameLeaves: inName,
    bytes: inName ? Buffer.alloc(0) : bytes,
  } as const;
  const engine = engineOf(detector);
  const candidates: Candidate[] = [];
  for (const { shown } of seenIn(document, engine.look)) {
    if (shown === undefined) continue;
    const { segment, clues } = shown;
    for (const hit of await engine.run(segment, clues)) {
      if (hit instanceof Error) throw hit;
      const { match, range, rank } = hit;
      const placeholder = match.placeholder ?? false;
      candidates.push({ part: segment.part, range: segment.toDocument(range), rank, placeholder });
    }
  }
  return marked(
    bytes,
    resolve(candidates).map(({ range }) => range),
  );
}

const engines = new WeakMap<Detector, Engine<Detector>>();

function engineOf(detector: Detector): Engine<Detector> {
  const engine = engines.get(detector) ?? createEngine([detector]);
  engines.set(detector, engine);
  return engine;
}
