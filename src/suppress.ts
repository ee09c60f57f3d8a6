import type { Bytes } from "./model/bytes.ts";
import { surroundings } from "./findings/fingerprint.ts";
import type { Hidden } from "./findings/name.ts";
import { placer } from "./findings/place.ts";
import type { Gate } from "./gate.ts";
import { classOf, type RuleId } from "./model/class.ts";
import { deniedRuleIds } from "./model/denied-rule.ts";
import type { Document } from "./model/document.ts";
import type { Finding } from "./model/finding.ts";
import { overlap, type Range, united } from "./model/range.ts";
import type { Allow, BaselineEntry } from "./model/suppression.ts";
import type { Suppressed, Verdict } from "./model/verdict.ts";
import type { Found } from "./search/run.ts";
import { isExpired, matcher } from "./suppressions/allow.ts";
import { type Marker, markersIn } from "./suppressions/inline.ts";
import { linePrint, matchPrint } from "./suppressions/print.ts";
import { shower, type Words, wordsOf } from "./words.ts";

/** One document with what was found in it. */
export interface Judged {
  readonly document: Document;
  /** As reports show it. */
  readonly name: string;
  /** All that was found, in order. */
  readonly found: readonly Found[];
  /** What the policy says of those that the change brings. */
  readonly brought: ReadonlyMap<Found, Finding | undefined>;
  readonly isNew: (part: "name" | "contents", range: Range) => boolean;
  /** Whether a comment may stand in it; of all others none is looked for. */
  readonly isMarked: boolean;
}

export type Suppressing = Pick<
  Verdict,
  "suppressed" | "unusedSuppressions" | "idleSuppressions" | "newSuppressions" | "rejectedSuppressions"
>;

/** Takes suppressed findings out of a verdict, document by document. */
export interface Suppressor {
  /** The findings that still count. One that a new suppression asks for is among them, as a question. */
  readonly left: (judged: Judged) => Finding[];
  /** After the last document. @param isComplete whether all of them were checked. */
  readonly result: (isComplete: boolean) => Promise<Suppressing>;
}

/** Something that would suppress a finding. */
interface Offer {
  readonly kind: Suppressed["kind"];
  readonly reason: Words;
  readonly isNew: boolean;
  readonly label: Label;
}

/** What a suppression is called: `allow: secret/github-token in test/**`. */
interface Label {
  readonly before: string;
  readonly path: string;
  readonly after: string;
}

const denied = "is new, and new suppressions are denied";

/** In place of words of a file, in which nobody can mask what another shard finds. */
const withheld = "not shown by a shard";

/** @throws {GateError} if the suppressions cannot be read. */
export async function openSuppressor(gate: Gate): Promise<Suppressor> {
  const suppressions = await gate.suppressions.open();
  const { ledger, brought, isWhole, isPart = false, pathOf } = suppressions;
  const rules = new Set<string>(gate.rules);
  const ofLists = new Set<string>(deniedRuleIds);
  const isListed = gate.denied !== undefined && gate.denied.missing.length === 0;
  const today = new Date().toISOString().slice(0, 10);
  const allows = suppressions.allow.map((entry) => ({ entry, matches: matcher(entry) }));
  /** In a shard an entry is called by its place in its file, counted from 1. */
  const places = new Map<Allow | BaselineEntry, number>(
    isPart ? [suppressions.allow, ledger?.entries ?? []].flatMap((of) => of.map((entry, at) => [entry, at + 1])) : [],
  );
  /** What was found, as Latin-1. */
  const texts = new Map<string, Hidden["class"]>();
  const suppressed: { finding: Finding; offer: Offer }[] = [];
  const used = new Set<Allow | BaselineEntry>();
  const unused: Label[] = [];
  const added = new Map<string, Label>();
  const rejected = new Map<string, Label>();

  function left({ document, name, found, brought: judged, isNew, isMarked }: Judged): Finding[] {
    for (const hit of found) remember(hit, texts);
    const inline = isMarked ? inlineOffers(document, name, found, isNew) : new Map<Found, Offer[]>();
    const path = document.nameLeaves ? pathOf(name) : undefined;
    const line = liner(document, found);
    return found.flatMap((hit) => {
      const finding = judged.get(hit);
      return finding === undefined ? [] : decided(finding, offersOf(hit, finding, inline.get(hit) ?? [], path, line));
    });
  }

  /** In turn: what is nearest goes first, and one that is not needed is not used. */
  function* offersOf(
    hit: Found,
    { ruleId }: Finding,
    inline: readonly Offer[],
    path: string | undefined,
    line: Liner,
  ): Generator<Offer> {
    yield* inline;
    if (path === undefined) return;
    yield* allowed(ruleId, path);
    yield* known(ruleId, path, hit, line);
  }

  function decided(finding: Finding, offers: Iterable<Offer>): Finding[] {
    let isAsked = false;
    for (const offer of offers) {
      const { isNew, kind, label } = offer;
      if (isNew && brought === "deny") reject(label, denied);
      else if (isNew && kind === "inline") added.set(keyOf(label), label);
      if (!isNew || brought === "allow") {
        suppressed.push({ finding, offer });
        return [];
      }
      isAsked ||= brought === "ask";
    }
    return [isAsked && finding.action === "block" ? { ...finding, action: "ask" } : finding];
  }

  /** What comments offer to each finding; what is wrong with one is only said where it speaks of a line with a finding. */
  function inlineOffers(
    { bytes, classes }: Document,
    name: string,
    found: readonly Found[],
    isNew: Judged["isNew"],
  ): Map<Found, Offer[]> {
    const offers = new Map<Found, Offer[]>();
    // What has classes of its own is a field of one line, such as an author, and no place for comments.
    if (classes !== undefined) return offers;
    const placeOf = placer(bytes);
    for (const mark of markersIn(bytes)) {
      const label = { before: `${name}:${placeOf(mark.range).line}: ${mark.name}`, path: "", after: "" };
      const spoken = found.filter(({ part, range }) => part === "contents" && startsIn(mark.line, range));
      if (mark.fault !== undefined) {
        if (spoken.length > 0) reject(label, mark.fault);
        continue;
      }
      if (spoken.length > 0 && mark.rules.some((rule) => !rules.has(rule) && !ofLists.has(rule)))
        reject(label, "names a rule that there is not");
      const reason = reasonOf(mark, bytes, found);
      const isNewHere = brought !== undefined && isNew("contents", { start: mark.range.start, end: mark.reasonEnd });
      for (const rule of mark.rules.filter((one) => rules.has(one))) {
        const own = { ...label, after: ` ${rule}` };
        const hits = spoken.filter(({ detector }) => detector.id === rule);
        if (hits.length === 0) unused.push(own);
        const offer: Offer = { kind: "inline", reason, isNew: isNewHere, label: own };
        for (const hit of hits) offers.set(hit, [...(offers.get(hit) ?? []), offer]);
      }
    }
    return offers;
  }

  function* allowed(ruleId: RuleId, path: string): Generator<Offer> {
    for (const { entry, matches } of allows) {
      if (!matches(ruleId, path)) continue;
      used.add(entry);
      if (isExpired(entry, today)) rejectExpired(entry);
      else yield { kind: "allow", reason: wordsOf(entry.reason), isNew: entry.isNew, label: labelOf(entry) };
    }
  }

  function* known(rule: RuleId, path: string, found: Found, line: Liner): Generator<Offer> {
    if (ledger === undefined) return;
    const { salt } = ledger;
    const match = (): string => matchPrint(salt, rule, found.text);
    const entry = ledger.find({ path, rule, line: line(found, salt), match });
    if (entry === undefined) return;
    used.add(entry);
    yield { kind: "baseline", reason: wordsOf(entry.reason), isNew: entry.isNew, label: labelOf(entry) };
  }

  function reject(label: Label, why: string): void {
    const whole = { ...label, after: `${label.after} ${why}` };
    rejected.set(keyOf(whole), whole);
  }

  function rejectExpired(entry: Allow): void {
    reject(labelOf(entry), `expired on ${entry.expires ?? ""}`);
  }

  function labelOf(entry: Allow | BaselineEntry): Label {
    const label = "line" in entry ? labelOfEntry(entry) : labelOfAllow(entry);
    const place = places.get(entry);
    return place === undefined ? label : { ...label, path: "", before: `${label.before}entry ${place}` };
  }

  async function result(isComplete: boolean): Promise<Suppressing> {
    const all = [...suppressions.allow, ...(ledger?.entries ?? [])];
    const bring = brought === undefined ? [] : all.filter(({ isNew }) => isNew).map(labelOf);
    const idle: Label[] = [];
    for (const label of bring) {
      if (brought === "deny") reject(label, denied);
      else added.set(keyOf(label), label);
    }
    if (isWhole) {
      for (const { entry } of allows) if (isExpired(entry, today)) rejectExpired(entry);
      // Where a list is missing nobody knows whether what speaks of its rules is needed.
      const asked = all.filter(({ rule }) => isListed || !ofLists.has(rule));
      const unneeded = asked.filter((entry) => !used.has(entry) && ("line" in entry || !isExpired(entry, today)));
      if (isComplete) (isPart ? idle : unused).push(...unneeded.map(labelOf));
    }
    const labels = [...unused, ...idle, ...added.values(), ...rejected.values()];
    const words = [...suppressed.map(({ offer }) => offer.reason), ...labels.map(({ path }) => wordsOf(path))];
    const shown = shower(gate, words, texts);
    const show = async (of: Words): Promise<string> => (isPart && of.end > 0 ? withheld : shown(of));
    const named = async (of: Iterable<Label>): Promise<string[]> => {
      const names = [];
      for (const { before, path, after } of of) names.push(before + (await show(wordsOf(path))) + after);
      return names;
    };
    const told: Suppressed[] = [];
    for (const { finding, offer } of suppressed)
      told.push({ ...finding, kind: offer.kind, reason: await show(offer.reason) });
    return {
      suppressed: told,
      unusedSuppressions: await named(unused),
      ...(isPart && { idleSuppressions: await named(idle) }),
      newSuppressions: await named(added.values()),
      rejectedSuppressions: await named(rejected.values()),
    };
  }

  return { left, result };
}

/** A comment speaks of what begins in its line. */
function startsIn(line: Range, { start }: Range): boolean {
  return line.start <= start && start <= line.end;
}

/** What was found in the document is hidden in a reason, too, however little of it stands there. */
function reasonOf({ reason, reasonEnd }: Marker, bytes: Bytes, found: readonly Found[]): Words {
  const inside = found.filter(({ part, range }) => part === "contents" && overlap(range, reason));
  const hidden = inside.map(({ range, detector }) => ({
    range: { start: Math.max(0, range.start - reason.start), end: range.end - reason.start },
    class: classOf(detector.id),
  }));
  // A copy: it is shown when other files have been read, and they share the memory.
  return { bytes: Buffer.from(bytes.subarray(reason.start, reason.end)), end: reasonEnd - reason.start, hidden };
}

/** The hash of the line that a finding stands in. */
type Liner = (found: Found, salt: string) => string;

/** Made for all findings of a document at the first question: each is counted among those of the same text in the same line. */
function liner({ bytes }: Document, found: readonly Found[]): Liner {
  let prints: Map<Found, string> | undefined;
  return (wanted, salt) => {
    prints ??= new Map(linePrints(bytes, found, salt));
    return prints.get(wanted) ?? "";
  };
}

function* linePrints(bytes: Bytes, found: readonly Found[], salt: string): Generator<[Found, string]> {
  const ranges = united(found.filter(({ part }) => part === "contents").map(({ range }) => range));
  const seen = new Map<string, number>();
  for (const one of found) {
    const { id } = one.detector;
    const line = `${one.part} ${one.part === "name" ? "" : surroundings(bytes, one.range, ranges)}`;
    const key = JSON.stringify([id, line, one.text.toString("latin1")]);
    const ordinal = seen.get(key) ?? 0;
    seen.set(key, ordinal + 1);
    yield [one, linePrint(salt, id, line, ordinal)];
  }
}

/** Keeps what was found, so that no word of a suppression shows it. What a file of some kind is called tells nothing. */
function remember(found: Found, texts: Map<string, Hidden["class"]>): void {
  const of = classOf(found.detector.id);
  if (found.part === "name" && of === "artifact") return;
  texts.set(found.text.toString("latin1"), of);
}

function labelOfAllow({ rule, path }: Allow): Label {
  return { before: `allow: ${rule} in `, path, after: "" };
}

function labelOfEntry({ rule, path, line }: BaselineEntry): Label {
  return { before: `baseline: ${rule} in `, path, after: ` (${line})` };
}

function keyOf({ before, path, after }: Label): string {
  return JSON.stringify([before, path, after]);
}
