import { randomBytes } from "node:crypto";
import {
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import * as fc from "fast-check";
import { expect, onTestFinished, test } from "vitest";
import type { Kept } from "../model/kept.ts";
import { isCacheFile } from "./cache.ts";
import { type KeptOptions, openKept } from "./kept.ts";

function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "outgate-test-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return join(folder, "state");
}

function opened(options: Partial<KeptOptions> & Pick<KeptOptions, "folder">): Kept {
  const kept = openKept({ secret: undefined, basis: "a list", ...options });
  if (kept === undefined) throw new Error("there is no key");
  return kept;
}

function keptIn(folder: string): string[] {
  return readdirSync(folder).filter((name) => name.startsWith("list-"));
}

const bytes = randomBytes(1000);

test("what was kept is read by who has the same key and the same basis, and by nobody else", () => {
  const folder = newFolder();
  expect(opened({ folder }).read()).toBeUndefined();
  opened({ folder }).keep(bytes);
  expect(opened({ folder }).read()).toEqual(bytes);
  expect(opened({ folder, basis: "another list" }).read()).toBeUndefined();
  expect(opened({ folder, secret: "x".repeat(32) }).read()).toBeUndefined();
  const [name = ""] = keptIn(folder);
  opened({ folder, basis: "another list" }).keep(bytes);
  const other = keptIn(folder).find((one) => one !== name) ?? "";
  writeFileSync(join(folder, other), readFileSync(join(folder, name)));
  expect(opened({ folder, basis: "another list" }).read()).toBeUndefined();
  expect(opened({ folder }).read()).toEqual(bytes);
});

test("a file of which any bit was flipped, a part is missing or something was added is nothing", () => {
  const folder = newFolder();
  const kept = opened({ folder });
  kept.keep(bytes.subarray(0, 20));
  const path = join(folder, keptIn(folder)[0] ?? "");
  const whole = readFileSync(path);
  for (let bit = 0; bit < 8 * whole.length; bit++) {
    const damaged = Buffer.from(whole);
    damaged.writeUInt8(damaged.readUInt8(bit >> 3) ^ (1 << (bit & 7)), bit >> 3);
    writeFileSync(path, damaged);
    expect(kept.read()).toBeUndefined();
  }
  for (let length = 0; length < whole.length; length++) {
    writeFileSync(path, whole.subarray(0, length));
    expect(kept.read()).toBeUndefined();
  }
  writeFileSync(path, Buffer.concat([whole, Buffer.of(0)]));
  expect(kept.read()).toBeUndefined();
  writeFileSync(path, whole);
  expect(kept.read()).toEqual(bytes.subarray(0, 20));
});

test("its file is for its user alone, and holds nothing of what is kept and of the basis, nor does its name", () => {
  fc.assert(
    fc.property(fc.uint8Array({ minLength: 6, maxLength: 200 }), fc.string({ minLength: 6 }), (contents, basis) => {
      const folder = join(mkdtempSync(join(tmpdir(), "outgate-test-")), "state");
      try {
        opened({ folder, basis }).keep(contents);
        expect(opened({ folder, basis }).read()).toEqual(Buffer.from(contents));
        const [name = "", ...others] = keptIn(folder);
        expect(others).toEqual([]);
        const file = readFileSync(join(folder, name));
        expect(file.length).toBe(contents.length + 28);
        expect(statSync(join(folder, name)).mode & 0o777).toBe(0o600);
        for (const text of [Buffer.from(contents), Buffer.from(basis)])
          for (let at = 0; at + 6 <= text.length; at++) {
            expect(file.includes(text.subarray(at, at + 6))).toBe(false);
            expect(name.includes(text.toString("hex", at, at + 6))).toBe(false);
          }
      } finally {
        rmSync(folder, { recursive: true, force: true });
      }
    }),
    { numRuns: 30 },
  );
});

test("the same bytes look different each time, so that a file does not tell whether a list came back", () => {
  const folder = newFolder();
  const files = [1, 2].map(() => {
    opened({ folder }).keep(bytes);
    return readFileSync(join(folder, keptIn(folder)[0] ?? "")).toString("hex");
  });
  expect(files[0]).not.toBe(files[1]);
});

test("four files stay, those that were used last, and uninstalling knows all of them", () => {
  const folder = newFolder();
  const all = ["one", "two", "three", "four"].map((basis) => opened({ folder, basis }));
  for (const [at, kept] of all.entries()) {
    const before = new Set(keptIn(folder));
    kept.keep(bytes);
    for (const name of keptIn(folder).filter((one) => !before.has(one))) utimesSync(join(folder, name), at, at);
  }
  const [one, two, three] = all;
  expect(one?.read()).toEqual(bytes); // which makes it the youngest
  opened({ folder, basis: "five" }).keep(bytes);
  expect(keptIn(folder)).toHaveLength(4);
  expect([one?.read(), two?.read(), three?.read()]).toEqual([bytes, undefined, bytes]);
  writeFileSync(join(folder, `${keptIn(folder)[0]}.123`), "unfinished");
  expect(readdirSync(folder).filter((name) => !isCacheFile(name))).toEqual([]);
});

test("no link is followed, and where nothing can be written nothing happens", () => {
  const folder = newFolder();
  opened({ folder }).keep(bytes);
  const path = join(folder, keptIn(folder)[0] ?? "");
  rmSync(path);
  writeFileSync(`${folder}.elsewhere`, bytes);
  symlinkSync(`${folder}.elsewhere`, path);
  expect(opened({ folder }).read()).toBeUndefined();
  opened({ folder }).keep(bytes);
  expect(readFileSync(`${folder}.elsewhere`)).toEqual(bytes);
  writeFileSync(`${folder}.file`, "");
  const kept = opened({ folder: join(`${folder}.file`, "state"), secret: "x".repeat(32) });
  kept.keep(bytes);
  expect(kept.read()).toBeUndefined();
});
