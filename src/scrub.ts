import { escapeControls } from "./findings/name.ts";
import { maskOf } from "./findings/mask.ts";
import { resolve } from "./findings/resolve.ts";
import type { Gate } from "./gate.ts";
import { classOf } from "./model/class.ts";
import { search } from "./search/search.ts";

/**
 * A text for people, such as an error's, with everything that the gate finds in it masked and control characters escaped. What could not be
 * searched to its end is not shown.
 */
export async function scrub(text: string, gate: Gate): Promise<string> {
  const bytes = Buffer.from(text);
  const { candidates, failures } = await search(
    { kind: "document", name: Buffer.alloc(0), nameLeaves: false, isText: true, bytes },
    gate,
  );
  if (failures.length > 0) return "[a text that was not searched]";
  let clean = "";
  let last = 0;
  for (const { range, detector } of resolve(candidates)) {
    if (range.end <= last) continue;
    const { id, prefixes } = detector;
    clean +=
      bytes.toString("utf8", last, range.start) +
      maskOf(bytes.toString("utf8", Math.max(last, range.start), range.end), classOf(id), prefixes);
    last = range.end;
  }
  return (clean + bytes.toString("utf8", last)).split("\n").map(escapeControls).join("\n");
}
