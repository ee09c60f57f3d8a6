import { fingerprinter } from "./findings/fingerprint.ts";
import { maskOf } from "./findings/mask.ts";
import { displayName } from "./findings/name.ts";
import { placer } from "./findings/place.ts";
import { classOf } from "./model/class.ts";
import type { Document } from "./model/document.ts";
import type { Finding } from "./model/finding.ts";
import { united } from "./model/range.ts";
import type { Share } from "./model/shard.ts";
import type { Policy } from "./policy/policy.ts";
import type { Found } from "./search.ts";

export interface Described {
  readonly found: Found;
  readonly finding: Finding;
}

/** Everything about a finding but the text: where it stands, which rule, what happens, and what its shape was. */
export function describe(document: Document, name: string, kept: readonly Found[], policy: Policy): Described[] {
  const inContents = kept.filter(({ part }) => part === "contents");
  const placeInContents = placer(document.bytes);
  const fingerprint = fingerprinter(name, document.bytes, united(inContents.map(({ range }) => range)));
  return kept.map((found) => {
    const { part, range, detector, match, surface, text } = found;
    const confidence = match.confidence ?? 1;
    const finding: Finding = {
      ruleId: detector.id,
      class: classOf(detector.id),
      severity: detector.severity ?? "error",
      confidence,
      action: policy(detector.id, confidence),
      document: name,
      ...(document.commit !== undefined && { commit: document.commit }),
      surface,
      ...(part === "name" ? wholeDocument : placeInContents(range)),
      message: match.variant === undefined ? detector.summary : `${detector.summary}: ${match.variant}`,
      remedy: detector.remedy,
      mask: maskOf(text.toString("utf8"), classOf(detector.id), detector.prefixes),
      fingerprint: fingerprint(detector.id, part === "name" ? null : range),
      ...orderOf(document),
    };
    return { found, finding };
  });
}

/** A shard's report keeps the places of documents, so that those of all shards can be put in order. */
export function orderOf({ order }: Share): Share {
  return order === undefined ? {} : { order };
}

/** Where a finding in the name is shown. */
const wholeDocument = { line: 1, column: 1, endLine: 1, endColumn: 1 };

/** The name of a document, with what was found in it masked. */
export function displayed({ name }: Pick<Document, "name">, found: readonly Found[]): string {
  return displayName(name, namesHidden(found));
}

/** What is shown of an artifact's name must tell which file it is: that it has this name is all that was found. */
function namesHidden(found: readonly Found[]): Parameters<typeof displayName>[1] {
  return found
    .map(({ part, range, detector }) => ({ part, range, class: classOf(detector.id) }))
    .filter((hidden) => hidden.part === "name" && hidden.class !== "artifact");
}
