import { describe, expect, test } from "vitest";
import { detectors } from "../src/detectors/index.ts";
import { fill } from "../src/detectors/template.ts";
import { createEngine } from "../src/engine/engine.ts";
import { type Candidate, resolve } from "../src/findings/resolve.ts";
import { createGate } from "../src/gate.ts";
import type { RuleId } from "../src/model/class.ts";
import { codePolicy } from "../src/policy/policy.ts";
import { type Fact, score } from "../src/policy/score.ts";
import { search } from "../src/search/search.ts";
import { seenIn } from "./seen.ts";

const engine = createEngine(detectors);

/** What is told in a message, each fact once. */
async function factsIn(message: string): Promise<Fact[]> {
  const bytes = Buffer.from(message);
  const found: (Candidate & { readonly fact: Fact })[] = [];
  const document = { kind: "document", name: Buffer.alloc(0), nameLeaves: false, bytes } as const;
  for (const { shown } of seenIn(document, engine.look)) {
    if (shown === undefined) continue;
    const { segment, clues } = shown;
    for (const hit of await engine.run(segment, clues)) {
      if (hit instanceof Error) throw hit;
      const { detector, match, rank, range } = hit;
      const { topic = "", weight = 0 } = detector.disclosure ?? {};
      const value = segment.bytes.toString("utf8", range.start, range.end);
      const fact = { rule: detector.id, topic, weight, likelihood: match.confidence ?? 1, value };
      found.push({
        part: segment.part,
        range: segment.toDocument(range),
        rank,
        placeholder: match.placeholder ?? false,
        fact,
      });
    }
  }
  const facts = resolve(found).map(({ fact }) => fact);
  return [...new Map(facts.map((fact) => [`${fact.rule} ${fact.value}`, fact])).values()];
}

/** Facts that were told some days ago. */
function faded(facts: readonly Fact[], days: number): Fact[] {
  return facts.map((fact) => ({ ...fact, likelihood: fact.likelihood * 0.5 ** (days / 14) }));
}

const account = "{digits:5}7{digits:6}";

const scenarios: readonly {
  readonly says: string;
  readonly message: string;
  readonly rules: readonly string[];
  readonly score: number;
}[] = [
  {
    says: "a documentation address and localhost",
    message: "Try http://localhost:3000 or http://192.0.2.10:8080/.",
    rules: [],
    score: 0,
  },
  { says: "a word that may be a host", message: "It is printer.local, I think.", rules: ["internal-host"], score: 1 },
  { says: "one private address", message: "The database is at 10.20.4.7.", rules: ["private-address"], score: 2 },
  {
    says: "a machine, a version and a vendor",
    message: "My server is a Mac mini M2 with Postgres 16.2, behind Tailscale.",
    rules: ["server-spec", "service-version", "vendor"],
    score: 2.5,
  },
  { says: "an ARN", message: `The role is arn:aws:iam::${account}:role/deploy.`, rules: ["arn"], score: 3.5 },
  {
    says: "a stack trace, a home directory and a version",
    message:
      "It failed on Node.js 22.18:\n    at main (/Users/mheron/site/a.ts:4:11)\n    at run (/Users/mheron/site/b.ts:9:3)\n    at /Users/mheron/site/c.ts:1:1",
    rules: ["home-directory", "service-version", "stack-trace"],
    score: 3.9,
  },
  {
    says: "a private address and an internal host",
    message: "The app on build01.heron.corp talks to 10.20.4.7.",
    rules: ["internal-host", "private-address"],
    score: 4,
  },
  {
    says: "a machine of a tailnet",
    message: "It is grafana.tail4c1b9.ts.net, try it.",
    rules: ["tailnet"],
    score: 4.5,
  },
  { says: "an account", message: `It is aws_account_id=${account} there.`, rules: ["cloud-account"], score: 4.5 },
  {
    says: "the whole stack, none of it secret",
    message:
      "I run on a Mac mini M2 with 16 GB RAM. My gateway listens on port 18789, with Postgres 16.2 and nginx 1.24 behind Cloudflare. Backups run every day at 03:00 to Backblaze in eu-central-1, which we host.",
    rules: ["port", "region", "schedule", "server-spec", "service-version", "service-version", "vendor", "vendor"],
    score: 4.9,
  },
];

describe("what a message tells comes to the score of the notes", () => {
  test.each(scenarios)("$says", async ({ message, rules, score: expected }) => {
    const facts = await factsIn(fill(message));
    expect(facts.map(({ rule }) => rule.replace("infrastructure/", "")).toSorted()).toEqual(rules);
    expect(score(facts).score).toBe(expected);
  });

  test("an own figure, a vendor and a machine", async () => {
    const facts = await factsIn("It earned that much on our Raspberry Pi 5, behind Cloudflare.");
    expect(facts.map(({ rule }) => rule)).toEqual(["infrastructure/server-spec", "infrastructure/vendor"]);
    const figure: Fact = { rule: "business/metric", topic: "business", weight: 3, likelihood: 1, value: "" };
    expect(score([...facts, figure]).score).toBe(4.1);
  });

  test("a fact a day", async () => {
    const days = [
      "We run on a Raspberry Pi 5.",
      "Postgres 16.2 holds it.",
      "The gateway listens on port 18789.",
      "Backups run every day at 03:00.",
      "Our region is eu-central-1, at Hetzner.",
    ];
    const told = await Promise.all(days.map(factsIn));
    const scores = days.map(
      (_, today) => score(told.slice(0, today + 1).flatMap((facts, day) => faded(facts, today - day))).score,
    );
    expect(scores).toEqual([1, 1.9, 2.6, 3.2, 4.1]);
  });
});

test.each([
  ["role/deploy", 1],
  ["role/mybank-deploy", 1],
  ["role/samples-reader", 0.5],
  ["role/MyRole", 0.5],
  ["function:hello-world", 0.5],
  ["user/AKIAEXAMPLE", 0.5],
])("an ARN that only a manual has is less sure: %s", async (resource, confidence) => {
  const facts = await factsIn(fill(`It is arn:aws:iam::${account}:${resource}`));
  expect(facts.map(({ likelihood }) => likelihood)).toEqual([confidence]);
});

const everyRule = detectors.map(({ id }) => id).filter((id) => id.startsWith("infrastructure/"));

describe("in code", () => {
  test.each([
    ["    at main (/Users/mheron/work/site.js:4:2)", 1],
    ["HOME=/home/mheron; we have set it so", 1],
    ["It is in `/home/mheron/work`, where we build", 1],
    ["//=> '/home/mheron/work'", 0.7],
    ["dir // Prints: /home/mheron/work", 0.7],
    ["require('/home/mheron/work/foo.js')", 0.7],
    ["/Users/mheron/work/path/to/site.js", 0.7],
    ["/Users/mheron/my-project/site.js", 0.7],
    ["For example, this is looked for:\n\n* /home/mheron/work/a.js\n", 0.7],
    ["an example:\n\nthat was it. Ours is /home/mheron/work/a.js\n", 1],
  ])("a home directory that a manual shows is less sure: %s", async (text, confidence) => {
    const facts = await factsIn(text);
    expect(facts.map(({ rule, likelihood }) => [rule, likelihood])).toEqual([
      ["infrastructure/home-directory", confidence],
    ]);
  });

  test("what is sure blocks for everybody, of the rules that say enough, and only warns for a team", () => {
    const wide = codePolicy({ audience: "public" });
    const narrow = codePolicy({});
    expect(everyRule.filter((rule) => wide(rule, 1) !== "warn").toSorted()).toEqual([
      "infrastructure/arn",
      "infrastructure/cloud-account",
      "infrastructure/home-directory",
      "infrastructure/internal-url",
      "infrastructure/tailnet",
    ]);
    expect(new Set(everyRule.map((rule) => wide(rule, 0.7)))).toEqual(new Set(["warn"]));
    expect(new Set(everyRule.map((rule) => narrow(rule, 1)))).toEqual(new Set(["warn"]));
  });

  test("what only talk tells is not looked for, and a config may speak of it", async () => {
    const own = detectors.filter(({ messagesOnly }) => messagesOnly).map(({ id }) => id);
    expect(own.filter((id) => id.startsWith("infrastructure/"))).toEqual(
      ["stack-frame", "listen-address", "port", "service-version", "region", "server-spec", "vendor", "schedule"].map(
        (name) => `infrastructure/${name}`,
      ),
    );
    const gate = createGate({ config: { actions: { "infrastructure/vendor": "block" } } });
    expect(gate.rules.filter((rule) => own.includes(rule))).toEqual([]);
    const text = "We run Postgres 16.2 at Hetzner, at 10.20.4.7.";
    const { candidates } = await search(
      { kind: "document", name: Buffer.alloc(0), nameLeaves: false, bytes: Buffer.from(text) },
      gate,
    );
    expect(candidates.map(({ detector }): RuleId => detector.id)).toEqual(["infrastructure/private-address"]);
  });
});
