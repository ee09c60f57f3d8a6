import { expect, test } from "vitest";
import { mark } from "../../../test/mark.ts";
import { prefix, reportsOf } from "../../../test/reports.ts";
import type { Match } from "../../model/match.ts";
import { literalsOf } from "../../model/trigger.ts";
import { fill } from "../template.ts";
import { secretlintRules } from "./secretlint-rules.ts";
import { secretlint } from "./secretlint.ts";

const rules = Object.values(secretlintRules);
const samples = rules.flatMap(({ examples }) => examples.map((example) => fill(example).replaceAll(/[«»]/g, "")));

test("comments that switch secretlint off do not switch the gate off", async () => {
  const token = fill("lin_api_{base62:40}");
  const text = `// secretlint-disable\n// secretlint-disable-next-line\nkey = ${token} // secretlint-disable-line ${prefix}linear\n`;
  expect(await reportsOf(text)).toEqual([]);
  expect(await mark(secretlint, text)).toBe(text.replace(token, `«${token}»`));
});

test("what it yields is places and our own words", async () => {
  const words = rules.flatMap(({ title, messages = {} }) => [
    title,
    ...Object.values(messages).map((note) => note.title),
  ]);
  for (const text of samples) {
    const matches = await detect(text);
    expect(matches).not.toEqual([]);
    for (const { range: _place, confidence: _sure, variant, ...rest } of matches) {
      expect(words).toContain(variant);
      expect(rest).toEqual({});
    }
  }
});

test("secretlint is not loaded for prose that has its literals", () => {
  const prose =
    "Mail ann@acme.io about the account: Asia/Tokyo, mysql://db, npm_config_registry, hf_hub, PRIVATE KEY-----";
  // What it would answer with secretlint is a promise.
  expect(secretlint.detect(windowOf(prose))).toEqual([]);
});

test("windows that are searched at the same time do not see each other", async () => {
  const alone: (readonly Match[])[] = [];
  for (const text of samples) alone.push(await detect(text));
  expect(await Promise.all(samples.map(detect))).toEqual(alone);
});

async function detect(text: string): Promise<readonly Match[]> {
  return [...(await secretlint.detect(windowOf(text)))];
}

function windowOf(text: string): Parameters<typeof secretlint.detect>[0] {
  const lower = text.toLowerCase();
  const sightings = literalsOf(secretlint.trigger)
    .flatMap(({ literals }) => literals.map((literal) => ({ literal, start: lower.indexOf(literal.toLowerCase()) })))
    .filter(({ start }) => start !== -1)
    .map(({ literal, start }) => ({ start, end: start + literal.length }));
  const bytes = Buffer.from(text, "latin1");
  return {
    text,
    bytes,
    goesOn: false,
    start: 0,
    surface: "text",
    sightings,
    matchAll: (pattern) => text.matchAll(pattern),
  };
}
