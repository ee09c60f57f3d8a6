import type { RuleId } from "../model/class.ts";
import type { Action } from "../model/finding.ts";
import type { ScorePart, Verdict } from "../model/verdict.ts";

/** Something that a reader learns. */
export interface Fact {
  readonly rule: RuleId;
  /** What it is about, as the score explains itself. */
  readonly topic: string;
  /** What it comes to alone where it is certain, from 0 to 10. */
  readonly weight: number;
  /** How likely it is what it looks like, from 0 to 1. What was said long ago has less. */
  readonly likelihood: number;
  /** A machine, or a detail of what runs on one. */
  readonly map?: "machine" | "detail";
  /** The same for the same fact, told again. */
  readonly value: string;
}

/**
 * How much facts tell together, from 0 to 10: a noisy OR, in which each further fact of a rule counts half as much as the one before, and the
 * fifth nothing. The order of the facts does not matter, and each topic has its share, so that the score explains itself:
 * 10 · (1 - ∏ (1 - weight · likelihood / 10) ^ g) with g = 1, ½, ¼, ⅛, 0 … Facts that are linked count more: a machine, and three details of what runs on
 * one, are what is called a tech stack, and so are five details of three kinds.
 * @param facts those of a message, and those that the same readers know already
 */
export function score(facts: Iterable<Fact>): Pick<Verdict, "score" | "scoreParts"> {
  const shares = new Map<string, number>();
  const told = distinct(facts);
  for (const ofRule of Map.groupBy(told, ({ rule }) => rule).values())
    for (const [index, fact] of ofRule.toSorted((a, b) => shareOf(b) - shareOf(a)).entries())
      shares.set(fact.topic, (shares.get(fact.topic) ?? 0) - (diminished[index] ?? 0) * Math.log(1 - shareOf(fact)));
  const all = [...shares.values()].reduce((sum, share) => sum + share, 0);
  const total = Math.min(10, 10 * (1 - Math.exp(-all)) * linkOf(told));
  const parts = [...shares].map(([topic, share]) => ({ class: topic, score: all === 0 ? 0 : (total * share) / all }));
  return { score: rounded(total), scoreParts: roundedTo(rounded(total), parts) };
}

/**
 * What linked facts tell more, where they are as sure as what stops alone: what a machine is and what runs on it, or, where nobody
 * says on what, so much and of so many kinds that it is a whole stack.
 */
function linkOf(facts: readonly Fact[]): number {
  const sure = facts.filter(({ likelihood }) => likelihood >= 0.75);
  const details = sure.filter(({ map }) => map === "detail");
  if (sure.some(({ map }) => map === "machine")) return details.length >= 3 ? 1.25 : 1;
  return details.length >= 5 && new Set(details.map(({ rule }) => rule)).size >= 3 ? 1.4 : 1;
}

/** What becomes of scored findings: from 2 on a message is warned about, from 4 on it is stopped. */
export function actionOf(total: number): Action {
  if (total >= 4) return "block";
  return total >= 2 ? "warn" : "pass";
}

const diminished = [1, 0.5, 0.25, 0.125];

/** More than this, and nothing else would count. */
const most = 0.999;

/** From 0 to 1. */
function shareOf({ weight, likelihood }: Fact): number {
  return Math.min(most, Math.max(0, (weight * likelihood) / 10));
}

/** Each fact once, as likely as it was at most. */
function distinct(facts: Iterable<Fact>): Fact[] {
  const known = new Map<string, Fact>();
  for (const fact of facts) {
    const key = `${fact.rule} ${fact.value}`;
    const other = known.get(key);
    if (other === undefined || shareOf(other) < shareOf(fact)) known.set(key, fact);
  }
  return [...known.values()];
}

function rounded(value: number): number {
  return Math.round(value * 10) / 10;
}

/** Parts of one decimal that add up to the total: what rounding takes is given to those that lost most by it. */
function roundedTo(total: number, parts: readonly ScorePart[]): ScorePart[] {
  const floors = parts.map(({ score: part }) => Math.floor(part * 10));
  let missing = Math.round(total * 10) - floors.reduce((sum, floor) => sum + floor, 0);
  const byLoss = parts.map(({ score: part }, index) => ({ index, loss: part * 10 - (floors[index] ?? 0) }));
  for (const { index } of byLoss.toSorted((a, b) => b.loss - a.loss)) {
    if (missing <= 0) break;
    floors[index] = (floors[index] ?? 0) + 1;
    missing--;
  }
  return parts
    .map((part, index) => ({ ...part, score: (floors[index] ?? 0) / 10 }))
    .filter(({ score: part }) => part > 0)
    .toSorted((a, b) => b.score - a.score);
}
