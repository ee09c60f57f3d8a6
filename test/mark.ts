import type { Detector } from "../src/detectors/detector.ts";
import { createEngine } from "../src/engine/engine.ts";
import { extract } from "../src/extractors/extract.ts";

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
  const engine = createEngine([detector]);
  const ranges = new Map<number, number>();
  for (const segment of extract(document)) {
    for await (const hit of engine.run(segment)) {
      if (hit instanceof Error) throw hit;
      if (hit.match.placeholder) continue;
      const { start, end } = segment.toDocument(hit.range);
      ranges.set(start, end);
    }
  }
  let marked = "";
  let last = 0;
  for (const [start, end] of [...ranges].toSorted(([a], [b]) => a - b)) {
    marked += `${bytes.toString("utf8", last, start)}«${bytes.toString("utf8", start, end)}»`;
    last = end;
  }
  return marked + bytes.toString("utf8", last);
}
