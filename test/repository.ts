import { execFileSync, spawnSync } from "node:child_process";
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { onTestFinished } from "vitest";
import { blockOf, hooks } from "../src/cli/init/hook-script.ts";
import { codeOf } from "../src/model/system-error.ts";

/** The built program. */
export const program: string = resolve("dist/outgate.cjs");

/** A process that takes longer than so many milliseconds is killed, and fails its test: one that waits for ever would keep all others waiting. */
const patience = { timeout: 300_000, killSignal: "SIGKILL" } as const;

/** What a process left. */
export interface Run {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** What a check came to, with everything that it found. */
export interface Outcome {
  readonly code: number | null;
  /** `document:line:column rule`, and the surface where it is not just text, or code. */
  readonly findings: readonly string[];
  readonly alreadyThere: number;
  readonly unscanned: readonly string[];
  readonly stderr: string;
}

export function passed(rest: Partial<Outcome> = {}): Outcome {
  return { code: 0, findings: [], alreadyThere: 0, unscanned: [], stderr: "", ...rest };
}

export function blocked(...findings: readonly string[]): Outcome {
  return { ...passed(), code: 1, findings };
}

/** A folder with processes that see nothing of the machine's git configuration. */
export class Place {
  readonly path: string;
  readonly environment: NodeJS.ProcessEnv;

  constructor(path: string, environment: NodeJS.ProcessEnv) {
    this.path = path;
    this.environment = environment;
  }

  /** The same surroundings seen from another folder, or with other variables. */
  from(folder: string, variables: NodeJS.ProcessEnv = {}): Place {
    return new Place(resolve(this.path, folder), { ...this.environment, ...variables });
  }

  with(variables: NodeJS.ProcessEnv): Place {
    return this.from(".", variables);
  }

  /** Writes a file, with the folders above it. A name that is no UTF-8 is given as bytes. */
  write(name: string | Buffer, contents: string | Buffer): void {
    const path = Buffer.isBuffer(name) ? Buffer.concat([Buffer.from(`${this.path}/`), name]) : join(this.path, name);
    if (!Buffer.isBuffer(path)) mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, contents);
  }

  read(name: string): string {
    return readFileSync(join(this.path, name), "utf8");
  }

  /** Runs git, and gives what it prints without the line break at its end. Throws if git fails. */
  git(...args: readonly string[]): string {
    return this.#git(args).replace(/\n$/, "");
  }

  /** Runs git with a text on its standard input. */
  pipe(input: string | Buffer, ...args: readonly string[]): string {
    return this.#git(args, input).replace(/\n$/, "");
  }

  /** Runs any program; what it comes to is for the test to judge. */
  run(file: string, ...args: readonly string[]): Run {
    return this.runWith("", file, ...args);
  }

  /** The same with a text on its standard input. */
  runWith(input: string | Buffer, file: string, ...args: readonly string[]): Run {
    const { status, stdout, stderr, error } = spawnSync(file, args, {
      cwd: this.path,
      env: this.environment,
      input,
      encoding: "utf8",
      maxBuffer: Infinity,
      ...patience,
    });
    if (error !== undefined && codeOf(error) === "ETIMEDOUT") throw error;
    return { code: status, stdout, stderr };
  }

  outgate(...args: readonly string[]): Run {
    return this.run(process.execPath, program, ...args);
  }

  /** Runs a check, and reads its report. */
  check(...args: readonly string[]): Outcome {
    return outcome(this.outgate(...args, "--format", "json"));
  }

  #git(args: readonly string[], input?: string | Buffer): string {
    return execFileSync("git", args, {
      cwd: this.path,
      env: this.environment,
      encoding: "utf8",
      stdio: "pipe",
      maxBuffer: Infinity,
      ...patience,
      ...(input !== undefined && { input }),
    });
  }
}

/** A git repository with an empty index and no commit. */
export class Repository extends Place {
  /** Writes a file and stages it. */
  stage(name: string | Buffer, contents: string | Buffer): void {
    this.write(name, contents);
    this.git("add", "--all");
  }

  /** Stages a file that only the index has. */
  stageBlob(name: string, contents: string | Buffer, mode = "100644"): void {
    const id = this.pipe(contents, "hash-object", "-w", "--stdin");
    this.git("update-index", "--add", "--cacheinfo", `${mode},${id},${name}`);
  }

  /** Commits what is staged, past all hooks. */
  commit(message = "a commit"): void {
    this.git("commit", "--quiet", "--no-verify", "--allow-empty", "-m", message);
  }

  /** A commit with one file. */
  commitFile(name: string | Buffer, contents: string | Buffer): void {
    this.stage(name, contents);
    this.commit();
  }

  /** Makes git call the program; its report becomes a part of what git says on stderr. */
  hook(name: string, ...args: readonly string[]): void {
    const hook = join(this.git("rev-parse", "--absolute-git-dir"), "hooks", name);
    mkdirSync(dirname(hook), { recursive: true });
    writeFileSync(hook, `#!/bin/sh\nexec '${process.execPath}' '${program}' ${args.join(" ")}\n`, { mode: 0o755 });
  }

  staged(...args: readonly string[]): Outcome {
    return this.check("staged", ...args);
  }
}

/** A new folder that is gone after the test. */
export function createFolder(): Place {
  const root = realpathSync(mkdtempSync(join(tmpdir(), "outgate-test-")));
  onTestFinished(() => rmSync(root, { recursive: true, force: true }));
  const path = join(root, "here");
  const home = join(root, "home");
  mkdirSync(path);
  mkdirSync(home);
  writeFileSync(join(home, ".gitconfig"), gitConfig);
  return new Place(path, isolated(root, home));
}

/** A new repository that is gone after the test. */
export function createRepository(...init: readonly string[]): Repository {
  const { path, environment } = createFolder();
  const repository = new Repository(path, environment);
  repository.git("init", "--quiet", ...init);
  return repository;
}

const gitConfig = `[user]
	name = Ada Example
	email = ada@example.org
[init]
	defaultBranch = main
[advice]
	detachedHead = false
[protocol "file"]
	allow = always
`;

/** Without git's and the gate's own variables: the tests may themselves run in a hook. */
function isolated(root: string, home: string): NodeJS.ProcessEnv {
  const foreign = /^(?:GIT_|GITHEAD_|XDG_|OUTGATE_|NODE_OPTIONS$|NO_COLOR$|FORCE_COLOR$|EMAIL$|GITHUB_STEP_SUMMARY$)/;
  const kept = Object.entries(process.env).filter(([name]) => !foreign.test(name));
  return {
    ...Object.fromEntries(kept),
    HOME: home,
    USERPROFILE: home,
    XDG_CONFIG_HOME: join(home, ".config"),
    XDG_STATE_HOME: join(home, ".local/state"),
    GIT_CONFIG_NOSYSTEM: "1",
    GIT_CEILING_DIRECTORIES: root,
    LC_ALL: "C",
  };
}

interface Report {
  readonly findings: readonly { document: string; line: number; column: number; ruleId: string; surface: string }[];
  readonly alreadyThere: number;
  readonly unscanned: readonly { document: string; reason: string; kind: string }[];
}

/** A repository with one commit and the hooks as init writes them, each with lines of a user behind the block. */
export function createGuarded(users: Readonly<Record<string, string>> = {}): Repository {
  const repository = createRepository();
  repository.commitFile("README.md", "# Project\n");
  for (const hook of hooks) {
    const block = blockOf(hook, { kind: "installed", node: process.execPath, file: program }, true);
    const path = join(repository.path, ".git/hooks", hook.name);
    writeFileSync(path, `#!/bin/sh\n${block}${users[hook.name] ?? ""}`, { mode: 0o755 });
  }
  return repository;
}

/** Runs git without any hooks. */
export function unguarded(repository: Repository, ...args: readonly string[]): void {
  repository.git("-c", "core.hooksPath=/dev/null", ...args);
}

/** The parts of a JSON report that tests compare. A report that is no JSON is a failed test. */
export function outcome({ code, stdout, stderr }: Run): Outcome {
  if (stdout === "") return { code, findings: [], alreadyThere: 0, unscanned: [], stderr };
  const { findings, alreadyThere, unscanned }: Report = JSON.parse(stdout);
  return {
    code,
    findings: findings.map(
      ({ document, line, column, ruleId, surface }) =>
        `${document}:${line}:${column} ${ruleId}${plain.has(surface) ? "" : ` (${surface})`}`,
    ),
    alreadyThere,
    unscanned: unscanned.map(({ document, reason, kind }) => `${kind} ${document}: ${reason}`),
    stderr,
  };
}

/** A repository that has outgate among its packages, with a remote that has one commit. */
export function createProject(): Repository {
  const repository = createRepository();
  repository.write("node_modules/.bin/outgate", `#!/bin/sh\nexec '${process.execPath}' '${program}' "$@"\n`);
  chmodSync(join(repository.path, "node_modules/.bin/outgate"), 0o755);
  repository.write(".gitignore", "node_modules\n");
  repository.commitFile("package.json", '{ "devDependencies": { "outgate": "*" } }\n');
  repository.git("init", "--quiet", "--bare", "../remote.git");
  repository.git("remote", "add", "origin", "../remote.git");
  repository.git("push", "--quiet", "origin", "main");
  return repository;
}

/** Where what stands in a file is met as it is. */
const plain: ReadonlySet<string> = new Set(["text", "visible text", "code", "comment", "string literal"]);
