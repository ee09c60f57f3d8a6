import { placer } from "../findings/place.ts";
import type { Gate } from "../gate.ts";
import type { Bytes } from "../model/bytes.ts";
import { classOf } from "../model/class.ts";
import { deniedRuleIds } from "../model/denied-rule.ts";
import { countBefore, countBelow, farthestEnds, overlap, type Range } from "../model/range.ts";
import type { Found } from "../search/run.ts";
import { type Marker, markersIn } from "../suppressions/inline.ts";
import type { Judged } from "./judged.ts";
import { followed, type Label } from "./label.ts";
import type { Offer } from "./offer.ts";
import type { Words } from "./words.ts";

/** What the comments of a document come to. */
export interface Comments {
  readonly offers: ReadonlyMap<Found, readonly Offer[]>;
  /** Those that speak of a line in which their rule found nothing. */
  readonly unused: readonly Label[];
  /** Those that suppress nothing, with the reason: it is only said where one speaks of a line with a finding. */
  readonly rejected: readonly Label[];
}

/** Reads the comments of documents. @param isChange whether one can be new */
export function commentReader({ rules }: Gate, isChange: boolean): (judged: Judged) => Comments {
  const known = new Set<string>(rules);
  const ofLists = new Set<string>(deniedRuleIds);
  return ({ document: { bytes, classes }, name, found, isNew, isMarked }) => {
    const offers = new Map<Found, Offer[]>();
    const unused: Label[] = [];
    const rejected: Label[] = [];
    // What has classes of its own is a field of one line, such as an author, and no place for comments.
    if (!isMarked || classes !== undefined) return { offers, unused, rejected };
    const placeOf = placer(bytes);
    const among = new Among(found);
    for (const mark of markersIn(bytes)) {
      const label = { before: `${name}:${placeOf(mark.range).line}: ${mark.name}`, path: "", after: "" };
      const spoken = among.startingIn(mark.line);
      if (mark.fault !== undefined) {
        if (spoken.length > 0) rejected.push(followed(label, mark.fault));
        continue;
      }
      if (spoken.length > 0 && mark.rules.some((rule) => !known.has(rule) && !ofLists.has(rule)))
        rejected.push(followed(label, "names a rule that there is not"));
      const reason = reasonOf(mark, bytes, among);
      const isNewHere = isChange && isNew("contents", { start: mark.range.start, end: mark.reasonEnd });
      for (const rule of mark.rules.filter((one) => known.has(one))) {
        const own = followed(label, rule);
        const hits = spoken.filter(({ detector }) => detector.id === rule);
        if (hits.length === 0) unused.push(own);
        const offer: Offer = { kind: "inline", reason, isNew: isNewHere, label: own };
        for (const hit of hits) offers.set(hit, [...(offers.get(hit) ?? []), offer]);
      }
    }
    return { offers, unused, rejected };
  };
}

/** What was found in the contents of a document, looked up by its place. */
class Among {
  readonly #found: readonly Found[];
  readonly #ranges: readonly Range[];
  readonly #ends: readonly number[];

  /** @param found in order of place */
  constructor(found: readonly Found[]) {
    this.#found = found.filter(({ part }) => part === "contents");
    this.#ranges = this.#found.map(({ range }) => range);
    this.#ends = farthestEnds(this.#ranges);
  }

  /** A comment speaks of what begins in its line. */
  startingIn(line: Range): readonly Found[] {
    return this.#found.slice(countBefore(this.#ranges, line.start), countBefore(this.#ranges, line.end + 1));
  }

  overlapping(place: Range): readonly Found[] {
    const near = this.#found.slice(countBelow(this.#ends, place.start + 1), countBefore(this.#ranges, place.end));
    return near.filter(({ range }) => overlap(range, place));
  }
}

/** What was found in the document is hidden in a reason, too, however little of it stands there. */
function reasonOf({ reason, reasonEnd }: Marker, bytes: Bytes, among: Among): Words {
  const hidden = among.overlapping(reason).map(({ range, detector }) => ({
    range: { start: Math.max(0, range.start - reason.start), end: range.end - reason.start },
    class: classOf(detector.id),
  }));
  // A copy: it is shown when other files have been read, and they share the memory.
  return { bytes: Buffer.from(bytes.subarray(reason.start, reason.end)), end: reasonEnd - reason.start, hidden };
}
