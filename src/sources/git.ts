import { existsSync, readFileSync, realpathSync, statSync } from "node:fs";
import { basename, dirname, join, relative, resolve, sep } from "node:path";
import { GateError } from "../model/error.ts";
import { codeOf } from "../model/system-error.ts";

/**
 * Paths are paths and not patterns; objects are read as they are pushed, not as replace refs and grafts show them; what a
 * partial clone lacks is not fetched.
 */
const environment = {
  ...process.env,
  GIT_LITERAL_PATHSPECS: "1",
  GIT_NO_REPLACE_OBJECTS: "1",
  GIT_GRAFT_FILE: "/dev/null",
  GIT_NO_LAZY_FETCH: "1",
};

/** No other program is asked what has changed; that there is a file of grafts is no complaint. */
const settings = ["-c", "core.fsmonitor=false", "-c", "advice.graftFileDeprecated=false"];

/** Who git would record as author and committer. */
const identityKeys = ["user", "author", "committer"].flatMap((who) => [`${who}.name`, `${who}.email`]);

/**
 * Makes a process of git tell in passing what its config says of these keys, on file descriptor 3: a process of its own for that
 * would take as long as reading all that is staged. https://git-scm.com/docs/api-trace2 (`def_param`; git 2.23)
 */
const telling = {
  GIT_TRACE2_EVENT: "3",
  GIT_TRACE2_EVENT_BRIEF: "1",
  GIT_TRACE2_CONFIG_PARAMS: identityKeys.join(","),
};

/** What was told; "asked" until the next process has told it. */
let told: ReadonlyMap<string, string> | "asked" = new Map();

export interface GitResult {
  readonly status: number;
  readonly output: Buffer;
  /** Whether there would have been more output. */
  readonly isCut: boolean;
  /** What git said beside, on one line and without its prefixes: it can complain of one object and go on. */
  readonly complaint: string;
}

/**
 * Runs git in the current folder. GIT_INDEX_FILE and GIT_DIR are kept: `git commit -a` and `git commit PATH` build their
 * commit in an index of their own, and only the environment tells which.
 * @param largest how many bytes of output are taken; git is ended when it writes more.
 * @throws {GateError} if git cannot be started at all.
 */
export function runGit(args: readonly string[], input?: string | Buffer, largest: number = Infinity): GitResult {
  // Loaded here and not above: it takes longer than what a command without git does.
  const { spawnSync } = process.getBuiltinModule("node:child_process");
  const child = spawnSync("git", [...settings, ...args], {
    env: told === "asked" ? { ...environment, ...telling } : environment,
    stdio: [input === undefined ? "ignore" : "pipe", "pipe", "pipe", told === "asked" ? "pipe" : "ignore"],
    maxBuffer: largest,
    ...(input !== undefined && { input }),
  });
  const isCut = child.error !== undefined && codeOf(child.error) === "ENOBUFS";
  if (child.error !== undefined && child.status === null && !isCut) {
    throw new GateError(`git cannot be run: ${child.error.message}`, "Install git, and see that it is in PATH.");
  }
  if (told === "asked") told = paramsIn(child.output[3]?.toString("utf8") ?? "");
  const complaint = child.stderr.length === 0 ? "" : onOneLine(child.stderr.toString("utf8"));
  return { status: child.status ?? 128, output: child.stdout, isCut, complaint };
}

/** The values in git's trace, a JSON object in each line; the last one of a key counts. */
function paramsIn(trace: string): Map<string, string> {
  const lines = trace.split("\n").filter((line) => line.startsWith('{"event":"def_param"'));
  return new Map(
    lines.map((line) => {
      const { param, value }: { param: string; value: string } = JSON.parse(line);
      return [param, value];
    }),
  );
}

/** Has the next process of git tell what its config says of author and committer. */
export function askIdentityConfig(): void {
  told = "asked";
}

/** What was told of author and committer, by key; nothing where git is too old for that. */
export function identityConfig(): ReadonlyMap<string, string> {
  return told === "asked" ? new Map() : told;
}

/** What git printed to stderr, as a part of a sentence. */
export function onOneLine(complaint: string): string {
  const lines = complaint.split("\n").map((line) => line.trim().replace(/^(?:fatal|error): /, ""));
  return lines.filter((line) => line !== "").join(" ");
}

/** @throws {GateError} if git reports a failure. */
export function gitOutput(args: readonly string[], input?: string | Buffer): Buffer {
  const { status, output, complaint } = runGit(args, input);
  if (status === 0) return output;
  throw new GateError(
    `git ${args[0] ?? ""} failed: ${complaint === "" ? `it ended with exit code ${status}` : complaint}`,
    "Mend what git complains of, and try again.",
  );
}

/** The folder that holds HEAD and the index of this work tree, found as git finds it; undefined outside of a repository. */
export function gitDirectory(): string | undefined {
  const asked = `${process.env["GIT_DIR"] ?? ""}\0${process.cwd()}`;
  if (known?.asked !== asked) known = { asked, folder: findGitDirectory() };
  return known.folder;
}

let known: { readonly asked: string; readonly folder: string | undefined } | undefined;

function findGitDirectory(): string | undefined {
  const named = process.env["GIT_DIR"];
  if (named !== undefined && named !== "") return atFolder(resolve(named)) ?? resolve(named);
  for (let folder = process.cwd(); ; folder = dirname(folder)) {
    const found = atFolder(join(folder, ".git"));
    if (found !== undefined) return found;
    if (folder === dirname(folder)) return undefined;
  }
}

/** `.git` is a folder, or in linked work trees and submodules a file that names one. */
function atFolder(path: string): string | undefined {
  const stat = statSync(path, { throwIfNoEntry: false });
  if (stat?.isDirectory()) return path;
  if (!stat?.isFile()) return undefined;
  const target = /^gitdir: (.+?)\n?$/s.exec(readFileSync(path, "utf8"))?.[1];
  return target === undefined ? undefined : resolve(dirname(path), target);
}

/** A file in the git directory, such as MERGE_HEAD; undefined where there is none. */
export function gitFile(name: string): string | undefined {
  const folder = gitDirectory();
  return folder === undefined ? undefined : fileIn(folder, name);
}

function fileIn(folder: string, name: string): string | undefined {
  // Asked first, because an exception costs ten times as much, and mostly there is none of these files.
  return existsSync(join(folder, name)) ? readFileSync(join(folder, name), "utf8") : undefined;
}

/** The folder that all work trees of the repository share. */
export function commonDirectory(): string | undefined {
  const folder = gitDirectory();
  return folder === undefined ? undefined : (commonOf(folder) ?? folder);
}

/** Of a linked work tree's folder. */
function commonOf(folder: string): string | undefined {
  const common = fileIn(folder, "commondir")?.trimEnd();
  return common === undefined ? undefined : resolve(folder, common);
}

/** The top of the main work tree, seen from that of a linked one; undefined elsewhere, and beside a bare repository. */
export function mainWorkTree(top: string): string | undefined {
  const folder = atFolder(join(top, ".git"));
  const common = folder === undefined ? undefined : commonOf(folder);
  return common !== undefined && basename(common) === ".git" ? dirname(common) : undefined;
}

/** Whether the git directory has a file or a folder of this name, such as rebase-merge. */
export function hasGitFile(name: string): boolean {
  const folder = gitDirectory();
  return folder !== undefined && existsSync(join(folder, name));
}

/** A path as git names it, from the top of the work tree; undefined if it lies outside. */
export function pathInRepository(path: string): string | undefined {
  const top = realpathSync(gitOutput(["rev-parse", "--show-toplevel"]).toString("utf8").replace(/\n$/, ""));
  const absolute = resolve(path);
  const folder = existsSync(dirname(absolute)) ? realpathSync(dirname(absolute)) : dirname(absolute);
  const inside = relative(top, join(folder, absolute.slice(dirname(absolute).length)));
  return inside === ".." || inside.startsWith(`..${sep}`) ? undefined : inside.split(sep).join("/");
}
