import * as fc from "fast-check";
import { expect, test } from "vitest";
import type { RuleId } from "../model/class.ts";
import { actionOf, type Fact, score } from "./score.ts";

const weights = {
  "infrastructure/private-address": ["network", 2],
  "infrastructure/internal-host": ["network", 2.5],
  "infrastructure/tailnet": ["network", 4.5],
  "infrastructure/port": ["network", 1],
  "infrastructure/specification": ["system", 1],
  "infrastructure/version": ["system", 1],
  "infrastructure/vendor": ["system", 0.7],
  "infrastructure/stack-trace": ["system", 1.5],
  "infrastructure/home-directory": ["system", 2],
  "infrastructure/arn": ["cloud", 3.5],
  "infrastructure/region": ["cloud", 0.8],
  "infrastructure/schedule": ["operations", 1],
  "business/metric": ["business", 3],
} as const satisfies Partial<Record<RuleId, readonly [string, number]>>;

type Rule = keyof typeof weights;

function facts(...rules: Rule[]): Fact[] {
  return rules.map((rule, index) => ({
    rule,
    topic: weights[rule][0],
    weight: weights[rule][1],
    likelihood: 1,
    value: String(index),
  }));
}

test.each<[string, Rule[], number, string]>([
  ["nothing", [], 0, "pass"],
  ["one private address", ["infrastructure/private-address"], 2, "warn"],
  [
    "a specification, a version, a vendor",
    ["infrastructure/specification", "infrastructure/version", "infrastructure/vendor"],
    2.5,
    "warn",
  ],
  ["an ARN alone", ["infrastructure/arn"], 3.5, "warn"],
  [
    "a stack trace with a home folder and a version",
    ["infrastructure/stack-trace", "infrastructure/home-directory", "infrastructure/version"],
    3.9,
    "warn",
  ],
  ["a private address and its host", ["infrastructure/private-address", "infrastructure/internal-host"], 4, "block"],
  [
    "an own figure, a vendor, a specification",
    ["business/metric", "infrastructure/vendor", "infrastructure/specification"],
    4.1,
    "block",
  ],
  ["a tailnet's name", ["infrastructure/tailnet"], 4.5, "block"],
  [
    "a whole tech stack, none of it secret",
    [
      "infrastructure/specification",
      "infrastructure/version",
      "infrastructure/version",
      "infrastructure/port",
      "infrastructure/schedule",
      "infrastructure/region",
      "infrastructure/vendor",
      "infrastructure/vendor",
    ],
    4.9,
    "block",
  ],
])("%s", (_, rules, total, action) => {
  const { score: came, scoreParts } = score(facts(...rules));
  expect(came).toBe(total);
  expect(actionOf(came)).toBe(action);
  expect(scoreParts.reduce((sum, part) => sum + Math.round(part.score * 10), 0)).toBe(Math.round(total * 10));
});

test("a machine and three details of what runs on one count a quarter more together, if all of them are sure", () => {
  const [machine, ...details] = facts(
    "infrastructure/specification",
    "infrastructure/version",
    "infrastructure/version",
    "infrastructure/vendor",
  );
  if (machine === undefined) throw new Error("there is a fact");
  const stack = (likelihood: number, count = 3): Fact[] => [
    { ...machine, map: "machine" },
    ...details.slice(0, count).map((fact) => ({ ...fact, likelihood, map: "detail" as const })),
  ];
  const alone = score(
    facts("infrastructure/specification", "infrastructure/version", "infrastructure/version", "infrastructure/vendor"),
  );
  expect(alone.score).toBe(2.9);
  expect(score(stack(1)).score).toBe(3.6);
  expect(score(stack(1)).scoreParts).toEqual([{ class: "system", score: 3.6 }]);
  expect(score(stack(0.7)).score).toBeLessThan(2.9);
  expect(score(stack(1, 2)).score).toBe(2.3);
});

test("without a machine five sure details of three kinds are a stack", () => {
  const details = facts(
    "infrastructure/version",
    "infrastructure/version",
    "infrastructure/version",
    "infrastructure/vendor",
    "infrastructure/schedule",
  ).map((fact) => ({ ...fact, map: "detail" as const }));
  expect(score(details).score).toBe(4.3);
  expect(score(details.slice(1)).score).toBe(2.9);
  expect(score(details.map((fact) => ({ ...fact, likelihood: 0.7 }))).score).toBeLessThan(2.5);
  expect(score(details.filter(({ rule }) => rule !== "infrastructure/schedule")).score).toBeLessThan(2.9);
});

test("the same fact told twice is one fact, and the fifth of a rule adds nothing", () => {
  const [version] = facts("infrastructure/version");
  if (version === undefined) throw new Error("there is a fact");
  expect(score([version, version, { ...version, likelihood: 0.5 }])).toEqual(score([version]));
  const many = (count: number): number => score(facts(...Array<Rule>(count).fill("infrastructure/version"))).score;
  expect([1, 2, 3, 4, 5, 50].map(many)).toEqual([1, 1.5, 1.7, 1.8, 1.8, 1.8]);
});

test("what is less likely tells less", () => {
  expect(score(facts("infrastructure/internal-host").map((fact) => ({ ...fact, likelihood: 0.4 }))).score).toBe(1);
});

test("the order does not matter, more never tells less, and nothing tells more than 10", () => {
  const fact = fc.record({
    rule: fc.constantFrom<RuleId>("infrastructure/a", "infrastructure/b", "business/c"),
    topic: fc.constantFrom("network", "system"),
    weight: fc.double({ min: 0, max: 10, noNaN: true }),
    likelihood: fc.double({ min: 0, max: 1, noNaN: true }),
    value: fc.constantFrom("1", "2", "3"),
  });
  fc.assert(
    fc.property(fc.array(fact), fact, (some, one) => {
      const all = score(some);
      expect(score(some.toReversed()).score).toBe(all.score);
      expect(score([...some, one]).score).toBeGreaterThanOrEqual(all.score);
      expect(all.score).toBeLessThanOrEqual(10);
      const parts = all.scoreParts.reduce((sum, part) => sum + part.score, 0);
      expect(parts).toBeCloseTo(all.score, 5);
    }),
  );
});
