import type { Gate } from "../gate.ts";
import type { Quiet } from "../model/document.ts";
import { search } from "../search/search.ts";
import { readFile } from "../sources/files/opened.ts";

/**
 * Searches a file as the scan does, and gives undefined where the scan has anything to do but to count it: there it is searched
 * again when its turn comes.
 * @param name its bytes in Latin-1.
 * @param pause is waited for between the pieces of a large file
 */
export async function quietOf(name: string, gate: Gate, pause?: () => Promise<void>): Promise<Quiet | undefined> {
  for (const item of readFile(name)) {
    if (item.kind !== "document") continue;
    const { candidates, segments, isMarked, failures } = await search(item, gate, { pause, isTold: true });
    if (candidates.length === 0 && !isMarked && failures.length === 0)
      return { kind: "quiet", bytes: item.bytes.length, segments };
  }
  return undefined;
}
