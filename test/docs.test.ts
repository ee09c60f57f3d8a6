import { existsSync, globSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { expect, test } from "vitest";
import manifest from "../package.json" with { type: "json" };
import { stoppedPicture } from "../scripts/picture.ts";
import { rulesPage } from "../scripts/rules.ts";
import { commands } from "../src/cli/commands.ts";
import { formats } from "../src/cli/flags.ts";
import { configKeys } from "../src/config/schema.ts";
import { detectors } from "../src/detectors/index.ts";
import { openGate } from "../src/index.ts";

const page = (name: string): string => readFileSync(name, "utf8");

test("docs/rules.md is what `npm run docs` writes", () => {
  expect(page("docs/rules.md")).toBe(rulesPage());
});

test("docs/stopped.svg is what `node scripts/picture.ts` draws, but for how many rules there are and how long they take", () => {
  const numbers = /\d+ rules, \d+ ms/;
  expect(page("docs/stopped.svg").replace(numbers, "")).toBe(stoppedPicture().replace(numbers, ""));
});

test("docs/config.md has every key of the config", () => {
  const missing = configKeys.filter((key) => key !== "$schema" && !page("docs/config.md").includes(`| \`${key}\``));
  expect(missing).toEqual([]);
});

test("docs/formats.md has every format", () => {
  expect(formats.filter((format) => !page("docs/formats.md").includes(`\n| \`${format}\` |`))).toEqual([]);
});

test("every command and npm script that the README names is there", () => {
  const text = page("README.md");
  const scripts = [...text.matchAll(/npm run ([\w:-]+)/g)].map(([, name]) => name);
  const called = [...text.matchAll(/(?:npx |`)outgate ([a-z-]+)/g)].map(([, name]) => name);
  expect(scripts.filter((name) => name === undefined || !Object.hasOwn(manifest.scripts, name))).toEqual([]);
  expect(called.filter((name) => name === undefined || !Object.hasOwn(commands, name))).toEqual([]);
  expect(called).toContain("init");
});

/** Links to files, and paths of ours as the text writes them. */
function pathsIn(document: string): string[] {
  const text = page(document);
  const linked = [...text.matchAll(/\]\((?!\w+:)([^)#\s]+)/g)].map(([, path = ""]) => join(dirname(document), path));
  const named = [...text.matchAll(/`((?:src|kernel|test|scripts|bench|examples)\/[\w./-]*)`/g)].map(
    ([, path = ""]) => path,
  );
  return [...linked, ...named];
}

test("every file that a document links or names is there", () => {
  const documents = globSync(["*.md", "docs/*.md"]).filter((name) => name !== "docs/rules.md"); // its links are examples
  const missing = documents.flatMap((document) =>
    pathsIn(document).flatMap((path) => (existsSync(path) ? [] : [`${document}: ${path}`])),
  );
  expect(missing).toEqual(["CONTRIBUTING.md: src/detectors/secrets/acme.ts"]); // its example
  expect(documents.flatMap(pathsIn).length).toBeGreaterThan(100);
});

test("every rule that a document names is there", () => {
  const ids = new Set<string>(detectors.map(({ id }) => id));
  const documents = [
    "README.md",
    "CONTRIBUTING.md",
    "SECURITY.md",
    "docs/config.md",
    "docs/ARCHITECTURE.md",
    "docs/DECISIONS.md",
  ];
  const named = documents.flatMap(
    (name) => page(name).match(/(?<=[\s"`])(?:secret|artifact)\/[a-z][a-z-]+(?=["`\s])/g) ?? [],
  );
  expect(named.filter((id) => !ids.has(id))).toEqual(["secret/acme-token"]); // CONTRIBUTING's example
  expect(named.length).toBeGreaterThan(3);
});

test.each(["README.md", "docs/messages.md"])(
  "the message that %s shows is stopped, so that who tries it sees why",
  async (name) => {
    const [, text = ""] = /^const text = "(.+)";$/m.exec(page(name)) ?? [];
    const { verdict, findings } = await (await openGate()).check({ text, to: "telegram:chat:-1001234" });
    expect(verdict).toBe("block");
    expect(findings.length).toBeGreaterThan(2);
  },
);
