import { describe, expect, test } from "vitest";
import {
  assetDisguises,
  assetNearMisses,
  assets,
  type Disguise,
  disguises,
  type Named,
  nearMisses,
  people,
} from "../../test/disguises.ts";
import { lockOf, lookupOf } from "../../test/lookups.ts";
import { marked } from "../../test/marked.ts";
import type { Lookup } from "./lookup.ts";
import { findTerms } from "./matcher.ts";
import type { Term } from "./term.ts";

interface Case {
  readonly name: string;
  readonly person: Named;
  readonly text: string;
}

function casesOf(all: Readonly<Record<string, Disguise>>): Case[] {
  return Object.entries(all).flatMap(([name, write]) =>
    people.flatMap((person) => {
      const text = write(person);
      return text === undefined ? [] : [{ name, person, text }];
    }),
  );
}

function termOf({ first, last, isUnspaced }: Named): Term {
  return { kind: "person", text: isUnspaced ? `${last} ${first}` : `${first} ${last}`, options: [] };
}

/** The text with «» around what is found. */
function shown(lookup: Lookup, text: string): string {
  const bytes = Buffer.from(text);
  return marked(
    bytes,
    findTerms(bytes, lookup).map(({ range }) => range),
  );
}

/** What is not found, and why. */
const misses: readonly { readonly disguise: string; readonly of: readonly string[]; readonly why: string }[] = [
  {
    disguise: "all lookalikes",
    of: ["Ελπίδα"],
    why: "a Greek υ among Latin letters is taken for the u that it looks like, and not for the y of its capital",
  },
  {
    disguise: "figures for letters",
    of: people.filter(({ first, last }) => /[aeio]/.test(first + last)).map(({ first }) => first),
    why: "a figure is the border of a word; read as letters, identifiers and hashes would hold names",
  },
  {
    disguise: "spaces between all letters",
    of: people.filter(({ isUnspaced }) => isUnspaced === undefined).map(({ first }) => first),
    why: "a lock would need an HMAC for each run of letters",
  },
  {
    disguise: "another alphabet",
    of: ["Ελπίδα", "Ксения"],
    why: "each language that writes Greek or Cyrillic in Latin letters has its own way: the owner denies that name as well",
  },
];

test("a name is found in each of its disguises, with the range that was marked", () => {
  const cases = casesOf(disguises);
  const missed = cases.filter(
    ({ person, text }) => shown(lookupOf([termOf(person)]), text.replaceAll(/[«»]/g, "")) !== text,
  );
  const listed = misses.flatMap(({ disguise, of }) => of.map((first) => `${disguise}: ${first}`));
  expect(missed.map(({ name, person }) => `${name}: ${person.first}`).toSorted()).toEqual(listed.toSorted());
  expect(Object.keys(disguises).length).toBeGreaterThanOrEqual(60);
  expect(missed.length / cases.length).toBeLessThan(0.03);
});

test("what is close to a name is not found", () => {
  const cases = casesOf(nearMisses);
  expect(Object.keys(nearMisses).length).toBeGreaterThanOrEqual(40);
  expect(cases.filter(({ person, text }) => shown(lookupOf([termOf(person)]), text) !== text)).toEqual([]);
});

test("all names in one list, or in a lock, are found as each by itself", () => {
  const terms = people.map(termOf);
  const [list, lock] = [lookupOf(terms), lockOf(terms)];
  for (const { text, person } of [...casesOf(disguises), ...casesOf(nearMisses)]) {
    const bare = text.replaceAll(/[«»]/g, "");
    const expected = shown(lookupOf([termOf(person)]), bare);
    expect(shown(list, bare)).toBe(expected);
    expect(shown(lock, bare)).toBe(expected);
  }
});

describe("an asset", () => {
  const terms = assets.map((text): Term => ({ kind: "asset", text, options: [] }));
  const lookups = [lookupOf(terms), lockOf(terms)];

  test.each(Object.entries(assetDisguises))("is found: %s", (_, write) => {
    for (const lookup of lookups)
      for (const text of assets.map(write)) expect(shown(lookup, text.replaceAll(/[«»]/g, ""))).toBe(text);
  });

  test.each(Object.entries(assetNearMisses))("is not found: %s", (_, write) => {
    for (const lookup of lookups) for (const text of assets.map(write)) expect(shown(lookup, text)).toBe(text);
  });
});
