import * as fc from "fast-check";
import { expect, test } from "vitest";
import { fill } from "../src/detectors/template.ts";
import { differences, found } from "./differential.ts";
import { recipe, textOf } from "./differential-fuzz.ts";
import {
  crowdedTexts,
  cutDifferences,
  distant,
  exampleTexts,
  placeIn,
  shortest,
  sourcesIn,
} from "./differential-texts.ts";

// The same with more of everything: `npm run bench -- differential`.

test("in the examples nothing is lost, whatever stands around them", { timeout: 300_000 }, async () => {
  for (const text of exampleTexts()) expect(await differences(text)).toEqual([]);
});

test("where literals and matches crowd nothing is lost", { timeout: 300_000 }, async () => {
  for (const text of crowdedTexts()) expect(await differences(text)).toEqual([]);
});

test("nothing is lost where a slice ends, wherever it cuts an example", { timeout: 300_000 }, async () => {
  for (const example of [...shortest, ...distant.slice(-4)]) expect(await cutDifferences(example)).toEqual([]);
});

test("a value that is a secret only as a whole is found behind the end of its window", async () => {
  const plain = { edits: [], writing: "plain" } as const;
  const value = "ddp_{base62:35}, ddp_{base62:37}, ddp_find_unused_parameters";
  const text = textOf({
    name: [],
    contents: [
      { kind: "example", template: "if password == other.password1:", seed: 1, ...plain },
      { kind: "glue", glue: " ".repeat(300), writing: "base64" },
      {
        kind: "example",
        template: value,
        seed: 111_262,
        edits: [{ what: "delete", at: 117, glue: "" }],
        writing: "base64",
      },
      { kind: "glue", glue: 'passwordAst s": "x', writing: "plain" },
    ],
    before: 0,
  });
  expect(await differences(text)).toEqual([]);
});

const podOfThirty = "heron-invoice-7d9f8b6c5d-x2x4q";

// Each of them once was found by one of the two searches alone.
test.each([
  [
    "an example in front of a name",
    `https://api.acme.example.io/${"x".repeat(40)} arn:aws:sqs:eu-central-1:{digits:5}7{digits:6}:jobs`,
  ],
  ["a chat beside a group", "CHANNEL C0{LOWER36:9}, CHAT-1003{digits:8}"],
  ["a number in front of its name", 'default = "54362315K, NIE:&\u000eg[:9soUL.Md'],
  ["a word in capitals that are no ASCII", "NÉ LE 4 MAI 1987, 040/5/987, DATE DE NAISSANCE : 4"],
  ["an amount beside a literal of something else", "our server, cx or not, has 9 core"],
  [
    "a pod of which the windows of two words have a half each",
    `restart${" ".repeat(81)}${podOfThirty}${" ".repeat(113)}crashed`,
  ],
  ["an at sign in brackets in front of a space", "carol (a)\tkiln-studio.io, f(a).web.de, carol(a)мебель.рф"],
  [
    "an author in front of a long address, beside a call",
    `written by f(a).${" ".repeat(40)}${"carol-".repeat(9)}larsen@kiln-studio.io`,
  ],
  ["a word behind a colon and a sign of equality", "hostname:5432:database:username:password:=codul uÈii"],
  ["a sentence as long as is looked at", `${"we ".padEnd(158, "x")} 256 vCPU`],
])("%s is told by both searches", async (_, template) => {
  expect(await differences({ bytes: Buffer.from(fill(template, 7)) })).toEqual([]);
});

test("an end without its beginning is none where the beginning is cut off with the slice before", async () => {
  const thoughts = "The user wants the address of her family. I should check the notes.";
  expect(await cutDifferences(`<think>\n${thoughts}\n</think>\nI can't say.`)).toEqual([]);
});

test("an address that is spelled out behind bytes of no text stands where it stands", async () => {
  const bytes = Buffer.concat([
    Buffer.from([0xf0, 0x5b, 0xff, 0xe9]),
    Buffer.from(" write to carol.larsen (at) larsen-carpentry (dot) dk"),
  ]);
  expect(await differences({ bytes })).toEqual([]);
  expect((await found({ bytes })).map(({ range }) => bytes.toString("latin1", range.start, range.end))).toEqual([
    "carol.larsen (at) larsen-carpentry (dot) dk",
  ]);
});

test("what a format gives is told by both searches", async () => {
  const statement = Buffer.from(fill("CREATE USER 'shop'@'%' IDENTIFIED BY '{base62:14}';"), "utf16le");
  const bytes = Buffer.concat([Buffer.from(";value;"), statement, Buffer.from(" =")]);
  expect(await differences({ name: "docs/index.html", bytes })).toEqual([]);
});

const packages = ["@types/node", "ajv", "fast-check", "knip", "rolldown", "valibot", "vitest", "zod"];

test("in ten megabytes of source nothing is lost", { timeout: 300_000 }, async () => {
  let read = 0;
  for (const sources of sourcesIn(
    packages.map((name) => `node_modules/${name}`),
    10_000_000,
  )) {
    read += sources.bytes.length;
    const different = await differences(sources);
    expect(different.map((difference) => ({ ...difference, place: placeIn(sources, difference.range.start) }))).toEqual(
      [],
    );
  }
  expect(read).toBeGreaterThanOrEqual(10_000_000);
});

test("in ten thousand texts made of what detectors look for nothing is lost", { timeout: 300_000 }, async () => {
  await fc.assert(
    fc.asyncProperty(recipe, async (made) => {
      expect(await differences(textOf(made))).toEqual([]);
    }),
    // Always the same texts: the bench makes others in each run.
    { numRuns: 10_000, seed: 1 },
  );
});
