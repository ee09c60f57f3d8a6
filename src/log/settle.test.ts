import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { gate, placeholders } from "../../test/log-gate.ts";
import { detectors } from "../detectors/index.ts";
import { fill } from "../detectors/template.ts";
import { walk } from "../model/steps.ts";
import { loginLine } from "./login-line.ts";
import { namedValue } from "./named-value.ts";
import { blocksOf, redactedBytes } from "./redact-bytes.ts";
import { Redactor } from "./redactor.ts";

async function redact(bytes: Buffer): Promise<Buffer> {
  return walk(redactedBytes(bytes, gate, placeholders));
}

/** Of a detector's example all, or only what is found in it. */
const part = fc
  .tuple(
    fc.constantFrom(...[...detectors, loginLine, namedValue].flatMap(({ examples }) => examples)),
    fc.nat(1000),
    fc.nat(2),
    fc.nat(),
  )
  .map(([template, seed, kind, which]) => {
    const example = fill(template, seed);
    const marked = Array.from(example.matchAll(/«(?<found>[^«»]*)»/g), ({ groups }) => groups?.["found"] ?? "");
    return (kind === 0 ? marked[which % marked.length] : undefined) ?? example.replaceAll(/[«»]/g, "");
  });

const separators = ' |,|:|=|"|\'|/|\t||, |: |; |&|\n|[|]|{|}|":"|password=| token: '.split("|");
const separator = fc.constantFrom("|", ...separators);

/** How several texts get into a line, beside each other. */
const forms: Readonly<Record<string, (parts: readonly string[], between: string) => string>> = {
  "plain text": (parts, between) => parts.join(between),
  "a line of a program": (parts, between) => `2026-07-01T10:20:30Z [info] ${parts.join(between)}\n`,
  logfmt: (parts, between) => `level=info msg=${JSON.stringify(inLine(parts.join(between)))} at=3\n`,
  "pairs of logfmt": (parts, between) =>
    `${parts.map((one, at) => `k${at}=${JSON.stringify(inLine(one))}`).join(between)}\n`,
  "values without quotation marks": (parts, between) =>
    `${parts.map((one, at) => `k${at}=${inLine(one)}`).join(between)}\n`,
  headers: (parts, between) => `${parts.map((one, at) => `X-H${at}: ${inLine(one)}`).join(`${between}\r\n`)}\r\n\r\n`,
  "a string of JSON": (parts, between) => `{"log":${JSON.stringify(parts.join(between))},"n":1}\n`,
  "members of JSON": (parts, between) =>
    `{${parts.map((one, at) => `"${at === 1 ? "user" : `k${at}`}":${JSON.stringify(one + between)}`).join()}}\n`,
  "keys of JSON": (parts, between) => `{${parts.map((one) => `${JSON.stringify(one + between)}:1`).join()}}\n`,
  "a list": (parts, between) => `${JSON.stringify(parts.map((one) => one + between))}\n`,
  "JSON in JSON": (parts, between) => `${JSON.stringify({ a: JSON.stringify({ b: parts.join(between), n: 1 }) })}\n`,
  "a list in JSON in JSON": (parts, between) =>
    `${JSON.stringify({ a: JSON.stringify(parts.map((one) => ({ b: one + between, n: 1 }))) })}\n`,
};

function inLine(text: string): string {
  return text.replaceAll("\n", " ");
}

const line = fc
  .tuple(fc.array(part, { minLength: 2, maxLength: 3 }), separator, fc.constantFrom(...Object.entries(forms)))
  .map(([parts, between, [, write]]) => ({ text: write(parts, between) }));

describe("masking a masked log changes nothing", () => {
  test("where findings of all kinds stand beside each other", async () => {
    await fc.assert(
      fc.asyncProperty(line, async ({ text }) => {
        const once = await redact(Buffer.from(text));
        expect((await redact(once)).toString("latin1")).toBe(once.toString("latin1"));
      }),
      { numRuns: 4000 },
    );
  }, 60_000);

  test("and many such lines are masked alike, wherever they are cut", async () => {
    const log = fc
      .tuple(fc.array(line, { minLength: 20, maxLength: 40 }), fc.integer({ min: 30_000, max: 33_000 }))
      .map(([lines, before]) => Buffer.from(`${"x ".repeat(before)}\n${lines.map(({ text }) => text).join("\n")}\n`));
    await fc.assert(
      fc.asyncProperty(log, fc.array(fc.nat(100_000), { maxLength: 4 }), async (bytes, cuts) => {
        expect((await inPieces(bytes, cuts)).equals(await redact(bytes))).toBe(true);
      }),
      { numRuns: 60 },
    );
  }, 60_000);

  test.each([
    ["a longer value, of which a token was a part", "docker login -u acme -p «dckr_pat_{base62:27}»]data/x.sql.gz end"],
    ["a name that stood beside an address", "the wiki is at wiki.corp, and Tailscale is used in front of db.intranet"],
    ["a number beside one that is masked", "at 12:30{our subscribers are notified, we had 2 of them, and 3 of those"],
    ["what a placeholder could name", "«sk-lf-{uuid}»[{base64:86}=="],
  ])("%s", async (_, template) => {
    const once = await redact(Buffer.from(fill(template).replaceAll(/[«»]/g, "")));
    expect((await redact(once)).toString()).toBe(once.toString());
    expect(once.toString()).not.toMatch(/\[[^[\]]*\[/);
  });
});

async function inPieces(bytes: Buffer, cuts: readonly number[]): Promise<Buffer> {
  const redactor = new Redactor(gate, placeholders);
  const out: Buffer[] = [];
  let at = 0;
  for (const end of [...cuts.toSorted((a, b) => a - b), bytes.length]) {
    for (const steps of blocksOf(bytes.subarray(at, end), redactor)) out.push(Buffer.from((await walk(steps)).bytes));
    at = Math.max(at, Math.min(end, bytes.length));
  }
  out.push(Buffer.from((await walk(redactor.end())).bytes));
  return Buffer.concat(out);
}
