import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { gate, masked, placeholders, token } from "../../test/log-gate.ts";
import { detectors } from "../detectors/index.ts";
import { fill } from "../detectors/template.ts";
import { walk } from "../model/steps.ts";
import { loginLine } from "./login-line.ts";
import { namedValue } from "./named-value.ts";
import { blocksOf, redactedBytes } from "./redact-bytes.ts";
import { Redactor } from "./redactor.ts";

type Fields = readonly (readonly [name: string, value: string | Buffer])[];

/** Entries as `journalctl -o export` writes them: a value with anything but text in it has its length before it. */
function exported(entries: readonly Fields[]): Buffer {
  const head: Fields = [["__CURSOR", "s=1;i=2"]];
  return Buffer.concat(
    entries.flatMap((fields) => [
      ...[...head, ...fields].map(([name, value]) => field(name, value)),
      Buffer.from("\n"),
    ]),
  );
}

function field(name: string, value: string | Buffer): Buffer {
  const bytes = Buffer.from(value);
  if (bytes.every((byte) => (byte >= 0x20 && byte < 0x7f) || byte === 0x1b))
    return Buffer.from(`${name}=${bytes.toString()}\n`);
  const length = Buffer.alloc(8);
  length.writeBigUInt64LE(BigInt(bytes.length));
  return Buffer.concat([Buffer.from(`${name}\n`), length, bytes, Buffer.from("\n")]);
}

/** Reads the format by the letter of its description, and by nothing that masks it. @throws {Error} if it is not that. */
function read(bytes: Buffer): [string, string][][] {
  const entries: [string, string][][] = [];
  let entry: [string, string][] = [];
  for (let at = 0; at < bytes.length;) {
    const end = bytes.indexOf("\n", at);
    if (end === -1) throw new Error(`no newline behind ${at}`);
    const line = bytes.toString("latin1", at, end);
    at = end + 1;
    if (line === "") {
      entries.push(entry.slice(1));
      entry = [];
      continue;
    }
    const [, name = "", value] = /^([A-Z_][A-Z0-9_]*)(?:=([^]*))?$/.exec(line) ?? [];
    if (name === "") throw new Error("no name");
    if (value === undefined) {
      const length = Number(bytes.readBigUInt64LE(at));
      entry.push([name, bytes.toString("latin1", at + 8, at + 8 + length)]);
      at += 8 + length;
      if (bytes[at++] !== 0x0a) throw new Error("no newline behind a value");
    } else entry.push([name, value]);
  }
  expect(entry).toEqual([]);
  return entries;
}

async function redact(bytes: Buffer): Promise<Buffer> {
  return walk(redactedBytes(bytes, gate, placeholders));
}

async function inPieces(bytes: Buffer, size: number): Promise<Buffer> {
  const redactor = new Redactor(gate, placeholders);
  const out: Buffer[] = [];
  for (let at = 0; at < bytes.length; at += size)
    for (const steps of blocksOf(bytes.subarray(at, at + size), redactor))
      out.push(Buffer.from((await walk(steps)).bytes));
  out.push(Buffer.from((await walk(redactor.end())).bytes));
  expect(redactor.done).toBe(bytes.length);
  return Buffer.concat(out);
}

describe("systemd's export format", () => {
  test("stays what it is: values are masked, and lengths are those of what stands there then", async () => {
    const bytes = exported([
      [
        ["MESSAGE", `use ${token} now`],
        ["PRIORITY", "6"],
      ],
      [
        ["MESSAGE", `two lines\nwith ${token}, \x1b[1m${token}\x1b[0m\nand more`],
        ["_CMDLINE", "curl -H 'Authorization: Basic abc' https://api.acme.example.io"],
        ["SMTP_PASSWORD", "two words"],
        ["API_KEY", "a\nb"],
        ["PAYLOAD", '{"password":12,"a":"b"}'],
        ["BLOB", Buffer.from("\x00\xff\xfe", "latin1")],
        ["EMPTY_TOKEN", ""],
      ],
    ]);
    const out = await redact(bytes);
    const named = "[secret:named-value]";
    const shown = read(out).map((entry) =>
      entry.map(([name, value]) => [name, value.replaceAll(/(named-value):....\]/g, "$1]")]),
    );
    expect(shown).toEqual([
      [
        ["MESSAGE", `use ${masked} now`],
        ["PRIORITY", "6"],
      ],
      [
        ["MESSAGE", `two lines\nwith ${masked}, \x1b[1m${masked}\x1b[0m\nand more`],
        ["_CMDLINE", `curl -H 'Authorization: ${named}' https://api.acme.example.io`],
        ["SMTP_PASSWORD", named],
        ["API_KEY", named],
        ["PAYLOAD", `{"password":"${named}","a":"b"}`],
        ["BLOB", "\x00\xff\xfe"],
        ["EMPTY_TOKEN", ""],
      ],
    ]);
    expect(await redact(out)).toEqual(out);
  });

  test("comes out byte for byte where nothing is found, and does not depend on where it is cut", async () => {
    const clean = exported([[["MESSAGE", "a\nb\xe9"]], [["MESSAGE", "[a] b"]]]);
    expect(await redact(clean)).toEqual(clean);
    const bytes = exported([[["MESSAGE", `a\n${token}`]], [["MESSAGE", token]], [["TOKEN", "x\ny"]]]);
    const whole = await redact(bytes);
    for (let size = 1; size < bytes.length; size++) expect(await inPieces(bytes, size)).toEqual(whole);
  });

  test("does not depend on it with entries of more than are searched at once either", async () => {
    const entries = Array.from({ length: 6000 }, (_, at): Fields => [
      ["_PID", String(at)],
      [
        "MESSAGE",
        at % 7 === 0
          ? `a line of ${"a service ".repeat(30)}\n${token}`
          : "a line of a service in which nothing is".repeat(9),
      ],
    ]);
    const bytes = exported([...entries, [["MESSAGE", `${"long \n".repeat(400_000)}${token}`]]]);
    const whole = await redact(bytes);
    expect(whole.includes("ghp_")).toBe(false);
    expect(read(whole)).toEqual(
      read(bytes).map((entry) => entry.map(([name, value]) => [name, value.replaceAll(token, masked)])),
    );
    for (const size of [4096, 65_536, 1_000_003]) expect((await inPieces(bytes, size)).equals(whole)).toBe(true);
  });

  test("has no lengths or newlines in what is searched, and none that are masked", async () => {
    const value = fc.oneof(
      fc.string({ unit: "binary" }),
      fc.constantFrom(
        token,
        `Bearer ${token}`,
        `a\n${token}`,
        "Authorization: Basic abc",
        '{"secret":1}',
        "-----BEGIN PRIVATE KEY-----",
      ),
      fc.uint8Array({ maxLength: 40 }).map((bytes) => Buffer.from(bytes)),
      fc
        .constantFrom(...detectors.flatMap(({ examples }) => examples))
        .map((example) => fill(example).replaceAll(/[«»]/g, "")),
    );
    const name = fc.constantFrom("MESSAGE", "PASSWORD", "_EXE", "CODE_FILE", "AWS_SECRET_ACCESS_KEY", "A");
    const entry = fc.array(fc.tuple(name, value), { minLength: 1, maxLength: 5 });
    await fc.assert(
      fc.asyncProperty(fc.array(entry, { minLength: 1, maxLength: 4 }), async (entries) => {
        const bytes = exported(entries);
        const out = await redact(bytes);
        expect(read(out).map((fields) => fields.map(([one]) => one))).toEqual(
          read(bytes).map((fields) => fields.map(([one]) => one)),
        );
        expect(out.includes(token)).toBe(false);
        expect((await redact(out)).toString("latin1")).toBe(out.toString("latin1"));
      }),
      { numRuns: 300 },
    );
  });

  test("is not changed by masking it again, where findings stand beside each other", async () => {
    const part = fc
      .tuple(
        fc.constantFrom(...[...detectors, namedValue, loginLine].flatMap(({ examples }) => examples)),
        fc.nat(1000),
      )
      .map(([template, seed]) => fill(template, seed).replaceAll(/[«»]/g, ""));
    const separator = fc.constantFrom(...' |,|:|=|"|/|; |&|\n|[|{|password=| token: '.split("|"));
    const value = fc
      .tuple(fc.array(part, { minLength: 1, maxLength: 3 }), separator, fc.boolean())
      .map(([parts, between, isJson]) =>
        isJson ? JSON.stringify({ k: parts.join(between), n: 1 }) : parts.join(between),
      );
    const name = fc.constantFrom("MESSAGE", "PASSWORD", "_CMDLINE", "SESSION_ID", "USER", "CODE_FILE", "DB_HOST");
    const entry = fc.array(fc.tuple(name, value), { minLength: 1, maxLength: 4 });
    await fc.assert(
      fc.asyncProperty(fc.array(entry, { minLength: 1, maxLength: 3 }), async (entries) => {
        const out = await redact(exported(entries));
        expect((await redact(out)).toString("latin1")).toBe(out.toString("latin1"));
      }),
      { numRuns: 500 },
    );
  }, 60_000);

  test.each([
    ["a field that ends before its length does", Buffer.from("__CURSOR=a\nMESSAGE\n\x09\0\0\0\0\0\0\0abc\n\n")],
    [
      "a length that nothing can have",
      Buffer.from("__CURSOR=a\nMESSAGE\n\xff\xff\xff\xff\xff\xff\xff\xffabc\n\n", "latin1"),
    ],
    ["a line that is no field", Buffer.from("__CURSOR=a\nmessage=1\n\n")],
    ["a value without a newline behind it", Buffer.from("__CURSOR=a\nMESSAGE\n\x01\0\0\0\0\0\0\0abc\n\n")],
  ])("is not passed on with %s", async (_, bytes) => {
    await expect(redact(bytes)).rejects.toThrow(/journal/);
    await expect(inPieces(bytes, 1)).rejects.toThrow(/journal/);
  });

  test("is only taken for what it is", async () => {
    for (const text of [`__CURS ${token}`, `CURSOR=a\nMESSAGE=${token}\n`, "__CURSOR"])
      expect((await redact(Buffer.from(text))).toString()).toBe(text.replace(token, masked));
  });
});
