import { createHash, createHmac } from "node:crypto";
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { GateError } from "../model/error.ts";
import { hashOf } from "../model/word-hash.ts";
import { bucketSize, bucketStep, type FormsOf, makeLock, openLock } from "./lock.ts";
import { LockKeys, recordSize, tagSize } from "./lock-keys.ts";
import type { Term, TermKind } from "./term.ts";

/** Forms enough for these tests, which are about what a lock does with them. */
const formsOf: FormsOf = ({ kind, text }) => {
  if (kind === "secret") return [];
  const words = text.normalize("NFKC").toLowerCase().split(" ");
  return [...new Set([words.join(" "), words.join(""), words.toReversed().join(" ")])];
};

const key = createHash("sha256").update("a key of the tests").digest();
const otherKey = createHash("sha256").update("another key").digest();

function term(text: string, kind: TermKind = "person"): Term {
  return { kind, text, options: [] };
}

const family = [
  term("Jane Public"),
  term("Zebulon Quux"),
  term("bluefin", "codename"),
  term("hunter2!hunter2", "secret"),
];

/** The records of a lock, as lines. */
function recordsOf(lock: string): string[] {
  return lock.split("\n").filter((line) => /^[0-9a-f]{30}$/.test(line));
}

function complaint(lock: string, withKey = key, forms = formsOf): string {
  try {
    openLock(lock, "terms.lock", withKey, forms);
  } catch (error) {
    if (error instanceof GateError) return `${error.message}. ${error.remedy}`;
    throw error;
  }
  return "none";
}

const words = fc.constantFrom("jane", "public", "zebulon", "quux", "blue", "fin", "anna", "groß", "x", "山田");
const texts = fc.array(words, { minLength: 1, maxLength: 4 }).map((all) => all.join(" "));
const kinds = fc.constantFrom<TermKind>("person", "customer", "codename", "host", "word", "exact");
const lists = fc.array(fc.record({ kind: kinds, text: texts, options: fc.constant([]) }), {
  minLength: 1,
  maxLength: 30,
});

describe("a lock", () => {
  test("gives for every form of every term its kind, and nothing for other texts", () => {
    fc.assert(
      fc.property(lists, texts, (terms, text) => {
        const { lookup, terms: count } = openLock(makeLock(terms, key, formsOf), "terms.lock", key, formsOf);
        const denied = new Map<string, Set<TermKind>>();
        for (const one of terms)
          for (const form of formsOf(one)) denied.set(form, (denied.get(form) ?? new Set()).add(one.kind));
        for (const [form, of] of denied) expect(of).toContain(lookup.kindOf(form));
        expect(lookup.kindOf(text) !== undefined).toBe(denied.has(text));
        expect(lookup.longest).toBe(Math.max(...[...denied.keys()].map((form) => form.split(" ").length)));
        expect(lookup.firstWords).toBeUndefined();
        expect(count).toBe(new Set(terms.map((one) => `${one.kind} ${one.text}`)).size);
      }),
    );
  });

  test("finds values exactly, and none of their forms", () => {
    const lock = openLock(makeLock(family, key, formsOf), "terms.lock", key, formsOf);
    expect(lock.values).toBe(1);
    expect(["hunter2!hunter2", "Hunter2!hunter2", "hunter2!hunter", "jane public"].map(lock.isValue)).toEqual([
      true,
      false,
      false,
      false,
    ]);
    expect(lock.lookup.kindOf("hunter2!hunter2")).toBeUndefined();
  });

  test("gives words in any spelling before what counts only as it is written", () => {
    const both = [term("X 42", "exact"), term("x 42", "codename")];
    const locks = [both, both.toReversed()].map((terms) => makeLock(terms, key, formsOf));
    expect(locks[0]).toBe(locks[1]);
    expect(openLock(locks[0] ?? "", "terms.lock", key, formsOf).lookup.kindOf("x 42")).toBe("codename");
  });

  test("is the same for the same list in any order, and has nothing in common with that of another key", () => {
    const lock = makeLock(family, key, formsOf);
    expect(makeLock(family.toReversed(), key, formsOf)).toBe(lock);
    const other = new Set(recordsOf(makeLock(family, otherKey, formsOf)));
    expect(recordsOf(lock).filter((record) => other.has(record))).toEqual([]);
  });

  test("can have thousands of terms", () => {
    const terms = Array.from({ length: 5000 }, (_, n) => term(`jane public${n}`));
    const lock = openLock(makeLock(terms, key, formsOf), "terms.lock", key, formsOf);
    expect(terms.filter(({ text }) => lock.lookup.kindOf(text) !== "person")).toEqual([]);
    expect(lock.terms).toBe(terms.length);
  });

  test("is made of a list with terms alone", () => {
    expect(() => makeLock([], key, formsOf)).toThrow("the deny list holds no term, so no lock was made");
    expect(() => makeLock([term("Jane Public"), term("x")], key, ({ text }) => (text === "x" ? [] : [text]))).toThrow(
      "term 2 of the deny list has no form that could be found in a text",
    );
  });
});

/** How many of the second list the first one does not have. */
function missingFrom(records: readonly string[], others: readonly string[]): number {
  const known = new Set(records);
  return others.filter((record) => !known.has(record)).length;
}

function many(count: number): FormsOf {
  return (one) => (one.text === "many" ? Array.from({ length: count }, (_, n) => `form ${n}`) : formsOf(one));
}

/** As it is written, and nothing else. */
const asWritten: FormsOf = ({ text }) => [text];

/** The same lock as version 1 had it, without words. */
function olderOf(lock: string): string {
  const text = lock
    .replace("outgate-lock 2", "outgate-lock 1")
    .replaceAll(/^([0-9a-f]{22})[0-9a-f]{8}$/gm, "$1")
    .replace(/end .*\n$/, "");
  return `${text}end ${new LockKeys(key).seal(text)}\n`;
}

test("a lock of version 1 is read, and tells no words", () => {
  const [older, lock] = [olderOf(makeLock(family, key, formsOf)), makeLock(family, key, formsOf)].map((text) =>
    openLock(text, "terms.lock", key, formsOf),
  );
  expect(older?.words).toBeUndefined();
  expect(lock?.words?.size).toBeGreaterThan(0);
  for (const form of family.flatMap((one) => formsOf(one)))
    expect(older?.lookup.kindOf(form)).toBe(lock?.lookup.kindOf(form));
  expect([older?.isValue("hunter2!hunter2"), older?.isValue("hunter2!hunter3")]).toEqual([true, false]);
});

test("a lock knows of which terms it was made", () => {
  const lock = openLock(makeLock(family, key, formsOf), "terms.lock", key, formsOf);
  const others = [
    term("Jane Publik"),
    term("Jane Public", "word"),
    { ...term("Jane Public"), options: ["german" as const] },
  ];
  expect(family.map(lock.isMadeFrom)).toEqual(family.map(() => true));
  expect(others.map(lock.isMadeFrom)).toEqual(others.map(() => false));
});

describe("two versions that differ by one term", () => {
  test("differ by one bucket of fixed size, whatever forms the term has", () => {
    fc.assert(
      fc.property(
        lists,
        fc.record({ kind: fc.constant<TermKind>("word"), text: texts, options: fc.constant([]) }),
        (terms, one) => {
          const shorter = terms
            .filter(({ kind }) => kind === "word" || kind === "person")
            .map((each) => ({ ...each, kind: one.kind }));
          const rest = shorter.filter(({ text }) => text !== one.text);
          fc.pre(rest.length > 0);
          const before = recordsOf(makeLock(rest, key, formsOf));
          const after = recordsOf(makeLock([...rest, one], key, formsOf));
          const isFull = new Set(rest.map(({ text }) => text)).size % bucketStep === 0;
          expect(missingFrom(before, after)).toBe(isFull ? bucketSize * bucketStep : bucketSize);
          expect(missingFrom(after, before)).toBe(isFull ? 0 : bucketSize);
          expect(before.length % (bucketSize * bucketStep)).toBe(0);
        },
      ),
    );
  });

  test("differ by as many buckets as several terms do, where one has more forms than a bucket holds", () => {
    const sizes = [1, bucketSize, bucketSize + 1, 3 * bucketSize].map((count) => {
      const before = recordsOf(makeLock([term("jane public")], key, many(count)));
      return missingFrom(before, recordsOf(makeLock([term("jane public"), term("many")], key, many(count))));
    });
    expect(sizes).toEqual([bucketSize, bucketSize, 2 * bucketSize, 3 * bucketSize]);
  });
});

describe("nothing can be told from a lock without its key", () => {
  const lock = makeLock(family, key, formsOf);

  test("neither a term, nor a word of it, nor the beginning of one", () => {
    const parts = family.flatMap(({ text }) => text.toLowerCase().split(/[ !]/)).map((word) => word.slice(0, 4));
    for (const part of parts) expect(recordsOf(lock).join("\n")).not.toContain(Buffer.from(part).toString("hex"));
    for (const part of parts.filter((word) => !"keyed tags owner denied public".includes(word)))
      expect(lock.toLowerCase()).not.toContain(part);
  });

  test("nor a hash that can be made without the key, by whatever the file itself says", () => {
    const [, id = ""] = /^key (.*)$/m.exec(lock) ?? [];
    const forms = family.flatMap((one) => [one.text, ...formsOf(one), `\0value ${one.text}`]);
    const guesses = forms.flatMap((form) =>
      ["sha256", "sha1", "md5", "sha512"].flatMap((hash) => [
        createHash(hash).update(form).digest("hex"),
        ...["", id, "outgate lock 1 tags", otherKey].map((guess) => createHmac(hash, guess).update(form).digest("hex")),
        new LockKeys(otherKey).tagOf(form).toString("hex"),
      ]),
    );
    expect(guesses.filter((guess) => lock.includes(guess.slice(0, 12)))).toEqual([]);
  });

  test("nor the hash of a word, which stands behind another mask in every record", () => {
    const plain = Array.from({ length: 400 }, (_, n) => `word${n}`);
    const all = recordsOf(
      makeLock(
        plain.map((word) => term(word)),
        key,
        asWritten,
      ),
    );
    const behind = new Set(all.map((record) => Number.parseInt(record.slice(2 * recordSize), 16)));
    expect(plain.filter((word) => behind.has(hashOf(word)))).toEqual([]);
    expect(behind.has(0)).toBe(false);
    expect(behind.size).toBe(all.length);
  });

  test("nor how many terms it has, how long they are, or of which kind", () => {
    const same = [term("jane public"), term("zebulon quux of somewhere far away"), term("x y", "host")];
    const heads = same.map((one) =>
      makeLock([one], key, formsOf)
        .split("\n")
        .filter((line) => /^(?:normal-form|key|canary|tags) /.test(line)),
    );
    expect(heads[1]).toEqual(heads[0]);
    expect(heads[2]).toEqual(heads[0]);
  });

  test("nor a kind beside a tag, which another form masks in another way", () => {
    const beside = Array.from({ length: 400 }, (_, n) => {
      const form = `word ${n}`;
      const tag = new LockKeys(key).tagOf(form).toString("hex", 0, tagSize);
      return recordsOf(makeLock([term(form)], key, ({ text }) => [text]))
        .find((record) => record.startsWith(tag))
        ?.slice(tagSize * 2, recordSize * 2);
    });
    expect(beside).not.toContain(undefined);
    expect(new Set(beside).size).toBeGreaterThan(150);
  });
});

describe("a lock that cannot be trusted stops everything, and says what to do", () => {
  const lock = makeLock(family, key, formsOf);

  test("damage of any byte", () => {
    for (let at = 0; at < lock.length; at++) {
      const before = lock.charCodeAt(at);
      const others = at % 37 === 0 || at < 300 ? [before ^ 1, before ^ 0x20, 0x30, 0x0a, 0x7a] : [before ^ 1];
      for (const other of others.filter((code) => code !== before))
        expect(complaint(lock.slice(0, at) + String.fromCharCode(other) + lock.slice(at + 1))).toMatch(
          /^the lock terms\.lock (?:is cut off or damaged|was changed or damaged|does not begin as a lock does|was made (?:with another key|by a newer version of outgate))\. [A-Z]/,
        );
    }
  });

  test("what is cut off, doubled or put in another order", () => {
    for (let length = 0; length < lock.length; length += 101) expect(complaint(lock.slice(0, length))).not.toBe("none");
    const lines = lock.split("\n");
    expect(complaint([...lines.slice(0, 9), lines[8], ...lines.slice(9)].join("\n"))).toMatch(/cut off or damaged/);
    expect(complaint([...lines.slice(0, 8), ...lines.slice(9)].join("\n"))).toMatch(/cut off or damaged/);
    expect(complaint([...lines.slice(0, 8), lines[9], lines[8], ...lines.slice(10)].join("\n"))).toMatch(
      /was changed or damaged/,
    );
    expect(complaint(lock + lock)).toMatch(/cut off or damaged/);
  });

  test("another key, a newer version, a merge, nothing", () => {
    expect(complaint(lock, otherKey)).toBe(
      "the lock terms.lock was made with another key. Give the key that made it, in OUTGATE_KEY or the key's file; or make the lock anew from the list: `outgate deny lock`.",
    );
    expect(complaint(lock.replace("outgate-lock 2", "outgate-lock 3"))).toBe(
      "the lock terms.lock was made by a newer version of outgate. Update outgate. Until then nothing can be checked against this lock.",
    );
    expect(complaint(lock.replace("\nkey ", "\n<<<<<<< ours\nkey "))).toMatch(/has the conflicts of a merge in it/);
    expect(complaint("")).toMatch(/^the lock terms\.lock is empty\. /);
    const keys = new LockKeys(key);
    const nothing = `${lock.split("\n").slice(0, 6).join("\n")}\ntags 0\n`;
    expect(complaint(`${nothing}end ${keys.seal(nothing)}\n`)).toMatch(/^the lock terms\.lock holds nothing\. /);
  });

  test("another normal form", () => {
    const made = "the lock terms.lock was made by a version of outgate that writes terms in another normal form";
    expect(complaint(makeLock(family, key, asWritten))).toContain(made);
    expect(complaint(lock, key, asWritten)).toContain(made);
    expect(complaint(lock, key, (one) => ["first of all", ...formsOf(one)])).toBe("none");
  });

  test("but not the line breaks that git writes on Windows", () => {
    expect(complaint(lock.replaceAll("\n", "\r\n"))).toBe("none");
  });
});
