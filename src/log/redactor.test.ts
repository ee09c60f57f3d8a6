import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { gate, inPieces, masked, placeholders, token } from "../../test/log-gate.ts";
import { detectors } from "../detectors/index.ts";
import { fill } from "../detectors/template.ts";
import { walk } from "../model/steps.ts";
import { columnValue } from "./column-value.ts";
import { namedValue } from "./named-value.ts";
import { Placeholders } from "./placeholder.ts";
import { redactedBytes } from "./redact-bytes.ts";
import { spansIn } from "./spans.ts";

async function redact(bytes: Buffer | string): Promise<Buffer> {
  return walk(redactedBytes(Buffer.from(bytes), gate, placeholders));
}

async function text(bytes: Buffer | string): Promise<string> {
  return (await redact(bytes)).toString("latin1");
}

/** A log of some length with a token in it every so many bytes. */
function log(length: number, every: number, line: (secret: string, at: number) => string): Buffer {
  const pieces: string[] = [];
  for (let at = 0, next = every; at < length;) {
    const has = at >= next;
    if (has) next = at + every;
    const one = line(has ? fill("ghp_{base62:30}{crc32}", at) : "nothing", at);
    pieces.push(one);
    at += one.length;
  }
  return Buffer.from(pieces.join(""), "latin1");
}

function jsonLine(secret: string): string {
  return `{"n":1,"message":"${secret} retrying upstream","milliseconds":12}\n`;
}

describe("what comes out", () => {
  test("is what came in where nothing is found: no text, line ends of all kinds, no line end", async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 3000 }), async (bytes) => {
        expect((await redact(Buffer.from(bytes))).equals(Buffer.from(bytes))).toBe(true);
      }),
      { numRuns: 200 },
    );
    for (const one of ["", "\n", "a\r\nb\r\n", "\xff\xfe\x00caf\xe9\r", '{"a":"\\ud800"}'])
      expect(await text(Buffer.from(one, "latin1"))).toBe(one);
  });

  test("has a placeholder in place of what was found, and nothing else is changed", async () => {
    expect(await text(`\xe9 before ${token}, after\r\n`)).toBe(
      `${Buffer.from("\xe9").toString("latin1")} before ${masked}, after\r\n`,
    );
    expect(masked).toMatch(/^\[secret:github-token:[0-9a-f]{4}\]$/);
  });

  test("has the same digits for the same text under one key, and others under another", async () => {
    const lines = (await text(`${token}\n${token}\n`)).split("\n");
    expect(lines[0]).toBe(lines[1]);
    const others = Array.from({ length: 4 }, () =>
      new Placeholders(undefined).of("secret/github-token", Buffer.from(token)),
    );
    expect(new Set(others).size).toBeGreaterThan(1);
    expect(new Placeholders("k").of("term/codename", Buffer.from("x"))).toMatch(/^\[term:[0-9a-f]{4}\]$/);
  });

  test("does not depend on where the stream is cut", async () => {
    const bytes = Buffer.from(
      `start ${token}\n{"password":"a\\"b","n":{"token":12}}\nAuthorization: Basic abc\r\n\x1b[1m${token}\x1b[0m end`,
    );
    const whole = await redact(bytes);
    for (let cut = 0; cut <= bytes.length; cut++) expect(await inPieces(bytes, [cut])).toEqual(whole);
  });

  test("does not depend on it over the borders of blocks either", async () => {
    const plain = log(2_200_000, 9_000, (secret, at) => `${at} GET /orders?key=${secret} 200\n`);
    const json = log(2_200_000, 9_000, (secret, at) => `{"at":${at},"msg":"got \\"${secret}\\"","n":[1,2]}\n`);
    for (const bytes of [plain, json]) {
      const whole = await redact(bytes);
      expect(whole.includes("ghp_")).toBe(false);
      const cut = fc.integer({ min: 0, max: bytes.length });
      await fc.assert(
        fc.asyncProperty(fc.array(cut, { maxLength: 4 }), async (cuts) => {
          expect((await inPieces(bytes, cuts)).equals(whole)).toBe(true);
        }),
        { numRuns: 6 },
      );
    }
  });

  test("goes on behind every pause, also in the midst of a line of any length", async () => {
    const short = log(300_000, 9_000, (secret, at) => `${at} GET /orders?key=${secret} 200\n`);
    const long = log(400_000, 9_000, (secret, at) => `${at} ${secret} 50 % \r`);
    const bytes = Buffer.concat([long, short, long, short]);
    const whole = await redact(bytes);
    for (let step = 40_000; step < 400_000; step += 33_333) {
      const cuts = Array.from({ length: Math.floor(bytes.length / step) }, (_, index) => (index + 1) * step);
      expect((await inPieces(bytes, cuts, false)).equals(whole)).toBe(true);
    }
  });

  test("is masked by the line before, and no further than its end, where who reads could not wait", async () => {
    const bytes = Buffer.from(
      fill(
        `S: 334 UGFzc3dvcmQ6\r\nC: {encode:base64}{base62:14}{end}\r\nS: 235\r\n{"a":"token=abc","b":1} token=abc,x=1 y\n${token}\n`,
      ),
    );
    const whole = await redact(bytes);
    expect(whole.includes("login-line")).toBe(true);
    for (let cut = 0; cut <= bytes.length; cut++) expect(await inPieces(bytes, [cut], false)).toEqual(whole);
  });

  test("holds no secret that stands at the border of two blocks, wherever", async () => {
    for (let before = 0; before < 60; before += 3) {
      // Where pieces begin, and where what is seen with the first one ends.
      const border = 65_536 * (2 + (before % 2));
      const bytes = Buffer.concat([Buffer.alloc(border - before, "lorem ipsum\n"), Buffer.from(` ${token} \n`)]);
      const out = await redact(Buffer.concat([bytes, Buffer.alloc(100_000, "dolor sit\n")]));
      expect(out.includes(token.slice(0, 12))).toBe(false);
      expect(out.includes(token.slice(-12))).toBe(false);
      expect(out.includes(masked)).toBe(true);
    }
  });

  test("keeps what stands behind a token, wherever that ends in what is searched at once", async () => {
    const lines = Array.from({ length: 2500 }, (_, at) => fill("ghp_{base62:30}{crc32}", at));
    const expected = lines.map((one) => jsonLine(placeholders.of("secret/github-token", Buffer.from(one)))).join("");
    for (let before = 0; before < 90; before += 6) {
      const first = `${"x".repeat(before)}\n`;
      expect(await text(first + lines.map(jsonLine).join(""))).toBe(first + expected);
    }
  });

  test("is masked to the end of a value that is longer than what is searched at once", async () => {
    const words = "all of it is secret ".repeat(150_000);
    for (const [before, after, long = words] of [
      ['{"password":"', '","a":"b"}\n'],
      ['{"a":"{\\"password\\":\\"', '\\",\\"a\\":1}"}\n'],
      ['{"a":"GET /\\r\\nCookie: ', '\\r\\nHost: a","b":1}\n'],
      ["GET /\r\nCookie: ", "\r\nHost: a\n"],
      ["> Authorization: ", "\n> Host: a\n"],
      ["> Authorization: ", "\n> Host: a\n", 'Digest user="x y", '.repeat(20_000)],
      ["> Authorization: ", "\n> Host: a\n", `a=b;${" ".repeat(5000)}c=d`],
    ] as const) {
      const out = await text(`${before}${long}${after}`);
      expect(out.length).toBeLessThan(200);
      expect(out.startsWith(before)).toBe(true);
      expect(out.endsWith(after)).toBe(true);
      if (before.startsWith("{")) JSON.parse(out);
    }
  });

  test("keeps lines of any length apart from what they hold", async () => {
    const line = Buffer.from(`{"a":"${"x \\n ".repeat(500_000)}${token}${" y".repeat(300_000)}","b":1}\n`);
    const out = await redact(line);
    expect(out.toString("latin1")).toBe(line.toString("latin1").replace(token, masked));
  });
});

describe("JSON", () => {
  test.each([
    ['{"a":"use «{token}» now"}', '{"a":"use • now"}'],
    ['{"a":"{\\"b\\":\\"«{token}»\\"}"}', '{"a":"{\\"b\\":\\"•\\"}"}'],
    ['{"password":"x\\u0022y","port":25}', '{"password":"•","port":25}'],
    ['{"pin":1,"secret":-12.5e3,"token":true}', '{"pin":1,"secret":"•","token":true}'],
    ['INFO {"secret":12} done', 'INFO {"secret":"•"} done'],
    ['{"a":"{\\"secret\\":12}"}', '{"a":"{\\"secret\\":\\"•\\"}"}'],
    [
      '{\n  "log": {\n    "password": 12,\n    "b": "«{token}»"\n  }\n}\n',
      '{\n  "log": {\n    "password": "•",\n    "b": "•"\n  }\n}\n',
    ],
    ['{"«{token}»":1}', '{"•":1}'],
    ['{"a":1} use «{token}» and {"b":"«{token}»"}', '{"a":1} use • and {"b":"•"}'],
    ['{"GET /"} «{token}»,«{token}»', '{"GET /"} •,•'],
    ['[{"a":true,"b":[null,1]}]«{token}»', '[{"a":true,"b":[null,1]}]•'],
    ['{\n  "a": 1\n}\n2026-07-01 use «{token}»\n"b" «{token}»\n', '{\n  "a": 1\n}\n2026-07-01 use •\n"b" •\n'],
    ['{"log":"password=abc\\n","stream":"stdout"}', '{"log":"password=•\\n","stream":"stdout"}'],
    ['level=info password="a b" token=c msg=ok', 'level=info password="•" token=• msg=ok'],
  ])("%s", async (template, expected) => {
    const out = await text(template.replaceAll(/[«»]/g, "").replaceAll("{token}", token));
    expect(out.replaceAll(/\[[a-z:-]+[0-9a-f]{4}\]/g, "•")).toBe(expected);
    for (const line of expected.startsWith("{\n") ? [out] : out.split("\n")) if (isJson(template)) JSON.parse(line);
  });

  test("stays JSON, whatever is in it", async () => {
    const leaf = fc.oneof(
      fc.string({ unit: "binary" }),
      fc.constantFrom(token, `a ${token}\n"b"`, JSON.stringify({ password: `${token}"` }), "Bearer x"),
      fc.double({ noNaN: true }),
      fc.boolean(),
    );
    const key = fc.oneof(fc.string(), fc.constantFrom("password", "Authorization", "api_key", "name", "value", token));
    const { value } = fc.letrec((tie) => ({
      value: fc.oneof(
        { maxDepth: 4 },
        leaf,
        fc.array(tie("value"), { maxLength: 4 }),
        fc.dictionary(key, tie("value"), { maxKeys: 4 }),
      ),
    }));
    await fc.assert(
      fc.asyncProperty(fc.dictionary(key, value, { maxKeys: 4 }), fc.boolean(), async (object, isPretty) => {
        const out = await redact(JSON.stringify(object, undefined, isPretty ? 2 : 0));
        expect(() => JSON.parse(out.toString("utf8"))).not.toThrow();
        expect(out.includes(token)).toBe(false);
      }),
      { numRuns: 500 },
    );
  });
});

function isJson(line: string): boolean {
  try {
    return JSON.parse(line) !== undefined;
  } catch {
    return false;
  }
}

describe("what was masked", () => {
  test("is no finding, of any detector's examples, and masking it again changes nothing", async () => {
    const left: string[] = [];
    for (const { id, examples } of [...detectors, namedValue, columnValue])
      for (const example of examples) {
        const plain = fill(example).replaceAll(/[«»]/g, "");
        for (const [form, write] of Object.entries(forms))
          if (!(await isSettled(write(plain)))) left.push(`${id} in ${form}`);
      }
    expect([...new Set(left)]).toEqual([]);
  });

  test("is none in made-up logs either", async () => {
    const example = fc.constantFrom(...detectors.flatMap(({ examples }) => examples));
    const write = fc.constantFrom(...Object.values(forms));
    const line = fc.tuple(example, write, fc.nat(1000)).map(([template, form, seed]) => {
      const written = form(fill(template, seed).replaceAll(/[«»]/g, ""));
      return written.endsWith("\n") ? written : `${written}\n`;
    });
    const between = "2026-07-01T10:20:30.000Z the next of these lines has nothing to do with the one before\n".repeat(
      12,
    );
    await fc.assert(
      fc.asyncProperty(fc.array(line, { minLength: 1, maxLength: 5 }), async (lines) => {
        expect(await isSettled(lines.join(between))).toBe(true);
      }),
      { numRuns: 300 },
    );
  });
});

/** How a text gets into a log. */
const forms: Readonly<Record<string, (example: string) => string>> = {
  "plain text": (example) => example,
  "a line of a program": (example) => `2026-07-01T10:20:30Z [info] ${example}\n`,
  logfmt: (example) => `level=info msg=${JSON.stringify(example).replaceAll("\\n", " ")} at=3\n`,
  "a value of logfmt": (example) => `token=${JSON.stringify(example).replaceAll("\\n", " ")} n=1\n`,
  NDJSON: (example) => `{"log":${JSON.stringify(example)},"password":"x"}\n`,
  "Docker's log": (example) => `${JSON.stringify({ log: `${example}\n`, stream: "stdout" })}\n`,
  "JSON in JSON": (example) => `${JSON.stringify({ a: JSON.stringify({ b: example, n: 1 }) })}\n`,
  "JSON over lines": (example) => JSON.stringify({ a: { msg: example, level: 30 } }, undefined, 2),
};

/** Whether nothing is found in a masked text, and masking it again changes nothing. */
async function isSettled(written: string): Promise<boolean> {
  const once = await redact(written);
  return (await redact(once)).equals(once) && (await walk(spansIn(once, gate))).length === 0;
}
