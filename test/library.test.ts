import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import {
  type Config,
  createGate,
  type Detector,
  type GateOptions,
  openFiles,
  openGate,
  openRedactor,
  scan,
} from "../src/index.ts";

const folder = mkdtempSync(join(tmpdir(), "outgate-test-"));

function written(name: string, text: string): string {
  const path = join(folder, name);
  writeFileSync(path, text, { mode: 0o600 });
  return path;
}

async function rulesIn(text: string, options: GateOptions): Promise<string[]> {
  const { findings, complete } = await scan(await openFiles([written("page.md", text)]), await createGate(options));
  expect(complete).toBe(true);
  return findings.map(({ ruleId, action }) => `${ruleId} ${action}`);
}

const config: Config = {
  claims: [{ name: "iso", topic: "ISO ?27001", allowed: ["ISO 27001 certified by Quux Register"] }],
};

test("a gate for documents looks for all that its config names", async () => {
  expect(await rulesIn("We are ISO 27001 certified.", { config })).toEqual(["claim/iso block"]);
  expect(await rulesIn("We are ISO 27001 certified by Quux Register.", { config })).toEqual([]);
  const stores = [written("terms", "Zebulon Quux\n")];
  expect(await rulesIn("by Zebulon Quux", { config: { denylist: { stores } } })).toEqual(["term/person block"]);
});

test("a gate for documents reads the config's file and the lists that it is given, and refuses what is not there", async () => {
  const file = written("outgate.config.json", JSON.stringify(config));
  const list = written("names", "Zebulon Quux\n");
  const found = await rulesIn("We are ISO 27001 certified, says Zebulon Quux.", {
    config: file,
    denylist: list,
    allowMissingDenylist: true, // the lock of this repository has no key
  });
  expect(found).toEqual(["claim/iso block", "term/person block"]);
  await expect(createGate({ config: {}, denylist: join(folder, "nothing") })).rejects.toThrow("nothing");
});

test("a config can speak of a program's own rules, and of no others", async () => {
  const own: Detector = {
    id: "internal/own",
    summary: "A word of ours",
    remedy: "Take it out.",
    trigger: { literals: ["bluefin"] },
    detect: () => [{ range: { start: 0, end: 2 } }],
    examples: [],
  };
  const options = { detectors: [own], config: { actions: { "internal/own": "warn" } } } as const;
  expect(await rulesIn("bluefin", options)).toEqual(["internal/own warn"]);
  await expect(createGate({ config: options.config })).rejects.toThrow("internal/own");
});

const openers = { openGate, openRedactor, createGate } as Readonly<
  Record<string, (options: unknown) => Promise<unknown>>
>;

test.each([
  ["a misspelt name", { config: {}, denyList: "names" }, 'has no option "denyList"'],
  ["a name that every object has", { config: {}, constructor: 1 }, 'has no option "constructor"'],
  ["a number for a list", { config: {}, denylist: 5 }, '"denylist" of'],
  ["a text for a switch", { config: {}, allowMissingDenylist: "false" }, '"allowMissingDenylist" of'],
  ["nothing at all", null, "takes an object with options"],
  ["a text", "names", "takes an object with options"],
])("what opens a gate refuses %s", async (_, options, message) => {
  for (const open of Object.values(openers)) await expect(open(options)).rejects.toThrow(message);
});

test.each<[string, unknown, string]>([
  ["openGate", { config: {}, timeout: 0 }, '"timeout" of openGate is to be a number of milliseconds above 0'],
  ["openGate", { config: {}, timeout: Number.NaN }, '"timeout" of openGate'],
  ["openRedactor", { config: {}, key: 7 }, '"key" of openRedactor is to be a text'],
  ["createGate", { config: {}, audience: "world" }, '"audience" of createGate is to be owner, team, group, public'],
])("%s says of each option what it is to be: %j", async (name, options, message) => {
  await expect(openers[name]?.(options)).rejects.toThrow(message);
});

test("files are named in a list", async () => {
  await expect(openFiles("notes" as unknown as string[])).rejects.toThrow("takes a list of patterns");
});
