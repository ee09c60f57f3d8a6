import { gzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { fill } from "../src/detectors/template.ts";
import { createGate } from "../src/gate.ts";
import { scan, type Verdict } from "../src/index.ts";
import { blocked, createFolder, passed } from "./repository.ts";
import { tar, zip } from "./samples.ts";

const token = fill("ghp_{base62:30}{crc32}", 1);

async function check(name: string, bytes: Buffer): Promise<Verdict> {
  const items = [{ kind: "document", name: Buffer.from(name), nameLeaves: true, bytes } as const];
  return await scan({ boundary: "files", target: null, items }, createGate());
}

const told = ({ findings }: Verdict): string[] =>
  findings.map(({ action, ruleId, surface }) => `${action} ${ruleId} (${surface})`);

const sourceMapOf = (source: string): string =>
  JSON.stringify({ version: 3, sources: ["a.ts"], sourcesContent: [source], mappings: "" });

const toldOf = (archive: string): string[] => [
  `block artifact/private-key (${archive} → home/id_ed25519)`,
  `block artifact/repository-folder (${archive} → site/.git/HEAD)`,
  `warn artifact/dotenv (${archive} → site/.env)`,
];

describe("what does not belong there is found in archives, by the names of their entries", () => {
  const entries = {
    "site/index.html": "<p>Hello",
    "site/.env": "PORT=8080\n",
    "site/.git/HEAD": "ref: refs/heads/main\n",
    "site/.git/config": "[core]\n",
    "home/id_ed25519": "x",
    "docs/id_ed25519.pub": "ssh-ed25519 AAAA\n",
  };

  test.each([
    ["a.zip", zip(entries), "zip"],
    ["a.zip", zip(entries, { method: 0 }), "zip"],
    ["a.tar", tar(entries), "tar"],
    ["a.tar.gz", gzipSync(tar(entries)), "tar"],
    ["a.zip", zip({ "b.tar": tar(entries) }), "zip → b.tar"],
  ])("%s", async (name, bytes, archive) => {
    const verdict = await check(name, bytes);
    expect(told(verdict).toSorted()).toEqual(toldOf(archive));
    expect(verdict.verdict).toBe("block");
  });

  test("beside what is found in them", async () => {
    expect(told(await check("a.tar", tar({ "a/.env": `TOKEN=${token}\n` }))).toSorted()).toEqual([
      "block artifact/dotenv (tar → a/.env)",
      "block secret/github-token (tar → a/.env)",
    ]);
  });

  test("and a name in which something else is found is masked there too", async () => {
    const verdict = await check("a.zip", zip({ [`${token}/.env`]: "PORT=8080\n" }));
    expect(JSON.stringify(verdict)).not.toContain(token.slice(4, 20));
    expect(told(verdict)).toContain("block artifact/dotenv (zip → [secret 40]/.env)");
  });
});

describe("what is normal in a repository does not belong on a site", () => {
  const normal = [
    ".DS_Store",
    ".claude/settings.json",
    ".github/workflows/deploy.yml",
    ".npmrc",
    ".vscode/settings.json",
    "AGENTS.md",
    "about.html~",
    "index.html.bak",
    "package-lock.json",
  ];

  test("and is told there alone", () => {
    const place = createFolder();
    place.write("dist/index.html", "<p>Hello");
    for (const name of normal) place.write(`dist/${name}`, "x\n");
    place.write("dist/app.js.map", `{"version":3,"sources":["a.ts"],"sourcesContent":["let a;"],"mappings":""}`);
    expect(place.check("files", "dist")).toEqual(passed());
    const { findings } = JSON.parse(place.outgate("site", "dist", "--format", "json").stdout) as Verdict;
    expect(findings.map(({ action, document, ruleId }) => `${action} ${document} ${ruleId}`)).toEqual([
      "warn .DS_Store artifact/system-file",
      "warn .claude/settings.json artifact/agent-file",
      "warn .github/workflows/deploy.yml artifact/project-file",
      "warn .npmrc artifact/project-file",
      "warn .vscode/settings.json artifact/editor-folder",
      "warn AGENTS.md artifact/agent-file",
      "warn about.html~ artifact/backup-copy",
      "warn app.js.map artifact/source-map",
      "warn index.html.bak artifact/backup-copy",
      "warn package-lock.json artifact/project-file",
    ]);
  });

  test("source maps are told once, and those that hold what stops, each, also in shards", () => {
    const place = createFolder();
    for (let number = 10; number < 20; number++) place.write(`dist/${number}.js.map`, sourceMapOf("let a;"));
    for (const number of [13, 17])
      place.write(`dist/${number}.js.map`, sourceMapOf(`let a = "${fill("ghp_{base62:30}{crc32}", number)}";`));
    const expected = [
      "warn 10.js.map artifact/source-map",
      "block 13.js.map artifact/source-map",
      "block 13.js.map secret/github-token",
      "block 17.js.map artifact/source-map",
      "block 17.js.map secret/github-token",
    ];
    const findings = (...args: string[]): string[] =>
      (JSON.parse(place.outgate(...args, "--format", "json").stdout) as Verdict).findings.map(
        ({ action, document, ruleId }) => `${action} ${document} ${ruleId}`,
      );
    expect(findings("site", "dist")).toEqual(expected);
    const reports = ["1", "2", "3"].map((index) => {
      place.write(`${index}.json`, place.outgate("site", "dist", "--shard", `${index}/3`, "--format", "json").stdout);
      return `${index}.json`;
    });
    expect(findings("merge", ...reports)).toEqual(expected);
  });

  test("a folder of somebody's home stops, and what the site gives away as an archive is its reader's own", () => {
    const place = createFolder();
    place.write("dist/index.html", "<p>Hello");
    place.write("dist/starter.zip", zip({ "AGENTS.md": "x\n", ".vscode/settings.json": "{}\n" }));
    expect(place.check("site", "dist")).toEqual(passed());
    place.write("dist/.ssh/known_hosts", "x\n");
    expect(place.check("site", "dist")).toEqual(blocked(".ssh/known_hosts:1:1 artifact/home-folder (file name)"));
  });

  test("a config can say that it stops, also where no site is checked", () => {
    const place = createFolder();
    place.write("dist/index.html", "<p>Hello");
    place.write("dist/AGENTS.md", "x\n");
    place.write("outgate.config.json", JSON.stringify({ actions: { "artifact/agent-file": "block" } }));
    expect(place.check("site", "dist")).toEqual(blocked("AGENTS.md:1:1 artifact/agent-file (file name)"));
    expect(place.check("files", "dist")).toEqual(passed());
  });
});

describe("what a file's first bytes give away", () => {
  test.each([
    ["data.bin", Buffer.from("SQLite format 3\0\x10\0"), "warn artifact/known-contents (text)"],
    ["a.txt", Buffer.from("--\n-- PostgreSQL database dump\n--\n"), "warn artifact/known-contents (text)"],
    ["a.json", Buffer.from('{"snapshot":{"meta":{"node_fields":[]'), "block artifact/known-contents (JSON key)"],
    ["a.gz", gzipSync("-- MySQL dump 10.13\n"), "warn artifact/known-contents (gzip in text)"],
  ])("%s", async (name, bytes, finding) => {
    expect(told(await check(name, bytes))).toEqual([finding]);
  });
});
