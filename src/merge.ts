import { createHash } from "node:crypto";
import { unrepeated } from "./policy/repeated.ts";
import { GateError } from "./model/error.ts";
import type { Share } from "./model/shard.ts";
import type { ScorePart, ShardOf, Unscanned, Verdict } from "./model/verdict.ts";

/** The report of a shard. */
export interface Part {
  /** By which a user knows it: a file's name. */
  readonly name: string;
  readonly verdict: Verdict & { readonly shard: ShardOf };
}

/**
 * Joins the verdicts of all shards of a check into the one that the whole check would have come to, findings in its order. Nothing
 * is judged anew: the strongest verdict is the whole's, and it is complete where all are. Of its suppressions it has all but their
 * words, and `milliseconds` are those of all shards together.
 * @throws {GateError} if the shards are not all of one check, each once.
 */
export function merge(parts: readonly Part[]): Verdict {
  checkSame(parts);
  checkAll(parts);
  checkListed(parts);
  const verdicts = parts
    .toSorted((a, b) => a.verdict.shard.index - b.verdict.shard.index)
    .map(({ verdict }) => verdict);
  const [first, ...others] = verdicts;
  if (first === undefined) throw none();
  const { shard: _, idleSuppressions: __, ...common } = first;
  const known = sum(verdicts.map(({ scanned }) => scanned.known ?? 0));
  const notes = distinct(verdicts.flatMap((verdict) => verdict.notes ?? []));
  return {
    ...common,
    id: identity(verdicts),
    time: verdicts.map(({ time }) => time).reduce((a, b) => (Date.parse(a) < Date.parse(b) ? b : a)),
    verdict: strongest(verdicts),
    complete: verdicts.every(({ complete }) => complete),
    score: Math.max(...verdicts.map(({ score }) => score)),
    scoreParts: greatest(verdicts.flatMap(({ scoreParts }) => scoreParts)),
    findings: unrepeated(inOrder(verdicts.flatMap(({ findings }) => findings))),
    suppressed: inOrder(verdicts.flatMap(({ suppressed }) => suppressed)),
    unusedSuppressions: [
      ...verdicts.flatMap(({ unusedSuppressions }) => unusedSuppressions),
      // One shard that needs it makes it needed.
      ...(first.idleSuppressions ?? []).filter((name) =>
        others.every(({ idleSuppressions }) => idleSuppressions?.includes(name)),
      ),
    ],
    newSuppressions: distinct(verdicts.flatMap(({ newSuppressions }) => newSuppressions)),
    rejectedSuppressions: distinct(verdicts.flatMap(({ rejectedSuppressions }) => rejectedSuppressions)),
    alreadyThere: sum(verdicts.map(({ alreadyThere }) => alreadyThere)),
    unscanned: inOrder(unlike(verdicts.flatMap(({ unscanned }) => unscanned))),
    ...(notes.length > 0 && { notes }),
    scanned: {
      ...first.scanned,
      documents: sum(verdicts.map(({ scanned }) => scanned.documents)),
      bytes: sum(verdicts.map(({ scanned }) => scanned.bytes)),
      segments: sum(verdicts.map(({ scanned }) => scanned.segments)),
      ...(known > 0 && { known }),
    },
    milliseconds: sum(verdicts.map(({ milliseconds }) => milliseconds)),
  };
}

function none(): GateError {
  return new GateError("no report was named, so nothing was joined", "Name the JSON reports of all shards.");
}

/** What tells one check from another, in the words of a user. */
const traits: readonly (readonly [string, (verdict: Part["verdict"]) => unknown])[] = [
  ["what is checked", ({ boundary }) => boundary],
  ["the target", ({ target }) => target],
  ["the number of shards", ({ shard }) => shard.count],
  ["the config", ({ policy }) => policy],
  ["the audience", ({ audience }) => audience],
  ["the commits, the options, the deny list or the version of outgate", ({ shard }) => shard.run],
];

function checkSame([first, ...others]: readonly Part[]): void {
  if (first === undefined) throw none();
  for (const other of others) {
    const trait = traits.find(([, of]) => of(other.verdict) !== of(first.verdict));
    if (trait === undefined) continue;
    throw new GateError(
      `${first.name} and ${other.name} are not of one check, so they were not joined: they differ in ${trait[0]}`,
      "Join the reports of one run, and see that all of its shards are called alike.",
    );
  }
}

function checkAll(parts: readonly Part[]): void {
  const byIndex = Map.groupBy(parts, ({ verdict }) => verdict.shard.index);
  const count = parts[0]?.verdict.shard.count ?? 0;
  for (const [index, [one, two]] of byIndex) {
    if (one === undefined || two === undefined) continue;
    throw new GateError(
      `shard ${index} of ${count} is there twice, in ${one.name} and ${two.name}, so nothing was joined`,
      "Give each shard a number and a report of its own, and keep the reports of earlier runs away.",
    );
  }
  const missing = Array.from({ length: count }, (_, at) => at + 1).filter((index) => !byIndex.has(index));
  if (missing.length === 0) return;
  throw new GateError(
    `${missing.length === 1 ? "shard" : "shards"} ${ranges(missing)} of ${count} ${missing.length === 1 ? "is" : "are"} missing, so nothing was joined`,
    "See why there is no report, run what is missing again, and name the reports of all shards.",
  );
}

/** 1, 2, 3, 7 → `1-3, 7` */
function ranges(numbers: readonly number[]): string {
  const runs: { first: number; last: number }[] = [];
  for (const number of numbers) {
    const run = runs.at(-1);
    if (run?.last === number - 1) run.last = number;
    else runs.push({ first: number, last: number });
  }
  return runs.map(({ first, last }) => (first === last ? first : `${first}-${last}`)).join(", ");
}

/** A document that only some machines have may have fallen to one that lacks it. */
function checkListed([first, ...others]: readonly Part[]): void {
  const other = others.find(
    ({ verdict: { shard } }) =>
      shard.documents !== first?.verdict.shard.documents || shard.check !== first.verdict.shard.check,
  );
  if (first === undefined || other === undefined) return;
  const seen = ({ name, verdict: { shard } }: Part): string => `${name} of ${shard.documents}`;
  throw new GateError(
    `the shards did not share out the same documents, so some may not be checked: ${seen(first)}, ${seen(other)}`,
    "Give all shards the same patterns and the same files: the same commit, equally deep, and no files made on the way, such as the reports themselves.",
  );
}

/** Reports of the same shards are joined to the same verdict. */
function identity(verdicts: readonly Verdict[]): string {
  const ids = JSON.stringify(verdicts.map(({ id }) => id));
  return createHash("sha256").update(ids).digest("hex").slice(0, 32);
}

function strongest(verdicts: readonly Verdict[]): Verdict["verdict"] {
  const all = new Set(verdicts.map(({ verdict }) => verdict));
  return (["block", "ask", "redact"] as const).find((verdict) => all.has(verdict)) ?? "pass";
}

/** Documents are not summed, so that the one that discloses most speaks for all. */
function greatest(parts: readonly ScorePart[]): ScorePart[] {
  const byClass = Map.groupBy(parts, (part) => part.class);
  return [...byClass].map(([name, of]) => ({ class: name, score: Math.max(...of.map(({ score }) => score)) }));
}

/** As one check would have told them: by document, and within a document as its shard has told them. */
function inOrder<T extends Share>(items: readonly T[]): Omit<T, "order">[] {
  return items
    .toSorted((a, b) => (a.order ?? 0) - (b.order ?? 0))
    .map((item) => {
      const { order: _, ...rest } = item;
      return rest;
    });
}

/** What no shard has for itself, such as a list that is missing, is told by all of them. */
function unlike(items: readonly Unscanned[]): Unscanned[] {
  const common = new Map(items.map((item) => [JSON.stringify(item), item]));
  return items.filter((item) => item.order !== undefined || common.get(JSON.stringify(item)) === item);
}

function distinct(names: readonly string[]): string[] {
  return [...new Set(names)];
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
