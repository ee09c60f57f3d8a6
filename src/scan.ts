import { describe, displayed, orderOf, placesOf } from "./describe.ts";
import { newness } from "./findings/before.ts";
import { inOrder, resolve } from "./findings/resolve.ts";
import { toldOnce } from "./findings/told-once.ts";
import type { Gate } from "./gate.ts";
import type { RuleId } from "./model/class.ts";
import type { Document, Unread } from "./model/document.ts";
import type { Finding } from "./model/finding.ts";
import type { Progress } from "./model/progress.ts";
import type { Item, Source } from "./model/source.ts";
import { nothingSuppressed, stamp, type Unscanned, type Verdict } from "./model/verdict.ts";
import { judge, withContents } from "./policy/judge.ts";
import { unrepeated } from "./policy/repeated.ts";
import type { Pause, Searched } from "./search/run.ts";
import { search } from "./search/search.ts";
import type { Undecided } from "./suppress/judged.ts";
import type { Suppressor } from "./suppress/suppressor.ts";

/**
 * The whole pipeline: every document of a source, cut into segments, searched by the detectors, judged by the policy.
 * What could not be read or searched stands in the verdict, which then is not complete.
 * @param onPause is called and awaited, some twenty times a second, before the scan lets others run: only from the first time on a
 * signal is heard
 * @throws whatever the source throws; matched text is in no error of this function.
 */
export async function scan(
  source: Source,
  gate: Gate,
  onPause?: (progress: Progress) => void | Promise<void>,
): Promise<Verdict> {
  const started = Date.now();
  const left: Finding[] = [];
  const notes: string[] = [...(gate.denied?.notes ?? [])];
  const unscanned: Unscanned[] = [...(gate.denied?.missing ?? [])];
  const scanned = { documents: 0, bytes: 0, segments: 0, rules: gate.rules.length, terms: gate.denied?.count ?? 0 };
  let alreadyThere = 0;
  let known = 0;
  let suppressor: Suppressor | undefined;
  const breathe = breather(() => onPause?.({ ...scanned, findings: left }));

  /** Of most documents a look at their bytes tells that there is nothing in them, and then there is nothing to wait for. */
  function take(item: Item): Promise<void> | undefined {
    if (item.kind === "note") {
      notes.push(item.text);
      return undefined;
    }
    if (item.kind === "quiet") {
      count(item.bytes, item.segments);
      return breathe();
    }
    const searched = search(item.kind === "document" ? item : onlyName(item), gate, { pause: breathe, isTold: true });
    return searched instanceof Promise ? searched.then((found) => settle(item, found)) : settle(item, searched);
  }

  function count(bytes: number, segments: number): void {
    scanned.documents += 1;
    scanned.bytes += bytes;
    scanned.segments += segments;
  }

  function settle(
    item: Document | Unread,
    { candidates, segments, isMarked, failures, further }: Searched,
  ): Promise<void> | undefined {
    const kept = candidates.length === 0 ? [] : resolve(candidates);
    const found = further.length === 0 ? kept : inOrder([...kept, ...further]);
    const isNameSafe = failures.every(({ part }) => part !== "name");
    const nameOf = (): string => (isNameSafe ? displayed(item, found) : "[a name that was not searched]");
    for (const { reason, kind = "failed" } of failures)
      unscanned.push({ document: nameOf(), reason, kind, ...orderOf(item) });
    if (item.kind !== "document") {
      unscanned.push({ document: nameOf(), reason: item.reason, kind: item.kind, ...orderOf(item) });
      return undefined;
    }
    count(item.bytes.length, segments);
    if (item.isKnown) known += 1;
    if (failures.length === 0 && !isMarked && found.every(({ part }) => part === "name")) item.remember?.();
    // What could not be searched to its end may have comments there.
    const mayBeMarked = isMarked || (found.length > 0 && failures.length > 0);
    if (found.length === 0 && !isMarked) return breathe();
    return decide({ document: item, name: nameOf(), found, further, isMarked: mayBeMarked });
  }

  async function decide(undecided: Undecided): Promise<void> {
    const { document, name, found, further, isMarked } = undecided;
    const isNew = newness(document);
    const places = await placesOf(document, found);
    const described = describe(document, name, found, gate, places).filter((one) =>
      isNew(one.found.part, one.found.range),
    );
    alreadyThere += found.length - described.length;
    // The policy is asked before anything is suppressed: what is let through changes nothing for the others.
    const once = new Set(toldOnce(described));
    const told = described.filter((one) => once.has(one) || further.includes(one.found));
    const judged = withContents(told.map(({ finding }) => finding));
    const isAsked = judged.length > 0 || isMarked;
    if (isAsked) suppressor ??= await openSuppressor(gate);
    const brought = new Map(told.map((one, index) => [one.found, judged[index]]));
    const remaining = suppressor?.left({ ...undecided, brought, isNew }) ?? [];
    for (const finding of remaining) left.push(finding);
    for (const rule of new Set(further.map(({ detector }) => detector.id)))
      if (remaining.some(({ ruleId }) => ruleId === rule)) notes.push(thereIsMore(rule, name));
    await breathe();
  }

  await forEach(source.items, take);

  if (gate.suppressions.isAsked) suppressor ??= await openSuppressor(gate);
  const findings = unrepeated(left);
  const { verdict, score, scoreParts } = judge(findings);
  const failed = unscanned.some(({ kind }) => kind === "failed" || gate.blockUnscanned);
  return {
    schema: 1,
    ...stamp(),
    policy: gate.policyId,
    actor: null,
    boundary: source.boundary,
    target: source.target,
    audience: gate.audience ?? "public",
    verdict,
    complete: !failed,
    score,
    scoreParts,
    findings,
    ...((await suppressor?.result(!failed)) ?? nothingSuppressed()),
    alreadyThere,
    unscanned,
    ...(notes.length > 0 && { notes }),
    scanned: known === 0 ? scanned : { ...scanned, known },
    milliseconds: Date.now() - started,
  };
}

function thereIsMore(rule: RuleId, document: string): string {
  return `${document}: ${rule} in so many places that not all of them are told. Only an entry of "allow" lets the others through.`;
}

/** Most checks find nothing, and then none of it is loaded. */
async function openSuppressor(gate: Gate): Promise<Suppressor> {
  return (await import("./suppress/suppressor.ts")).openSuppressor(gate);
}

/** Something unread is searched for what its name tells, so that the report can mask it. */
function onlyName({ name, nameLeaves }: Unread): Document {
  return { kind: "document", name, nameLeaves, bytes: Buffer.alloc(0) };
}

/** Waits only where there is something to wait for: to wait for nothing takes as long as a short file. */
async function forEach<T>(
  items: Iterable<T> | AsyncIterable<T>,
  take: (item: T) => Promise<void> | undefined,
): Promise<void> {
  if (Symbol.asyncIterator in items) {
    for await (const item of items) await take(item);
    return;
  }
  for (const item of items) {
    const taken = take(item);
    if (taken !== undefined) await taken;
  }
}

/** Lets signals through: a scan that never yields cannot be interrupted. */
function breather(onPause: () => void | Promise<void>): Pause {
  let last = Date.now();
  const breathe = async (): Promise<void> => {
    await onPause();
    await new Promise((resume) => setImmediate(resume));
    last = Date.now();
  };
  return () => (Date.now() - last < 50 ? undefined : breathe());
}
