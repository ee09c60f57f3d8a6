import { createHash } from "node:crypto";
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import * as fc from "fast-check";
import { describe, expect, onTestFinished, test } from "vitest";
import { readAs } from "../extractors/formats.ts";
import { type Cache, type CacheOptions, openCache } from "./cache.ts";

const secret = "a key of thirty-two bytes or more";
const digest = "rules";

function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "outgate-test-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return join(folder, "state/outgate");
}

function blobOf(contents: Buffer, algorithm = "sha1"): string {
  return createHash(algorithm).update(`blob ${contents.length}\0`).update(contents).digest("hex");
}

function opened(options: Partial<CacheOptions>, blobs: ReadonlyMap<string, string>): Cache {
  const cache = openCache(
    { folder: newFolder(), secret, digest, readAs: (path) => readAs(Buffer.from(path)), ...options },
    blobs,
  );
  if (!("keep" in cache)) throw new Error(cache.fault ?? "no cache");
  return cache;
}

const contents = Buffer.from("some contents\n");
const blob = blobOf(contents);
const asked = new Map([[blob, "src/a.ts"]]);

/** A folder with a cache that knows the blob. */
function filled(options: Partial<CacheOptions> = {}): string {
  const folder = newFolder();
  const cache = opened({ folder, ...options }, asked);
  expect(cache.has(blob, "src/a.ts")).toBe(false);
  cache.add(blob, "src/a.ts", contents);
  cache.keep();
  return folder;
}

describe("what was kept is known", () => {
  test("under a name of the same kind, and no other", () => {
    const folder = filled({ secret: undefined });
    for (const [path, isKnown] of [
      ["src/a.ts", true],
      ["b.TS", true],
      ["ts", true],
      ["a.js", true],
      ["", true],
      ["a.html", false],
      ["search.json", false],
      ["data.json", true],
    ] as const) {
      expect(opened({ folder, secret: undefined }, new Map([[blob, path]])).has(blob, path)).toBe(isKnown);
    }
  });

  test("to the same rules, and to no others", () => {
    const folder = filled({ secret: undefined });
    expect(opened({ folder, secret: undefined }, asked).has(blob, "src/a.ts")).toBe(true);
    expect(opened({ folder, secret: undefined, digest: "other rules" }, asked).has(blob, "src/a.ts")).toBe(false);
  });

  test("to who has the key, and to nobody else", () => {
    const folder = filled({ secret });
    expect(opened({ folder }, asked).has(blob, "src/a.ts")).toBe(true);
    expect(opened({ folder, secret: `${secret}.` }, asked).has(blob, "src/a.ts")).toBe(false);
    expect(readdirSync(folder)).toEqual(["known"]);
    expect(opened({ folder, secret: "" }, asked).has(blob, "src/a.ts")).toBe(false);
    expect(readdirSync(folder)).toEqual(["cache-key", "known"]);
  });

  test("where it was asked for under another path of the same kind, or not at all", () => {
    const folder = newFolder();
    const cache = opened({ folder, secret: undefined }, new Map());
    cache.add(blob, "src/a.ts", contents);
    cache.keep();
    expect(opened({ folder, secret: undefined }, asked).has(blob, "b.ts")).toBe(true);
  });

  test("by either of git's hashes, and only where the contents are those of the name", () => {
    const long = blobOf(contents, "sha256");
    const folder = newFolder();
    const blobs = new Map([
      [long, "a"],
      [blobOf(Buffer.from("others")), "a"],
    ]);
    const cache = opened({ folder, secret: undefined }, blobs);
    for (const id of blobs.keys()) cache.add(id, "a", contents);
    cache.keep();
    const later = opened({ folder, secret: undefined }, blobs);
    expect([...blobs.keys()].map((id) => later.has(id, "a"))).toEqual([true, false]);
  });
});

test("what is packed is known under the name that is left of it", () => {
  const folder = newFolder();
  const paths = ["a.tar.gz", "b.tar.gz", "a.html.gz", "a.gz", "release-1.2.html.gz"];
  const cache = opened({ folder }, new Map([[blob, "a.tar.gz"]]));
  cache.add(blob, "a.tar.gz", contents);
  cache.keep();
  const known = paths.filter((path) => opened({ folder }, new Map([[blob, path]])).has(blob, path));
  expect(known).toEqual(["a.tar.gz", "b.tar.gz"]);
});

test("the folder and its files are for their user alone, and hold nothing of what was checked", () => {
  fc.assert(
    fc.property(fc.uint8Array({ minLength: 6, maxLength: 200 }), fc.string({ minLength: 6 }), (bytes, path) => {
      const folder = newFolderFor();
      try {
        const own = Buffer.from(bytes);
        const id = blobOf(own);
        const cache = opened({ folder, secret: undefined }, new Map([[id, path]]));
        cache.add(id, path, own);
        cache.keep();
        expect(opened({ folder, secret: undefined }, new Map([[id, path]])).has(id, path)).toBe(true);
        const kept = readdirSync(folder).map((name) => readFileSync(join(folder, name)));
        expect(kept.map(({ length }) => length)).toEqual([32, 16]);
        for (const text of [own, Buffer.from(path), Buffer.from(id), Buffer.from(id, "hex")])
          expect(kept.some((file) => holdsPartOf(file, text))).toBe(false);
        expect(
          [folder, join(folder, "cache-key"), join(folder, "known")].map((name) => statSync(name).mode & 0o777),
        ).toEqual([0o700, 0o600, 0o600]);
      } finally {
        rmSync(folder, { recursive: true, force: true });
      }
    }),
  );
});

/** Any six bytes of it. */
function holdsPartOf(file: Buffer, text: Buffer): boolean {
  for (let at = 0; at + 6 <= text.length; at++) if (file.includes(text.subarray(at, at + 6))) return true;
  return false;
}

function newFolderFor(): string {
  return join(mkdtempSync(join(tmpdir(), "outgate-test-")), "state");
}
