import { readFileSync } from "node:fs";
import { toJsonSchema } from "@valibot/to-json-schema";
import { Ajv } from "ajv";
import { Ajv2020 } from "ajv/dist/2020.js";
import { describe, expect, test } from "vitest";
import { configSchema } from "../src/config/schema.ts";
import { fill } from "../src/detectors/template.ts";
import { GateError, readConfig, type Verdict } from "../src/index.ts";
import { verdictSchema } from "../src/reporters/verdict-schema.ts";
import { createFolder, createRepository, type Place } from "./repository.ts";

const token = fill("ghp_{base62:30}{crc32}");
const line = `TOKEN=${token}\n`;

const shipped = (name: string): object => JSON.parse(readFileSync(`dist/${name}`, "utf8"));
const validate = new Ajv2020({ strict: true, formats: { "date-time": true } }).compile(shipped("verdict.schema.json"));

/** The report of a check, of which the schema must have nothing to say. */
function report(place: Place, ...args: readonly string[]): Verdict {
  const verdict = JSON.parse(place.outgate(...args, "--format", "json").stdout);
  validate(verdict);
  expect(validate.errors).toBeNull();
  return verdict;
}

describe("the schema of verdicts", () => {
  test("is the one that the types are checked against", () => {
    expect(shipped("verdict.schema.json")).toEqual(toJsonSchema(verdictSchema, { target: "draft-2020-12" }));
    expect(shipped("verdict.schema.json")).toMatchObject({ $schema: "https://json-schema.org/draft/2020-12/schema" });
  });

  test("says which table judges where a report's audience is public and nobody named one", () => {
    const repository = createRepository();
    repository.stage("home.txt", "harmless\n");
    expect(report(repository, "staged").audience).toBe("public");
    expect(shipped("verdict.schema.json")).toMatchObject({
      properties: {
        audience: { description: expect.stringContaining("nobody named an audience, and a team's table") },
      },
    });
  });

  test("fits a pass, and a check of nothing", () => {
    expect(report(createRepository(), "staged")).toMatchObject({ verdict: "pass", complete: true, boundary: "commit" });
    expect(report(createFolder(), "files")).toMatchObject({ verdict: "pass", complete: true, boundary: "files" });
  });

  test("fits findings in contents, encoded, in names and in metadata", () => {
    const repository = createRepository("--initial-branch", token);
    repository.write(`${token}.txt`, Buffer.from(`\uFEFF${line}`, "utf16le"));
    repository.stage("a.txt", `${line}${Buffer.from(line).toString("base64")}\n`);
    const surfaces = report(repository, "staged").findings.map(({ surface }) => surface);
    expect(surfaces).toEqual(["text", "text", "base64 in text", "file name", "UTF-16LE in text"]);
    repository.write("message", line);
    expect(report(repository, "commit-msg", "message")).toMatchObject({ verdict: "block", score: 10 });
  });

  test("fits warnings, findings that were there, and a named audience", () => {
    const repository = createRepository();
    repository.stage("outgate.config.json", '{ "audience": "group", "actions": { "secret": "warn" } }');
    repository.commitFile("a.txt", line);
    repository.stage("a.txt", `${line}# The end\n${fill("ghp_{base62:30}{crc32}", 2)}\n`);
    const { audience, verdict, findings, alreadyThere, policy } = report(repository, "staged");
    expect({ audience, verdict, actions: findings.map(({ action }) => action), alreadyThere }).toEqual({
      audience: "group",
      verdict: "pass",
      actions: ["warn"],
      alreadyThere: 1,
    });
    expect(policy).toBe(repository.git("rev-parse", ":outgate.config.json"));
  });

  test("fits a question", () => {
    const repository = createRepository();
    repository.stage("outgate.config.json", '{ "actions": { "secret": "ask" } }');
    repository.stage("a.txt", line);
    expect(report(repository, "staged")).toMatchObject({ verdict: "ask", complete: true });
  });

  test("fits what was left out and what could not be read", () => {
    const repository = createRepository();
    repository.run("mkfifo", "pipe");
    expect(report(repository, "files", ".")).toMatchObject({ complete: true, unscanned: [{ kind: "skipped" }] });
    expect(report(repository, "files", "pipe")).toMatchObject({ complete: false, unscanned: [{ kind: "failed" }] });
  });

  test("fits the report of a shard", () => {
    const repository = createRepository();
    repository.run("mkfifo", "pipe");
    repository.stage("a.txt", line);
    const { shard, idleSuppressions, findings, unscanned } = report(repository, "files", ".", "--shard", "1/1");
    expect({ shard, idleSuppressions, orders: [...findings, ...unscanned].map(({ order }) => order) }).toEqual({
      shard: { index: 1, count: 1, run: expect.any(String), documents: 2, check: expect.any(String) },
      idleSuppressions: [],
      orders: [1, 2],
    });
  });

  test("fits what is suppressed", () => {
    const repository = createRepository();
    repository.stage("a.txt", line);
    const verdict = report(repository, "staged");
    const suppressed = verdict.findings.map((finding) => ({ ...finding, kind: "baseline", reason: "known" }));
    expect(validate({ ...verdict, suppressed, scoreParts: [{ class: "secret", score: 10 }] })).toBe(true);
  });

  test.each([
    { change: { extra: 1 } },
    { change: { verdict: "maybe" } },
    { change: { schema: 2 } },
    { change: { findings: [{}] } },
    { change: { scanned: { documents: 1 } } },
    { change: { alreadyThere: -1 } },
    { change: { complete: undefined } },
  ])("does not fit $change", ({ change }) => {
    const verdict = report(createRepository(), "staged");
    expect(validate(JSON.parse(JSON.stringify({ ...verdict, ...change })))).toBe(false);
  });
});

describe("the schema of the config", () => {
  const fits = new Ajv({ strict: true, keywords: ["allowComments", "allowTrailingCommas"] }).compile(
    shipped("config.schema.json"),
  );

  test("is made from the one that the program reads it by", () => {
    expect(shipped("config.schema.json")).toMatchObject(toJsonSchema(configSchema));
  });

  test.each([
    "{}",
    '{ "$schema": "./node_modules/outgate/dist/config.schema.json", "audience": "team", "strict": true, "unscanned": "block" }',
    '{ "actions": { "secret": "warn", "secret/github-token": { "sure": "block", "unsure": "pass" } } }',
    '{ "audience": "everybody" }',
    '{ "strict": 1 }',
    '{ "actions": { "secret": { "sure": "block" } } }',
    '{ "actions": { "Secret": "block" } }',
    '{ "actions": "block" }',
    '{ "actions": [] }',
    '{ "extra": 1 }',
    "[]",
    "null",
  ])("says of %s what the program says", (text) => {
    const config: unknown = JSON.parse(text);
    expect(fits(config)).toBe(isRead(text));
  });
});

test.each(["verdict.schema.json", "config.schema.json"])("every property in %s is described", (name) => {
  expect(undescribed(shipped(name), "")).toEqual([]);
});

/** The paths of properties without a description. */
function undescribed(schema: unknown, path: string): string[] {
  if (typeof schema !== "object" || schema === null) return [];
  return Object.entries(schema).flatMap(([key, value]: [string, unknown]) => {
    if (key !== "properties") return undescribed(value, path);
    const properties: Record<string, { description?: string }> = Object(value);
    return Object.entries(properties).flatMap(([property, inner]) => {
      const here = `${path}/${property}`;
      return [...(inner.description === undefined ? [here] : []), ...undescribed(inner, here)];
    });
  });
}

function isRead(config: string): boolean {
  try {
    readConfig(config, "outgate.config.json");
    return true;
  } catch (error) {
    if (error instanceof GateError) return false;
    throw error;
  }
}
