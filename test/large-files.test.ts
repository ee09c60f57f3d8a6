import { closeSync, openSync, writeFileSync } from "node:fs";
import { randomBytes } from "node:crypto";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { expect, onTestFinished, test } from "vitest";
import { fill } from "../src/detectors/template.ts";
import { createGate } from "../src/gate.ts";
import type { Document } from "../src/model/document.ts";
import { scan } from "../src/scan.ts";
import { FileBytes } from "../src/sources/file-bytes.ts";
import { search } from "../src/search/search.ts";
import { createFolder } from "./repository.ts";

const gate = createGate();
const token = fill("ghp_{base62:30}{crc32}");

/** What is large is read in pieces of so many bytes. */
const piece = 2 ** 20;

const line = `${"some text. ".repeat(9)}\n`;
const prose = Buffer.from(line.repeat(Math.ceil((3 * piece) / line.length)));

/** Prose with something at a place. */
function withAt(at: number, planted: Buffer | string): Buffer {
  const bytes = Buffer.from(prose);
  bytes.set(Buffer.from(planted), at);
  return bytes;
}

async function rangesIn(bytes: Document["bytes"]) {
  const { candidates, failures } = await search(
    { kind: "document", name: Buffer.from("large"), nameLeaves: true, bytes },
    gate,
  );
  expect(failures).toEqual([]);
  return candidates
    .filter(({ detector }) => detector.id === "secret/github-token")
    .map(({ range, surface }) => ({ ...range, surface }));
}

test("a token is found wherever it stands around the border of two pieces", async () => {
  for (let at = piece - token.length - 2; at <= piece + 2; at++)
    expect(await rangesIn(withAt(at, ` ${token} `))).toContainEqual({
      start: at + 1,
      end: at + 1 + token.length,
      surface: "text",
    });
});

test("so is one in base64, and it leads back to where it stands", async () => {
  const encoded = Buffer.from(`{"token": "${token}", "more": "${"text ".repeat(40)}"}`).toString("base64");
  for (let at = piece - encoded.length - 2; at <= piece + 2; at += 7) {
    const [found] = await rangesIn(withAt(at, ` ${encoded} `));
    expect(found?.surface).toBe("base64 in text");
    const around = Buffer.from(encoded, "base64");
    expect(around.toString()).toContain(token);
    expect(found?.start).toBeGreaterThanOrEqual(at);
    expect(found?.end).toBeLessThanOrEqual(at + 2 + encoded.length);
  }
});

test("so is one in hexadecimal digits", async () => {
  const encoded = Buffer.from(`"${token}"`).toString("hex");
  const digits = token.length * 2;
  for (let at = piece - encoded.length - 2; at <= piece + 2; at += 3)
    expect(await rangesIn(withAt(at, ` ${encoded} `))).toContainEqual({
      start: at + 3,
      end: at + 3 + digits,
      surface: "hexadecimal in text",
    });
});

test("gzip is read as a whole, as bytes, in base64 and in digits, however long it is", async () => {
  const random = Buffer.from(randomBytes(piece).toString("base64"));
  const compressed = gzipSync(Buffer.concat([random, Buffer.from(` ${token} `), random, Buffer.from(`\n${token}\n`)]));
  expect(compressed.length).toBeGreaterThan(2 * piece);
  const whole = { start: 0, end: compressed.length, surface: "gzip in text" };
  expect(await rangesIn(compressed)).toEqual([whole, whole]);
  for (const [encoding, name] of [
    ["base64", "base64"],
    ["hex", "hexadecimal"],
  ] as const) {
    const text = compressed.toString(encoding);
    const bare = text.replace(/=+$/, "");
    const found = await rangesIn(Buffer.from(`${"-".repeat(piece - 5000)}"${text}" and more\n${prose.toString()}`));
    const start = piece - 5000 + 1;
    const all = { start, end: start + bare.length, surface: `gzip in ${name} in text` };
    expect(found).toEqual([all, all]);
  }
});

test("a large document with a byte order mark is one text to its end", async () => {
  const text = `\uFEFF${"кот и пёс ".repeat(200_000)}${token} ${"и ".repeat(10)}`;
  for (const bytes of [Buffer.from(text, "utf16le"), Buffer.from(text, "utf16le").swap16()]) {
    const start = text.indexOf(token) * 2;
    expect(await rangesIn(bytes)).toContainEqual({
      start,
      end: start + token.length * 2,
      surface: expect.stringMatching(/^UTF-16.E in text$/),
    });
  }
});

test("what is found in a file that is not in memory has its line, and a comment lets it through", async () => {
  const at = 2 * piece + 5000;
  const lineStart = prose.lastIndexOf("\n", at) + 1;
  const bytes = withAt(at, ` ${token} `);
  const suppressed = withAt(at, ` ${token} outgate-ignore-line: secret/github-token -- made up\n`);
  for (const [contents, count] of [
    [bytes, 1],
    [suppressed, 0],
  ] as const) {
    const verdict = await scan({ boundary: "files", target: null, items: [opened(contents)] }, gate);
    expect(verdict.findings).toHaveLength(count);
    expect(verdict.scanned).toMatchObject({ documents: 1, bytes: contents.length, segments: 2 });
    const [finding] = [...verdict.findings, ...verdict.suppressed];
    expect(finding).toMatchObject({
      line: contents.subarray(0, at).toString("latin1").split("\n").length,
      column: at + 2 - lineStart,
      endColumn: at + 2 - lineStart + token.length,
    });
  }
});

test("a comment that nothing needs is told, however far behind it stands", async () => {
  const bytes = withAt(2 * piece + 5000, "\n# outgate-ignore-line: secret/github-token -- made up\n");
  const verdict = await scan({ boundary: "files", target: null, items: [opened(bytes)] }, gate);
  expect(verdict.findings).toEqual([]);
  const lineOf = bytes.subarray(0, bytes.indexOf("outgate-ignore")).toString("latin1").split("\n").length;
  expect(verdict.unusedSuppressions).toEqual([`large:${lineOf}: outgate-ignore-line secret/github-token`]);
});

test("what was opened and cannot be read is told by its name, and nothing passes", async () => {
  const items = [openedAt(createFolder().path)];
  const verdict = await scan({ boundary: "files", target: null, items }, gate);
  expect(verdict.unscanned).toEqual([{ document: "large", reason: "cannot be read: EISDIR", kind: "failed" }]);
  expect(verdict.complete).toBe(false);
});

function opened(contents: Buffer): Document {
  const path = join(createFolder().path, "large");
  writeFileSync(path, contents);
  return openedAt(path);
}

function openedAt(path: string): Document {
  const file = openSync(path, "r");
  onTestFinished(() => closeSync(file));
  return { kind: "document", name: Buffer.from("large"), nameLeaves: true, bytes: new FileBytes(file) };
}
