import { cpSync, existsSync, globSync, readdirSync, readFileSync, statSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { describe, expect, test } from "vitest";
import { createFolder, createRepository, program, type Repository } from "./repository.ts";

// A hook runs with every commit: what it need not load, and what it need not ask git, it does not.

const source = "export const answer = 42;\n".repeat(40);
const config = '{ "audience": "team" }\n';

interface Start {
  readonly code: number | null;
  /** Of the program, by the code that V8 made of them: it is kept beside it. */
  readonly chunks: readonly string[];
  /** What git was asked for. */
  readonly asked: readonly string[];
  /** What it loaded of Node's own that takes a millisecond or more. */
  readonly heavy: readonly string[];
}

/** A run of a copy of the program that has run never before. */
function start(repository: Repository, ...args: readonly string[]): Start {
  const copy = join(repository.path, "../copy");
  const [trace, modules] = [join(copy, "trace"), join(copy, "modules")];
  cpSync(dirname(program), copy, { recursive: true, filter: (path) => basename(path) !== "cache" });
  cpSync(join(dirname(program), "../package.json"), join(copy, "../package.json"));
  repository.write(
    "../copy/tell.cjs",
    `process.on("exit", () => fs.writeFileSync(${JSON.stringify(modules)}, process.moduleLoadList.join("\\n")));
const fs = require("node:fs");`,
  );
  const { code } = repository
    .with({ GIT_TRACE: trace })
    .run(process.execPath, "--require", join(copy, "tell.cjs"), join(copy, basename(program)), ...args);
  const cache = join(copy, "cache");
  const folders = existsSync(cache) ? readdirSync(cache).filter((name) => !name.startsWith(".")) : [];
  return {
    code,
    chunks: folders
      .flatMap((folder) => readdirSync(join(cache, folder)))
      .filter((name) => name !== "progress.cjs") // where the machine is busy, a check takes so long that it would tell how far it is
      .toSorted(),
    asked: existsSync(trace) ? (readFileSync(trace, "utf8").match(/(?<=built-in: git )[\w-]+/g) ?? []) : [],
    heavy: readFileSync(modules, "utf8").match(/(?<=^NativeModule )(?:crypto|zlib|worker_threads|readline)$/gm) ?? [],
  };
}

/** A repository that has a commit. */
function begun(name = "README", contents = "The answer to everything.\n"): Repository {
  const repository = createRepository();
  repository.stage(name, contents);
  repository.git("commit", "--quiet", "-m", "Begin");
  return repository;
}

describe("a hook loads one file and asks git twice", () => {
  test("where nothing shows", () => {
    const repository = begun();
    for (const name of ["a.ts", "b.js", "styles/c.css"]) repository.stage(name, source);
    expect(start(repository, "staged")).toEqual({
      code: 0,
      chunks: ["main.cjs"],
      asked: ["diff-index", "cat-file"],
      heavy: [],
    });
  });

  test("and one file more where there is a config", () => {
    const repository = begun("outgate.config.json", config);
    repository.stage("a.ts", source);
    expect(start(repository, "staged")).toEqual({
      code: 0,
      chunks: ["config.cjs", "main.cjs"],
      asked: ["diff-index", "cat-file"],
      heavy: [],
    });
  });

  test("and less for a message", () => {
    const repository = begun();
    repository.write("../message", "Answer the question\n");
    expect(start(repository, "commit-msg", "../message")).toEqual({
      code: 0,
      chunks: ["main.cjs"],
      asked: ["cat-file"],
      heavy: [],
    });
  });
});

test("a word that only looks like a host's name loads what tells names of hosts and no other detector", () => {
  const repository = begun();
  repository.stage("a.js", `${source}add(paths, ...internal);\n`);
  expect(start(repository, "staged")).toMatchObject({ code: 0, chunks: ["hosts.cjs", "main.cjs"] });
});

test("a warning asks git what stood there before and for suppressions, and loads no reader of configs where there is none", () => {
  const repository = begun();
  repository.stage("a.py", `${source}# write to carol.larsen@larsen-carpentry.dk\n`);
  const { code, chunks, asked } = start(repository, "staged");
  expect(code).toBe(0);
  expect(chunks).toEqual(["main.cjs", "person.cjs", "suppressions.cjs", "suppressor.cjs"]);
  expect(asked).toEqual(["diff-index", "cat-file", "ls-tree", "cat-file"]);
});

test("the version is told without the program", () => {
  expect(start(createRepository(), "--version")).toEqual({ code: 0, chunks: [], asked: [], heavy: [] });
});

describe("a check that keeps its heap small ends without process.exit, which V8's other threads can keep waiting for ever", () => {
  test.each([
    ["redact", ["a.log"]],
    ["files", ["a.log"]],
    ["log", ["a.log"]],
    ["site", ["."]],
  ] as const)("%s", (command, args) => {
    const place = createFolder();
    const [tell, told] = [join(place.path, "../tell.cjs"), join(place.path, "../told")];
    place.write("../tell.cjs", `process.exit = () => require("node:fs").writeFileSync(${JSON.stringify(told)}, "");\n`);
    place.write("a.log", "Nothing is in it.\n");
    expect(place.run(process.execPath, "--require", tell, program, command, ...args).code).toBe(0);
    expect(existsSync(told)).toBe(false);
  });
});

describe("what a run compiled is taken by the next, under whatever flags of V8 it went on", () => {
  const text = "mail to carol.larsen@larsen-carpentry.dk from 10.20.0.7\n".repeat(20);

  test.each([
    ["redact", ["a.log"], 0],
    ["files", ["a.log"], 0],
    ["log", ["a.log"], 1],
    ["site", ["."], 0],
  ] as const)("%s", (command, args, code) => {
    const place = createFolder();
    const copy = join(place.path, "../copy/dist");
    cpSync(dirname(program), copy, { recursive: true, filter: (path) => basename(path) !== "cache" });
    cpSync(join(dirname(program), "../package.json"), join(place.path, "../copy/package.json"));
    place.write("a.log", text);
    const run = (): ReadonlyMap<string, number> => {
      expect(place.run(process.execPath, join(copy, basename(program)), command, ...args).code).toBe(code);
      const files = globSync(join(copy, `cache/${command}-*/*.cjs`));
      return new Map(files.map((file) => [basename(file), statSync(file).ino]));
    };
    const first = run();
    expect([...first.keys()]).toEqual(expect.arrayContaining(["main.cjs", "person.cjs"]));
    // One that takes longer, on a machine that is busy, also loads what tells of it.
    expect([...run()]).toEqual(expect.arrayContaining([...first]));
  });
});
