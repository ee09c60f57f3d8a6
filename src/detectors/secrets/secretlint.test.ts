import { lintSource } from "@secretlint/core";
import { creator, rules as presetRules } from "@secretlint/secretlint-rule-preset-recommend";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { mark } from "../../../test/mark.ts";
import { createEngine } from "../../engine/engine.ts";
import { type Range, overlap } from "../../model/range.ts";
import { fill } from "../template.ts";
import { leftOut, secretlintRules } from "./secretlint-rules.ts";
import { secretlint } from "./secretlint.ts";

const prefix = "@secretlint/secretlint-rule-";
const samples = Object.values(secretlintRules).flatMap(({ examples }) => examples.map((example) => fill(example).replaceAll(/[«»]/g, "")));

describe("the table", () => {
  test("has every rule of the preset, with its literals or with the reason why it is not run", () => {
    const named = [...Object.keys(secretlintRules), ...Object.keys(leftOut)].map((name) => prefix + name);
    expect(named.toSorted()).toEqual(presetRules.map(({ meta }) => meta.id).toSorted());
    for (const { literals, examples } of Object.values(secretlintRules)) expect(literals.length * examples.length).toBeGreaterThan(0);
    for (const reason of Object.values(leftOut)) expect(reason).not.toBe("");
  });

  test("has signs without groups, because the detector joins them by its own", () => {
    for (const { sign } of Object.values(secretlintRules)) expect(new RegExp(`${sign.source}|`).exec("")).toHaveLength(1);
  });
});

describe("loses nothing that secretlint finds in the whole text", () => {
  describe.each(Object.keys(secretlintRules))("%s", (name) => {
    const { literals = [], sign = /$^/, examples = [] } = secretlintRules[name] ?? {};

    test.each(examples)("%s", async (example) => {
      const text = embed(fill(example).replaceAll(/[«»]/g, ""));
      const reported = await reportsOf(text);
      expect(reported.map(({ rule }) => rule)).toContain(prefix + name);
      await expectAllFound(text, reported);
    });

    test("any text of its patterns has one of the literals, and the sign", async () => {
      const patterns = patternsOf(name);
      expect(patterns.length).toBeGreaterThan(0);
      for (const pattern of patterns) {
        await fc.assert(
          fc.asyncProperty(fc.stringMatching(pattern), async (text) => {
            expect(literals.filter((literal) => text.toLowerCase().includes(literal.toLowerCase()))).not.toEqual([]);
            // What follows `_authToken=` and is short, or has a space or a bracket in it, is no token: the sign leaves it aside.
            const reported = !text.includes("_authToken=") && (await reportsOf(text)).some(({ rule }) => rule === prefix + name);
            if (reported) expect(text).toMatch(new RegExp(sign, "i"));
          }),
          { seed: 1, numRuns: 200 },
        );
      }
    });
  });

  test("whatever stands around it", async () => {
    const noise = ["\n", " ", "\t", "\r\n", '"', "= ", "é", "→", "密钥", "🔵", "\u00a0", "x".repeat(300), " word".repeat(200), "https://acme.io/", "ann@acme.io"];
    const piece = fc.oneof(fc.constantFrom(...samples), fc.constantFrom(...noise));
    await fc.assert(
      fc.asyncProperty(fc.array(piece, { maxLength: 8 }), async (pieces) => {
        const text = pieces.join("");
        await expectAllFound(text, await reportsOf(text));
      }),
      { seed: 1, numRuns: 300 },
    );
  });

  test("wherever the window cuts a private key, and up to the longest that secretlint knows", async () => {
    for (const length of [...range(430, 560, 3), 2000, 4000, 9900]) {
      const text = `${fill(`${pem("BEGIN")}\nMII{base64:${length}}\n${pem("END")}`)}\n${" word".repeat(5000)}`;
      await expectAllFound(text, await reportsOf(text));
    }
  });

  test("a service account's key in a JSON file, of which secretlint reports the whole file by its name", async () => {
    const key = fill(`«${pem("BEGIN")}\\nMIIE{base64:1600}\\n${pem("END")}»`);
    const text = `{ "type": "service_account", "private_key_id": "${fill("{hex:40}")}", "private_key": "${key}\\n" }`;
    const plain = text.replaceAll(/[«»]/g, "");
    expect((await reportsOf(plain, "account.json")).map(({ rule }) => rule)).toContain(`${prefix}gcp`);
    expect(await mark(secretlint, plain)).toBe(text);
  });
});

test("comments that switch secretlint off do not switch the gate off", async () => {
  const token = fill("lin_api_{base62:40}");
  const text = `// secretlint-disable\n// secretlint-disable-next-line\nkey = ${token} // secretlint-disable-line ${prefix}linear\n`;
  expect(await reportsOf(text)).toEqual([]);
  expect(await mark(secretlint, text)).toBe(text.replace(token, `«${token}»`));
});

test("what it yields is places and our own words", async () => {
  const words = Object.values(secretlintRules).flatMap(({ title, messages = {} }) => [title, ...Object.values(messages).map((note) => note.title)]);
  for (const text of samples) {
    for (const { range: _place, confidence: _confidence, variant, ...rest } of await secretlint.detect(windowOf(text))) {
      expect(words).toContain(variant);
      expect(rest).toEqual({});
    }
  }
});

test("secretlint is not loaded for prose that has its literals", () => {
  const prose = "Mail ann@acme.io about the account: Asia/Tokyo, mysql://db, npm_config_registry, hf_hub, PRIVATE KEY-----";
  expect(secretlint.detect(windowOf(prose))).toEqual([]);
});

test("windows that are searched at the same time do not see each other", async () => {
  const alone = [];
  for (const text of samples) alone.push([...(await secretlint.detect(windowOf(text)))]);
  const together = await Promise.all(samples.map(async (text) => [...(await secretlint.detect(windowOf(text)))]));
  expect(together).toEqual(alone);
});

test("it leaves nothing in the process's performance timeline", async () => {
  const before = performance.getEntries().length;
  for (const text of samples) await secretlint.detect(windowOf(text));
  expect(performance.getEntries()).toHaveLength(before);
});

/**
 * The patterns of a rule, without what they demand of the surroundings, which generated text has none of. A rule asks the text
 * for all matches of a pattern, so a stand-in for the text can take them down.
 */
function patternsOf(name: string): RegExp[] {
  const patterns: RegExp[] = [];
  const content = { length: 0, matchAll: (pattern: RegExp) => (patterns.push(pattern), []) };
  const rule = presetRules.find(({ meta }) => meta.id === prefix + name);
  for (const filePath of ["package.json", ".npmrc"]) {
    const source = { content, filePath, ext: "", contentType: "text" };
    // A context and a source with as much of them as the rules use before they find something.
    rule?.create({ createTranslator: () => () => ({}) } as never, { enableIDScanRule: true } as never).file?.(source as never);
  }
  return patterns.map(({ source }) => new RegExp(source.replaceAll(/\(\?<?![^()]*\)|\\b/g, "")));
}

interface Report {
  readonly rule: string;
  /** Bytes of the text in UTF-8. */
  readonly range: Range;
}

/** What secretlint itself reports, run on the whole text as its users run it, under each name that a rule asks for. */
async function reportsOf(content: string, ...names: readonly string[]): Promise<Report[]> {
  const reports: Report[] = [];
  const rules = [{ id: `${prefix}aws`, options: { enableIDScanRule: true } }];
  for (const filePath of names.length > 0 ? names : ["file.txt", "package.json", ".npmrc"]) {
    const source = { filePath, ext: /\.\w+$/.exec(filePath)?.[0] ?? "", content, contentType: "text" } as const;
    const { messages } = await lintSource({ source, options: { config: { rules: [{ id: creator.meta.id, rule: creator, rules }] } } });
    for (const { ruleId, range: [start, end] } of messages) {
      reports.push({ rule: ruleId, range: { start: bytes(content, start), end: bytes(content, end) } });
    }
  }
  return reports;
}

async function expectAllFound(text: string, reports: readonly Report[]): Promise<void> {
  const found: Range[] = [];
  const segment = { part: "contents", surface: "text", bytes: Buffer.from(text), toDocument: (range: Range) => range } as const;
  for await (const hit of createEngine([secretlint]).run(segment)) {
    if (hit instanceof Error) throw hit;
    found.push(hit.range);
  }
  const lost = reports.filter(({ range: reported }) => !found.some((one) => overlap(one, reported)));
  expect({ text, lost }).toEqual({ text, lost: [] });
}

/** Far from the text's ends, so that the engine's windows are smaller than the text. */
function embed(sample: string): string {
  return `${"before ".repeat(2000)}\n${sample}\n${"after ".repeat(2500)}`;
}

function windowOf(text: string): Parameters<typeof secretlint.detect>[0] {
  return { text, start: 0, surface: "text", matchAll: (pattern) => text.matchAll(pattern) };
}

function pem(side: "BEGIN" | "END"): string {
  return `-----${side} PRIVATE KEY-----`;
}

function bytes(text: string, offset: number): number {
  return Buffer.byteLength(text.slice(0, offset));
}

function range(from: number, to: number, step: number): number[] {
  return Array.from({ length: Math.ceil((to - from) / step) }, (_, index) => from + index * step);
}
