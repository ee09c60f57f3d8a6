import { rules as presetRules } from "@secretlint/secretlint-rule-preset-recommend";
import { array, assert, asyncProperty, constantFrom, oneof, stringMatching } from "fast-check";
import { describe, expect, test } from "vitest";
import { cluesIn } from "../../../test/clues.ts";
import { mark } from "../../../test/mark.ts";
import { prefix, type Report, reportsOf } from "../../../test/reports.ts";
import { createEngine } from "../../engine/engine.ts";
import { overlap, type Range } from "../../model/range.ts";
import { fill } from "../template.ts";
import { leftOut, secretlintRules } from "./secretlint-rules.ts";
import { secretlint } from "./secretlint.ts";

const table = Object.entries(secretlintRules).map(([name, rule]) => ({ name, ...rule }));
const samples = table.flatMap(({ examples }) => examples.map(unmarked));

describe("the table", () => {
  test("has every rule of the preset, or the reason why it is not run", () => {
    const named = [...Object.keys(secretlintRules), ...Object.keys(leftOut)].map((name) => prefix + name);
    expect(named.toSorted()).toEqual(presetRules.map(({ meta }) => meta.id).toSorted());
  });

  test.each(table)("has literals, a sign and examples for $name", ({ literals, sign, examples }) => {
    expect(literals).not.toEqual([]);
    expect(examples).not.toEqual([]);
    // The detector joins the signs, and tells them apart by groups of its own.
    expect(new RegExp(`${sign.source}|`).exec("")).toHaveLength(1);
  });

  test.each(table)(
    "any text of the patterns of $name has one of its literals, and its sign",
    async ({ name, literals, sign }) => {
      const patterns = patternsOf(name);
      expect(patterns).not.toEqual([]);
      for (const pattern of patterns) {
        await assert(
          asyncProperty(stringMatching(pattern), async (text) => {
            const lower = text.toLowerCase();
            expect(literals.some((literal) => lower.includes(literal.toLowerCase()))).toBe(true);
            const reported = (await reportsOf(text)).some(({ rule }) => rule === prefix + name);
            // What follows `_authToken=` and is short, or has a space or a bracket in it, is no token: the sign leaves it aside.
            expect(!reported || text.includes("_authToken=") || new RegExp(sign, "i").test(text)).toBe(true);
          }),
          { seed: 1, numRuns: 200 },
        );
      }
    },
  );
});

describe("what secretlint finds in the whole text is found in windows", () => {
  const cases = table.flatMap(({ name, examples }) => examples.map((example) => ({ name, example })));

  test.each(cases)("$name: $example", async ({ name, example }) => {
    // Far from the text's ends, so that the windows are smaller than the text.
    const text = `${"before ".repeat(2000)}\n${unmarked(example)}\n${"after ".repeat(2500)}`;
    expect((await reportsOf(text)).map(({ rule }) => rule)).toContain(prefix + name);
    expect(await lostIn(text)).toEqual([]);
  });

  test("whatever stands around it", async () => {
    // No letters glued to a value: they make it another one, which secretlint may still take and the gate knows better.
    const spaces = ["\n", " ", "\t", "\r\n", "\u00a0", " word".repeat(200)];
    const noise = [...spaces, '"', "= ", "é", "→", "密钥", "🔵", " x".repeat(150), " https://acme.io/", " ann@acme.io"];
    const pieces = array(oneof(constantFrom(...samples), constantFrom(...noise)), { maxLength: 8 });
    const property = asyncProperty(pieces, async (parts) => {
      expect(await lostIn(parts.join(""))).toEqual([]);
    });
    await assert(property, { seed: 1, numRuns: 300 });
  });

  test("wherever the window cuts a private key, up to the longest that secretlint knows", async () => {
    const lengths = Array.from({ length: 45 }, (_, index) => 430 + 3 * index);
    for (const length of [...lengths, 2000, 4000, 9900]) {
      const key = fill(`${pem("BEGIN")}\nMII{base64:${length}}\n${pem("END")}\n`);
      expect(await lostIn(key + " word".repeat(5000))).toEqual([]);
    }
  });

  test("a service account's key, for which secretlint reports the whole JSON file", async () => {
    const key = fill(`«${pem("BEGIN")}\\nMIIE{base64:1600}\\n${pem("END")}»`);
    const file = fill(`{ "type": "service_account", "private_key_id": "{hex:40}", "private_key": "${key}\\n" }`);
    const reports = await reportsOf(file.replaceAll(/[«»]/g, ""), ["account.json"]);
    expect(reports.map(({ rule }) => rule)).toContain(`${prefix}gcp`);
    expect(await mark(secretlint, file.replaceAll(/[«»]/g, ""))).toBe(file);
  });
});

const engine = createEngine([secretlint]);

/** What secretlint reports of a text and the engine does not find. */
async function lostIn(text: string): Promise<Report[]> {
  const found: Range[] = [];
  const segment = { part: "contents", surface: "text", bytes: Buffer.from(text), toDocument: itself } as const;
  for (const hit of await engine.run(segment, cluesIn(engine.look, "contents", segment.bytes))) {
    if (hit instanceof Error) throw hit;
    found.push(hit.range);
  }
  return (await reportsOf(text)).filter((report) => !found.some((range) => overlap(range, report.range)));
}

/**
 * The patterns of a rule, without what they demand of the surroundings, because a generated text has none. A rule asks the
 * text for all matches of each of its patterns, so a stand-in for the text can take them down.
 */
function patternsOf(name: string): RegExp[] {
  const patterns: RegExp[] = [];
  const content = { matchAll: (pattern: RegExp) => (patterns.push(pattern), []) };
  const rule = presetRules.find(({ meta }) => meta.id === prefix + name);
  for (const filePath of ["package.json", ".npmrc"]) {
    // As much of a context and of a source as the rules use before they find something.
    const handler = rule?.create({ createTranslator: () => () => ({}) } as never, { enableIDScanRule: true });
    void handler?.file?.({ content, filePath } as never);
  }
  return patterns.map(({ source }) => new RegExp(source.replaceAll(/\(\?<?![^()]*\)|\\b/g, "")));
}

function unmarked(example: string): string {
  return fill(example).replaceAll(/[«»]/g, "");
}

function pem(side: "BEGIN" | "END"): string {
  return `-----${side} PRIVATE KEY-----`;
}

function itself(range: Range): Range {
  return range;
}
