import { createHash } from "node:crypto";
import { appendFileSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { addRecords, findRecords } from "./records.ts";

function fileIn(): string {
  const folder = mkdtempSync(join(tmpdir(), "outgate-test-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return join(folder, "known");
}

function record(number: number): Buffer {
  return createHash("sha256").update(String(number)).digest().subarray(0, 16);
}

function records(from: number, to: number): Buffer {
  return Buffer.concat(Array.from({ length: to - from }, (_, at) => record(from + at)));
}

/** A digit for each record. */
function found(path: string, asked: Buffer): string {
  return findRecords(path, asked).join("");
}

test("what was added is found, and nothing else", () => {
  const path = fileIn();
  expect(found(path, records(0, 3))).toBe("000");
  addRecords(path, records(0, 1));
  addRecords(path, records(2, 4));
  expect(found(path, records(0, 6))).toBe("101100");
  expect(statSync(path).size).toBe(48);
  expect(statSync(path).mode & 0o777).toBe(0o600);
});

test("in a file of many slices all are found", () => {
  const path = fileIn();
  addRecords(path, records(0, 40_000));
  expect(found(path, records(0, 40_000))).toBe("1".repeat(40_000));
  expect(found(path, records(40_000, 80_000))).toBe("0".repeat(40_000));
});

test("a record with any bit flipped is unknown, and its neighbours are known", () => {
  const path = fileIn();
  const whole = records(0, 3);
  for (let bit = 0; bit < 128; bit++) {
    const damaged = Buffer.from(whole);
    damaged.writeUInt8(damaged.readUInt8(16 + (bit >> 3)) ^ (1 << (bit & 7)), 16 + (bit >> 3));
    writeFileSync(path, damaged);
    expect(found(path, whole)).toBe("101");
  }
});

test("a file that was cut off is read up to its last whole record, and mended when something is added", () => {
  const path = fileIn();
  for (let length = 0; length <= 48; length++) {
    writeFileSync(path, records(0, 3).subarray(0, length));
    const whole = Math.floor(length / 16);
    expect(found(path, records(0, 3))).toBe("1".repeat(whole).padEnd(3, "0"));
    addRecords(path, records(7, 8));
    expect(readFileSync(path).equals(Buffer.concat([records(0, whole), record(7)]))).toBe(true);
  }
});

test("a full file loses its older half, and one that somebody made longer counts from its end", () => {
  const path = fileIn();
  const most = 2 ** 20;
  writeFileSync(path, Buffer.concat([Buffer.alloc(16 * (most - 2), 7), records(0, 2)]));
  addRecords(path, records(2, 3));
  expect(statSync(path).size).toBe(16 * (most / 2));
  expect(found(path, records(0, 4))).toBe("1110");
  writeFileSync(path, Buffer.concat([records(0, 1), Buffer.alloc(16 * (most - 1)), records(1, 2)]));
  expect(found(path, records(0, 2))).toBe("01");
  addRecords(path, records(3, 4));
  expect(statSync(path).size).toBe(16 * (most / 2));
  expect(found(path, records(0, 4))).toBe("0101");
});

test("zeros, and other bytes that stand there again and again, are soon read past", () => {
  const path = fileIn();
  for (const byte of [0, 255]) {
    writeFileSync(path, Buffer.alloc(2 ** 24, byte));
    expect(found(path, records(0, 1000))).toBe("0".repeat(1000));
  }
  appendFileSync(path, "x");
  expect(found(path, Buffer.alloc(0))).toBe("");
});
